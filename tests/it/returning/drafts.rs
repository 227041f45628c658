//! Returns of several days that are open at once: who finds them, and that none is published without being held against the others.

use super::place::{approve, check, code, digest, hands, place, prepare, prepare_of};
use domain::returns::Step;
use services::returns::{list, one, submit};

#[tokio::test]
async fn of_two_that_were_approved_beside_each_other_the_second_is_not_submitted_as_it_is() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let (june, september) =
        (prepare_of(&hands.lena, "2026-06-30").await, prepare(&hands.lena).await);
    for of in [&june, &september] {
        check(&hands.omar, of).await;
        approve(&hands.ada, of).await;
    }
    let (first, second) = (digest(&hands.lena, &june).await, digest(&hands.lena, &september).await);
    submit(&hands.lena, &june, &first).await.unwrap();
    assert_eq!(code(submit(&hands.lena, &september, &second).await), "return_outdated");
    let page = one(&hands.lena, &september, 1).await.unwrap();
    assert!(!page.may.submit, "{:?}", page.may);
    // Held against June it says what changed since, so it is looked at again.
    prepare(&hands.lena).await;
    let page = one(&hands.lena, &september, 1).await.unwrap();
    assert_eq!((page.next, page.digest == second), (Some(Step::Checked), false));
    assert_eq!(code(submit(&hands.lena, &september, &second).await), "return_order");
    hands.submit(&september).await;
}

#[tokio::test]
async fn whoever_approves_finds_of_several_drafts_those_that_were_checked() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let september = prepare(&hands.lena).await;
    for tried in ["2026-09-28", "2026-09-29"] {
        let tried = prepare_of(&hands.lena, tried).await;
        assert_eq!(code(one(&hands.ada, &tried, 1).await), "not_found");
    }
    check(&hands.omar, &september).await;
    let found = list(&hands.ada, 1).await.unwrap().lines.entries;
    let found: Vec<_> = found.into_iter().map(|line| line.id).collect();
    assert_eq!(found, [september]);
    assert_eq!(list(&hands.lena, 1).await.unwrap().lines.entries.len(), 3);
}

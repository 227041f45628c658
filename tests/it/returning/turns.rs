//! What is heavy about returns is done one after the other, and whoever waits for it holds up nobody else.

use super::place::{ON, check, code, hands, place, prepare, somebody};
use domain::returns::views::Drift;
use services::returns::{annex, archived, one, one_beside_today, prepare as begin};
use std::time::Duration;
use tokio::time::timeout;

/// Long enough for whoever waits for no turn.
const SOON: Duration = Duration::from_millis(300);

#[tokio::test]
async fn one_is_computed_after_the_other_and_nobody_is_refused() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let turn = hands.lena.services.turns.take().await.expect("a turn");
    // Another of the same process has the turn: whatever is heavy waits for it.
    assert!(timeout(SOON, one_beside_today(&hands.lena, &of, 1)).await.is_err());
    assert!(timeout(SOON, annex(&hands.lena, &of, "The board")).await.is_err());
    assert!(timeout(SOON, archived(&hands.lena, &of)).await.is_err());
    let (lena, on) = (hands.lena.clone(), ON.parse().expect("a day"));
    let waits = tokio::spawn(async move { begin(&lena, "TH", on).await });
    // Nobody who waits holds a transaction open: pages are read, and steps are taken.
    one(&hands.omar, &of, 1).await.expect("its page");
    check(&hands.omar, &of).await;
    assert!(!waits.is_finished());
    drop(turn);
    assert_eq!(waits.await.expect("it ends").expect("prepared"), of);
    let beside = one_beside_today(&hands.lena, &of, 1).await.expect("it");
    assert_eq!(beside.drift, Some(Drift::default()), "nothing is another");
    archived(&hands.lena, &of).await.expect("an archive");
}

#[tokio::test]
async fn whoever_may_not_read_it_waits_for_nothing() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let staff = somebody(&esteem, "staff@staff.example", &[]).await;
    let _turn = hands.lena.services.turns.take().await.expect("a turn");
    let answer = timeout(SOON * 10, archived(&staff, &of)).await.expect("an answer");
    assert_eq!(code(answer), "not_found");
    let answer = timeout(SOON * 10, annex(&staff, &of, "Me")).await.expect("an answer");
    assert_eq!(code(answer), "not_found");
}

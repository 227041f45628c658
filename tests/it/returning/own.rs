//! Nobody approves what they brought into a return, though others prepared and checked it.

use super::place::{approve, check, code, digest, hands, place, prepare, somebody};
use crate::small::bring;
use domain::codes::GrantKind::{Approver, WorkforceLead};
use domain::imports::{Kind, Options};
use services::Ctx;
use services::imports::{self, Progress, Source, Watch};
use services::returns::{approve as approves, one, revise, say, waiting};
use tests::Installation;

const GAP: &str = "gap/PN/RSK-1";
const HEAD: &str = "code,definition,source,unit,level,scope_code,from,to,value\n";

/// Somebody who prepares returns of the place and approves them.
async fn zoe(esteem: &Installation) -> Ctx {
    somebody(esteem, "zoe@staff.example", &[(WorkforceLead, "TH"), (Approver, "TH")]).await
}

fn reviews(value: &str) -> String {
    format!(
        "{HEAD}PHQ-1,People who had a review,Practice systems,%,network,N1,2026-04-01,2026-09-30,{value}\n"
    )
}

/// A file of local measures in somebody's name.
async fn brings(ctx: &Ctx, text: &str) {
    let source = Source::text("measures.csv", text);
    let (options, watch) = (Options::at(ctx.today), Watch::new(Progress::default()));
    let brought = imports::bring_in(ctx, Kind::LocalMeasures, &source, &options, &watch).await;
    brought.expect("a file without faults");
}

#[tokio::test]
async fn whoever_said_something_of_a_need_has_prepared_it_and_does_not_approve_it() {
    let esteem = place().await;
    let (hands, zoe) = (hands(&esteem).await, zoe(&esteem).await);
    let of = prepare(&hands.lena).await;
    say(&zoe, &of, GAP, "Two courses in May").await.unwrap();
    let history = one(&hands.lena, &of, 1).await.unwrap().history;
    assert_eq!(history.last().unwrap().by, "zoe@staff.example", "by that it is prepared");
    check(&hands.omar, &of).await;
    let seen = digest(&zoe, &of).await;
    assert_eq!(code(approves(&zoe, &of, &seen).await), "return_own");
    // Taking them back makes nobody forget that they had a hand in this revision.
    say(&hands.lena, &of, GAP, "").await.unwrap();
    check(&hands.omar, &of).await;
    let seen = digest(&zoe, &of).await;
    assert_eq!(code(approves(&zoe, &of, &seen).await), "return_own");
    approve(&hands.ada, &of).await;
}

#[tokio::test]
async fn their_words_stand_in_the_correction_too_so_they_do_not_approve_that_either() {
    let esteem = place().await;
    let (hands, zoe) = (hands(&esteem).await, zoe(&esteem).await);
    let first = prepare(&hands.lena).await;
    say(&zoe, &first, GAP, "Two courses in May").await.unwrap();
    hands.submit(&first).await;
    let second = revise(&hands.lena, &first, "A team was missing").await.unwrap();
    check(&hands.omar, &second).await;
    let history = one(&hands.lena, &second, 1).await.unwrap().history;
    assert!(history.iter().all(|taken| taken.by != "zoe@staff.example"), "{history:?}");
    let page = one(&zoe, &second, 1).await.unwrap();
    assert!(!page.may.approve);
    let waits = page.waits_for.unwrap();
    assert!(waits.contains("stand in TH-2026-09-30-r2, so somebody else"), "{waits}");
    assert_eq!(code(approves(&zoe, &second, &page.digest).await), "return_own");
    let waiting_for = (waiting(&zoe).await.unwrap(), waiting(&hands.ada).await.unwrap());
    assert_eq!((waiting_for.0.to_approve, waiting_for.1.to_approve), (0, 1));
    approve(&hands.ada, &second).await;
}

#[tokio::test]
async fn whoever_brought_a_local_measure_that_stands_in_it_does_not_approve_it() {
    let esteem = place().await;
    let (hands, zoe) = (hands(&esteem).await, zoe(&esteem).await);
    brings(&zoe, &reviews("48.5")).await;
    let of = prepare(&hands.lena).await;
    check(&hands.omar, &of).await;
    let seen = digest(&zoe, &of).await;
    assert!(!one(&zoe, &of, 1).await.unwrap().may.approve);
    assert_eq!(code(approves(&zoe, &of, &seen).await), "return_own");
    assert_eq!(waiting(&zoe).await.unwrap().to_approve, 0);
    // Somebody else corrects it: nothing of hers stands in it any more.
    bring(&esteem, Kind::LocalMeasures, &reviews("49")).await;
    assert_eq!(prepare(&hands.lena).await, of);
    check(&hands.omar, &of).await;
    assert_eq!(waiting(&zoe).await.unwrap().to_approve, 1);
    let seen = digest(&zoe, &of).await;
    approves(&zoe, &of, &seen).await.expect("she had no hand in what stands");
}

#[tokio::test]
async fn a_measure_of_a_time_that_the_return_does_not_tell_of_is_no_hand_in_it() {
    let esteem = place().await;
    let (hands, zoe) = (hands(&esteem).await, zoe(&esteem).await);
    let later = reviews("48.5").replace("2026-04-01,2026-09-30", "2026-10-01,2026-10-31");
    brings(&zoe, &later).await;
    let of = prepare(&hands.lena).await;
    check(&hands.omar, &of).await;
    approve(&zoe, &of).await;
}

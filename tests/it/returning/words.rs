//! What leads say of needs: stored with the files that it stands in, or not at all, whoever else says something meanwhile.

use super::place::{hands, place, plain, prepare, text};
use domain::returns::Contents;
use services::returns::{Papers, files, say};
use services::{Error, Services};

const GAP: &str = "gap/PN/RSK-1";
const ASSESSORS: &str = "assessors//";

/// A process whose papers cannot be drawn.
fn cannot(_: &Contents) -> Result<Vec<u8>, String> {
    Err("the typesetter is not there".to_owned())
}

#[tokio::test]
async fn where_preparing_fails_no_words_are_left_behind() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    let before = files(&hands.lena, &of).await.unwrap();
    let papers = Some(Papers { workbook: cannot, report: cannot });
    let broken = Services { papers, ..plain(&esteem) }.as_actor(hands.lena.actor.clone());
    let failed = say(&broken, &of, GAP, "Two courses in May").await;
    assert!(matches!(failed, Err(Error::Fault(_))), "{failed:?}");
    assert_eq!(files(&hands.lena, &of).await.unwrap(), before);
    assert_eq!(prepare(&hands.omar).await, of);
    assert_eq!(files(&hands.lena, &of).await.unwrap(), before, "there is nothing to stand in them");
}

#[tokio::test]
async fn words_that_two_say_at_once_both_stand_in_the_files() {
    let esteem = place().await;
    let (hands, beside) = (hands(&esteem).await, esteem.beside().await);
    let omar = plain(&beside).as_actor(hands.omar.actor.clone());
    let of = prepare(&hands.lena).await;
    let (one, other) = tokio::join!(
        say(&hands.lena, &of, GAP, "Two courses in May"),
        say(&omar, &of, ASSESSORS, "Two more may confirm from June")
    );
    one.unwrap();
    other.unwrap();
    let needs = text(&hands.lena, &of, "needs.csv").await;
    for words in ["Two courses in May", "Two more may confirm from June"] {
        assert!(needs.contains(words), "{words}: {needs}");
    }
    // Nothing is missing that preparing again would bring.
    let stood = files(&hands.lena, &of).await.unwrap();
    prepare(&hands.lena).await;
    assert_eq!(files(&hands.lena, &of).await.unwrap(), stood);
}

#[tokio::test]
async fn whoever_prepares_while_somebody_says_something_loses_no_words() {
    let esteem = place().await;
    let (hands, beside) = (hands(&esteem).await, esteem.beside().await);
    let omar = plain(&beside).as_actor(hands.omar.actor.clone());
    let of = prepare(&hands.lena).await;
    let (said, again) =
        tokio::join!(say(&hands.lena, &of, GAP, "Two courses in May"), prepare(&omar));
    said.unwrap();
    assert_eq!(again, of);
    let needs = text(&hands.lena, &of, "needs.csv").await;
    assert!(needs.contains("Two courses in May"), "{needs}");
}

//! A manager asks for confirmation on somebody's behalf, from their page to the assessor's and to the person's own.

use crate::practice::{practice, sign_in};
use http::StatusCode;

#[tokio::test]
async fn a_manager_asks_for_a_nurse_who_sees_it_and_takes_it_back() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let mut ben = sign_in(&esteem, "ben").await;
    let people = dan.visit("/people").await;
    let path = format!("{}/competencies/RSK-1", people.links("Khan, Amina")[0]);
    let page = dan.visit(&path).await;
    assert!(page.says("Ask for confirmation on their behalf"), "{}", page.words());

    let above = [("level", "4"), ("evidence", "simulation"), ("note", "In the exercise")];
    let refused = dan.submit(&page, "ask_for_somebody", &above).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("This evidence supports level 3 at most"), "{}", refused.words());
    assert!(refused.says("In the exercise"), "what was typed stays");

    let answers = [("level", "3"), ("evidence", "simulation"), ("note", "In the exercise")];
    let done = dan.submit(&refused, "ask_for_somebody", &answers).await;
    assert!(done.says("You asked for confirmation of level 3 of Amina Khan"), "{}", done.words());
    assert!(!done.says("Ask for confirmation on their behalf"), "it waits now");

    let waiting = ben.visit("/confirm").await;
    assert!(waiting.says("Asked for by Dan Reid"));
    let request = ben.visit(&waiting.links("Amina Khan")[0]).await;
    assert!(request.says("In the words of Dan Reid, who asked for them"), "{}", request.words());

    let hers = amina.visit("/my/competencies/RSK-1").await;
    assert!(hers.says(" to confirm level 3 for you on 2 November 2026"), "{}", hers.words());
    assert!(hers.says("by Dan Reid"), "in her history too");
    let taken_back = amina.submit(&hers, "withdraw_request", &[]).await;
    assert!(!taken_back.says("to confirm level 3 for you"), "{}", taken_back.words());
    assert!(!ben.visit("/confirm").await.says("Amina Khan"));
}

#[tokio::test]
async fn where_nobody_may_confirm_it_the_form_says_so_and_where_assessors_are_listed() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let (mut finn, _ben) = (sign_in(&esteem, "finn").await, sign_in(&esteem, "ben").await);
    // Ben assesses the practice and holds RSK-1; nobody holds EMG-1.
    let nobody = "team may confirm this yet. The request waits 28 days for any assessor who may.";
    let own = amina.visit("/my/competencies/EMG-1").await;
    assert!(own.says(&format!("Nobody who assesses your {nobody}")), "{}", own.words());
    assert!(own.links("who can confirm what").is_empty(), "it is not for her");
    let held = amina.visit("/my/competencies/RSK-1").await;
    assert!(held.says("Ben Okoro") && !held.says(nobody), "{}", held.words());
    let people = dan.visit("/people").await;
    let path = format!("{}/competencies/EMG-1", people.links("Khan, Amina")[0]);
    let theirs = dan.visit(&path).await;
    assert!(theirs.says(&format!("Nobody who assesses their {nobody}")), "{}", theirs.words());
    let assessors = finn.visit("/my/competencies/EMG-1").await.links("who can confirm what");
    assert_eq!(assessors, ["/confirm/assessors"]);
}

//! Who can help, from page to page: a link is recorded and found, a nurse agrees to be asked and thinks better of it.

use crate::practice::{practice, sign_in};
use http::StatusCode;

#[tokio::test]
async fn a_manager_says_who_comes_to_the_team_and_its_people_know_whom_to_ask() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let page = amina.visit("/who-can-help").await;
    assert!(page.says("No mental health link is recorded for this team"), "{}", page.words());

    let team = dan.visit("/teams/T1").await;
    let input = dan.visit(&team.links("Mental health input")[0]).await;
    assert!(input.says("No mental health input recorded"));
    let add = dan.visit(&input.links("Add mental health input")[0]).await;
    let answers = [
        ("kind", "link_worker"),
        ("from_person", "nobody@staff.example"),
        ("times", "Tuesdays, 9am to 1pm"),
        ("case_discussions", "all"),
    ];
    let refused = dan.submit(&add, "add_input", &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Nobody at work today has this email address"), "{}", refused.words());
    assert!(refused.html.contains("Tuesdays, 9am to 1pm"), "what was typed stays");
    let answers = [("from_person", "Ben@staff.example")];
    let saved = dan.submit(&refused, "add_input", &answers).await;
    assert!(saved.says("Ben Okoro") && saved.says("From 2 November 2026"), "{}", saved.words());

    let page = amina.visit("/who-can-help").await;
    assert!(page.says("Ben Okoro") && page.says("Tuesdays, 9am to 1pm"), "{}", page.words());
    assert!(page.says("never name a patient"));

    let change = dan.visit(&saved.links("Change or end")[0]).await;
    let ended = dan
        .submit(
            &change,
            "end_input",
            &[("last_day-day", "2"), ("last_day-month", "11"), ("last_day-year", "2026")],
        )
        .await;
    assert!(ended.says("Last day saved: 2 November 2026"), "{}", ended.words());
}

#[tokio::test]
async fn a_nurse_agrees_to_be_asked_is_found_and_ends_it() {
    let esteem = practice().await;
    let (mut ben, mut amina) = (sign_in(&esteem, "ben").await, sign_in(&esteem, "amina").await);
    let record = amina.visit("/my/competencies").await;
    assert!(record.links("Being asked for help").is_empty(), "she holds nothing at level 4");
    let own = amina.visit("/my/help").await;
    assert!(own.says("You hold nothing at level 4 or 5 yet"));

    let record = ben.visit("/my/competencies").await;
    let page = ben.visit(&record.links("Being asked for help")[0]).await;
    let answers = [("reach", "Ring me about 401 023 2137")];
    let refused = ben.submit(&page, "agree_to_help", &answers).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let agreed = ben.submit(&page, "agree_to_help", &[("reach", "By phone on Thursdays")]).await;
    assert!(agreed.says("Colleagues find you"), "{}", agreed.words());

    let competency = amina.visit("/my/competencies/RSK-1").await;
    let found = amina.visit(&competency.links("Who can help with this?")[0]).await;
    assert!(found.says("Ben Okoro") && found.says("By phone on Thursdays"), "{}", found.words());
    assert!(found.says("Ask about risk: level 4") && !found.says("Plan for safety: level 4"));
    assert!(found.says("Your network") && found.says("ben@staff.example"));
    let nobody = amina.visit("/who-can-help?about=EMG-1").await;
    assert!(nobody.says("Nobody found for: EMG-1 Act in an emergency"), "{}", nobody.words());
    assert_eq!(amina.visit("/who-can-help?about=NONE").await.status, StatusCode::NOT_FOUND);

    let ended = ben.submit(&agreed, "end_help", &[]).await;
    assert!(ended.says("You are no longer shown to colleagues"), "{}", ended.words());
    assert!(ended.says("No longer to be asked"), "what he said stays");
    let page = amina.visit("/who-can-help").await;
    assert!(page.says("Nobody in your place has agreed to be asked yet"), "{}", page.words());
}

//! A session planned one decision a page, by an educator who has drafted none before.

use crate::practice::{practice, sign_in};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

async fn educator(esteem: &Installation) -> User {
    esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await
}

async fn says(educator: &mut User, page: &Page, answers: &[(&str, &str)]) -> Page {
    educator.submit(page, "keep_session_step", answers).await
}

const WHAT: [(&str, &str); 2] = [("title", "Safety plans"), ("format", "workshop")];
const WHEN: [(&str, &str); 5] = [
    ("day-day", "7"),
    ("day-month", "12"),
    ("day-year", "2026"),
    ("time", "1pm"),
    ("minutes", "90"),
];

#[tokio::test]
async fn whoever_drafts_for_the_first_time_decides_page_by_page_and_checks_the_answers() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let what = ben.visit("/sessions/new").await;
    assert_eq!(what.path, "/sessions/plan/what");
    assert!(what.says("Page 1 of 5"), "{}", what.words());
    let nothing = says(&mut ben, &what, &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.says("Enter a title"), "{}", nothing.words());
    assert!(!nothing.says("Enter how many seats"), "only what this page asks");
    let number = [("title", "Safety plans"), ("format", "workshop"), ("about", "For 401 023 2137")];
    let refused = says(&mut ben, &what, &number).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let when = says(&mut ben, &what, &WHAT).await;
    assert_eq!(when.path, "/sessions/plan/when");
    let place = says(&mut ben, &when, &WHEN).await;
    let whom = says(&mut ben, &place, &[("venue", "The surgery, room 2")]).await;
    let seats = says(&mut ben, &whom, &[("held_for", "N1")]).await;
    let check = says(&mut ben, &seats, &[("capacity", "12")]).await;
    assert_eq!(check.path, "/sessions/plan");
    for answer in ["Safety plans", "Monday 7 December 2026", "1 hour 30 minutes", "Network 1"] {
        assert!(check.says(answer), "{answer}: {}", check.words());
    }

    let again = ben.visit(&check.links("Change title")[0]).await;
    assert!(again.html.contains("value=\"Safety plans\""), "{}", again.words());
    let check = says(&mut ben, &again, &[("title", "Plans made together")]).await;
    assert_eq!(check.path, "/sessions/plan", "back to the answers");
    let draft = ben.submit(&check, "draft_planned_session", &[]).await;
    assert!(draft.says("Saved Plans made together as a draft"), "{}", draft.words());
    assert!(draft.says("Monday 7 December 2026, 1pm to 2:30pm"), "{}", draft.words());
    assert!(draft.says("Choose at least one competency"), "it lacks what any draft lacks");
    let twice = ben.submit(&check, "draft_planned_session", &[]).await;
    assert_eq!(twice.path, draft.path, "the same draft");
    assert!(twice.says("Saved Plans made together as a draft"), "{}", twice.words());

    let one_page = ben.visit("/sessions/new").await;
    assert_eq!(one_page.path, "/sessions/new", "not the first time any more");
    let anew = ben.visit(&one_page.links("Plan it step by step")[0]).await;
    assert!(!anew.html.contains("Plans made together"), "its answers are kept no longer");
}

#[tokio::test]
async fn answers_wait_for_whoever_comes_back_and_nobody_else_sees_them() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let what = ben.visit("/sessions/plan/what").await;
    says(&mut ben, &what, &WHAT).await;
    let next_day = esteem.beside_on("2026-11-03").await;
    let mut later = ben.at(&next_day);
    let answers = later.visit("/sessions/plan").await;
    assert!(
        answers.says("Safety plans") && answers.says("Not answered yet"),
        "{}",
        answers.words()
    );
    let early = later.submit(&answers, "draft_planned_session", &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.says("Enter how many seats there are"), "{}", early.words());
    let linked = early.links("Enter how many seats there are").remove(0);
    let id = linked.trim_start_matches('#');
    assert!(early.html.contains(&format!("id=\"{id}\"")), "{linked} leads nowhere");
    let when = later.visit(&answers.links("Go on with what is not answered yet")[0]).await;
    assert_eq!(when.path, "/sessions/plan/when");

    let mut lead = sign_in(&esteem, "lead").await;
    assert!(!lead.visit("/sessions/plan").await.says("Safety plans"), "she has her own");
    let mut amina = sign_in(&esteem, "amina").await;
    assert_eq!(amina.visit("/sessions/plan").await.status, StatusCode::NOT_FOUND);
    assert_eq!(later.visit("/sessions/plan/nothing").await.status, StatusCode::NOT_FOUND);
}

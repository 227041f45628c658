//! The guard as somebody meets it who writes: stopped, or asked once and let through with a reason; nothing typed is lost.

use crate::practice::{practice, sign_in};
use http::StatusCode;

const PATH: &str = "/my/competencies/RSK-1";
const REASON: &str = "textarea[name=not_a_patient]";

#[tokio::test]
async fn an_nhs_number_is_stopped_beside_its_field_whatever_is_said_for_it() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit(PATH).await;
    let typed =
        [("level", "2"), ("reflection", "He is 401 023 2137"), ("not_a_patient", "He is not")];
    let refused = amina.submit(&page, "self_assess", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Remove the NHS number “401 023 2137”"), "{}", refused.words());
    assert!(
        refused.form("self_assess").contains(&("reflection".into(), "He is 401 023 2137".into()))
    );
    assert!(!amina.visit(PATH).await.says("Your reflection"), "nothing was kept");
}

#[tokio::test]
async fn what_looks_like_a_patient_is_asked_about_once_and_let_through_with_a_reason() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit(PATH).await;
    assert_eq!(page.all(REASON), Vec::<String>::new(), "nobody is asked before");
    let text = "A talk at E1 4NS";
    let refused = amina.submit(&page, "self_assess", &[("level", "2"), ("reflection", text)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("“E1 4NS” looks like a postcode"), "{}", refused.words());
    assert_eq!(refused.all(REASON).len(), 1);
    let kept = refused.form("self_assess");
    assert!(
        kept.contains(&("reflection".into(), text.into()))
            && kept.contains(&("level".into(), "2".into()))
    );

    let reason = [("not_a_patient", "It is our surgery")];
    let saved = amina.submit(&refused, "self_assess", &reason).await;
    assert!(saved.says("Saved your own level"), "{}", saved.words());
    assert_eq!(saved.all(REASON), Vec::<String>::new());
    assert!(saved.says(text), "{}", saved.words());
}

#[tokio::test]
async fn a_reason_that_was_typed_stays_when_something_else_is_wrong() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit(PATH).await;
    let typed = [("level", ""), ("reflection", "At E1 4NS"), ("not_a_patient", "Our surgery")];
    let refused = amina.submit(&page, "self_assess", &typed).await;
    assert!(refused.says("Choose the level that describes you"), "{}", refused.words());
    assert!(refused.form("self_assess").contains(&("not_a_patient".into(), "Our surgery".into())));
}

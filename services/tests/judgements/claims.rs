//! "Not part of my post": claimed by the person, decided by their manager, and by nobody else.

use super::place::{AMINA, BEN, DAN, practice};
use domain::codes::GrantKind::{Assessor, TeamManager};
use services::judgements;

#[tokio::test]
async fn a_manager_decides_a_claim_and_it_leaves_what_is_asked() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    assert!(judgements::claim(&amina, "EMG-1", " ").await.is_err(), "without a reason");
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    let twice = judgements::claim(&amina, "EMG-1", "Again").await.unwrap_err().to_string();
    assert!(twice.contains("already claimed"), "{twice}");

    let line_manager = ground.sign_in(DAN, None).await;
    let claims = judgements::claims(&line_manager).await.unwrap();
    assert_eq!((claims.len(), claims[0].reason.to_string().as_str()), (1, "I never work alone"));
    let person = ground.person(AMINA).await;
    let decided = judgements::decide_claim(&line_manager, person, "EMG-1", true).await.unwrap();
    let told = decided.to_string();
    assert!(told.contains("no longer asked of") && told.contains("Amina"), "{told}");
    assert!(judgements::claims(&line_manager).await.unwrap().is_empty());
    let record = judgements::record(&amina, None, amina.today).await.unwrap();
    let asked: Vec<_> = record.asked().map(|line| line.code.as_str()).collect();
    assert_eq!(asked, ["RSK-1"]);
    let again = judgements::decide_claim(&line_manager, person, "EMG-1", false).await.unwrap_err();
    assert!(again.to_string().contains("decided already"), "{again}");
}

#[tokio::test]
async fn a_manager_asks_again_what_was_agreed_not_to_be_part_of_the_post() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let manager = ground.sign_in(DAN, None).await;
    let person = ground.person(AMINA).await;
    let never = judgements::end_exemption(&manager, person, "EMG-1").await.unwrap_err();
    assert!(never.to_string().contains("this exemption"), "{never}");
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    judgements::decide_claim(&manager, person, "EMG-1", true).await.unwrap();
    let seen = services::people::competency(&manager, person, "EMG-1").await.unwrap();
    assert!(seen.may_end_exemption);
    let again = judgements::claim(&amina, "EMG-1", "From a page left open").await.unwrap_err();
    assert!(again.to_string().contains("has agreed"), "{again}");
    assert!(judgements::end_exemption(&amina, person, "EMG-1").await.is_err(), "her own");

    let ended = judgements::end_exemption(&manager, person, "EMG-1").await.unwrap().to_string();
    assert!(ended.contains("is asked again of"), "{ended}");
    let record = judgements::record(&amina, None, amina.today).await.unwrap();
    assert!(record.asked().any(|line| line.code == "EMG-1"));
    let seen = services::people::competency(&manager, person, "EMG-1").await.unwrap();
    assert!(!seen.may_end_exemption);
    assert!(judgements::end_exemption(&manager, person, "EMG-1").await.is_err(), "twice");
}

#[tokio::test]
async fn a_declined_claim_leaves_everything_as_it_was() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let person = ground.person(AMINA).await;
    let told = judgements::decide_claim(&manager, person, "EMG-1", false).await.unwrap();
    assert!(told.to_string().contains("is still asked of"), "{told}");
    let detail = judgements::competency(&amina, None, "EMG-1").await.unwrap();
    assert!(detail.line.status.is_some() && detail.line.standing.claimed_on.is_none());
    judgements::claim(&amina, "EMG-1", "Once more").await.unwrap();
}

#[tokio::test]
async fn neither_an_assessor_nor_the_claimant_decides() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, Some((TeamManager, "P1"))).await;
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    let person = ground.person(AMINA).await;
    assert!(judgements::claims(&amina).await.unwrap().is_empty());
    assert!(judgements::decide_claim(&amina, person, "EMG-1", true).await.is_err());
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    assert!(judgements::claims(&ben).await.is_err());
    assert!(judgements::decide_claim(&ben, person, "EMG-1", true).await.is_err());
}

//! A record is removed by its owner while it is no history, and then it can be brought again.

use super::records::{brought_by, is_not_found, piece_of, trusted};
use crate::judgements::place::{AMINA, BEN, DAN};
use crate::judgements::practice;
use domain::brought::DeclineReason;
use domain::brought::views::BroughtState;
use domain::codes::GrantKind::{Assessor, TeamManager};
use entities::{
    audit_entry, brought_evidence, brought_record, declined_record, evidence_item, judgement,
    judgement_evidence,
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use services::{brought, judgements};

#[tokio::test]
async fn a_removed_record_is_gone_with_its_evidence_and_can_be_brought_again() {
    let ground = practice().await;
    let person = ground.person(AMINA).await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    piece_of(&ground, id, person).await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let amina = ground.sign_in(AMINA, None).await;
    brought::decline(&ben, id, DeclineReason::AskIssuer).await.unwrap();
    assert_eq!(judgements::waiting(&ben).await.unwrap().records, 0);

    brought::remove(&amina, id).await.unwrap();
    assert!(ground.all::<brought_record::Entity>().await.is_empty());
    assert!(ground.all::<brought_evidence::Entity>().await.is_empty());
    assert!(ground.all::<evidence_item::Entity>().await.is_empty());
    assert!(ground.all::<declined_record::Entity>().await.is_empty());
    let acts = ground.all::<audit_entry::Entity>().await;
    assert!(acts.iter().any(|entry| entry.action == "decline record"), "that it was stays");
    let entry = acts.iter().find(|entry| entry.action == "remove record").unwrap();
    assert_eq!((&*entry.subject, &*entry.subject_id), ("brought_record", &*id.to_string()));
    assert!(is_not_found(&brought::remove(&amina, id).await), "once");

    // The same file: its digest is the same.
    brought_by(&ground, AMINA, "Amina Khan").await;
    assert_eq!(brought::own(&amina).await.unwrap()[0].state, BroughtState::Waits);
    assert_eq!(judgements::waiting(&ben).await.unwrap().records, 1);
}

#[tokio::test]
async fn nobody_but_its_owner_removes_a_record() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    for ctx in [ben, manager] {
        assert!(is_not_found(&brought::remove(&ctx, id).await), "{}", ctx.actor.name());
    }
    assert!(brought::remove(&ground.operator(), id).await.is_err(), "nobody's");
    assert!(brought::remove(&ground.nobody(), id).await.is_err(), "not signed in");
    assert_eq!(ground.only::<brought_record::Entity>().await.id, id);
}

#[tokio::test]
async fn what_was_accepted_stays_and_says_so() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let amina = ground.sign_in(AMINA, None).await;
    assert_eq!(brought::own(&amina).await.unwrap()[0].stays, None);
    brought::accept(&ben, id, true).await.unwrap();
    let why = brought::own(&amina).await.unwrap()[0].stays.clone().unwrap();
    assert!(why.contains("This was accepted"), "{why}");
    assert_eq!(brought::remove(&amina, id).await.unwrap_err().to_string(), why);
    assert_eq!(ground.only::<brought_record::Entity>().await.id, id);
}

#[tokio::test]
async fn what_was_attached_to_a_judgement_stays_and_says_so() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    let item_id = piece_of(&ground, id, ground.person(AMINA).await).await;
    let judgement_sequence = ground.all::<judgement::Entity>().await[0].sequence;
    let attached = judgement_evidence::Model { judgement_sequence, item_id };
    attached.into_active_model().insert(ground.services.db.read()).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    let why = brought::own(&amina).await.unwrap()[0].stays.clone().unwrap();
    assert!(why.contains("attached to a request"), "{why}");
    assert_eq!(brought::remove(&amina, id).await.unwrap_err().to_string(), why);
    assert_eq!(ground.only::<evidence_item::Entity>().await.id, item_id);
    assert_eq!(ground.only::<brought_record::Entity>().await.id, id);
}

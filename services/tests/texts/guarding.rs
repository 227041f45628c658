//! Every use case that keeps a free text guards it, and the audit entry of the act says why a text was let through.

use crate::ground::Ground;
use crate::judgements::practice;
use domain::codes::Evidence;
use domain::codes::GrantKind::{Assessor, WorkforceLead};
use domain::frameworks::Level;
use domain::judgements::forms::{AskForConfirmation, Decision, SelfAssess};
use domain::refusal::Refusal;
use entities::{audit_entry, judgement};
use services::judgements::{self, Recognise};
use services::{Ctx, Error};

const NUMBER: &str = "He is 401 023 2137";
const POSTCODE: &str = "A talk at E1 4NS";

/// The field beside which something was refused.
fn field<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        Error::Refused(Refusal::Fields(errors)) => errors.0[0].field.clone(),
        other => panic!("{other}"),
    }
}

fn reflecting(text: &str) -> SelfAssess {
    SelfAssess { level: Level::AWARE, reflection: Some(text.to_owned()), confidence: None }
}

fn asking(note: &str) -> AskForConfirmation {
    AskForConfirmation {
        level: Level::AWARE,
        evidence: Evidence::Reading,
        note: note.to_owned(),
        attach_reflection: false,
    }
}

fn saying_why(ctx: &Ctx) -> Ctx {
    Ctx { not_a_patient: "It is our surgery".to_owned(), ..ctx.clone() }
}

async fn kept(ground: &Ground) -> usize {
    ground.all::<judgement::Entity>().await.len()
}

#[tokio::test]
async fn no_text_that_identifies_a_patient_is_kept_and_none_that_may_without_a_reason() {
    let ground = practice().await;
    let amina = ground.sign_in("E1", None).await;
    let ben = ground.sign_in("E2", Some((Assessor, "N1"))).await;
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    judgements::ask(&amina, "RSK-1", asking("On the ward"), "").await.unwrap();
    let sequence = judgements::open_requests(&ben).await.unwrap()[0].sequence;
    let before = kept(&ground).await;
    let recognising = |reason: &str, person: &str| Recognise {
        role_code: "PN".to_owned(),
        people: vec![person.to_owned()],
        domain_code: String::new(),
        reason: reason.to_owned(),
    };
    let person = ground.person("E1").await.to_string();
    for text in [NUMBER, POSTCODE] {
        assert_eq!(
            field(judgements::self_assess(&amina, "RSK-1", reflecting(text)).await),
            "reflection"
        );
        assert_eq!(field(judgements::ask(&amina, "EMG-1", asking(text), "").await), "note");
        assert_eq!(field(judgements::claim(&amina, "EMG-1", text).await), "reason");
        let back = Decision::SendBack { reason: text.to_owned() };
        assert_eq!(field(judgements::decide(&ben, sequence, back).await), "reason");
        let confirm = Decision::Confirm {
            level: Level::AWARE,
            evidence: vec![Evidence::Observation],
            made_on: ben.today,
            note: Some(text.to_owned()),
        };
        assert_eq!(field(judgements::decide(&ben, sequence, confirm).await), "note");
        assert_eq!(
            field(judgements::recognise(&lead, &recognising(text, &person)).await),
            "reason"
        );
    }
    assert_eq!(kept(&ground).await, before);
}

#[tokio::test]
async fn the_reason_stands_in_the_audit_entry_of_the_act_and_only_there() {
    let ground = practice().await;
    let amina = ground.sign_in("E1", None).await;
    judgements::self_assess(&saying_why(&amina), "RSK-1", reflecting("On the ward")).await.unwrap();
    judgements::self_assess(&saying_why(&amina), "RSK-1", reflecting(POSTCODE)).await.unwrap();
    assert!(
        judgements::self_assess(&saying_why(&amina), "RSK-1", reflecting(NUMBER)).await.is_err()
    );
    let entries = ground.all::<audit_entry::Entity>().await;
    let notes: Vec<_> =
        entries.iter().filter(|e| e.action == "self-assess").map(|e| &e.note).collect();
    let reason = "not about a patient: It is our surgery".to_owned();
    assert_eq!(notes, [&None, &Some(reason)], "nothing was asked about the first");
}

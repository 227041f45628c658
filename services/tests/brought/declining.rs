//! A record is declined by whoever may accept it, and then it waits for nobody.

use super::issuers::FINGERPRINT;
use super::records::{brought_by, is_not_found, trusted};
use crate::judgements::place::{AMINA, BEN, DAN};
use crate::judgements::practice;
use domain::brought::DeclineReason::{self, AnotherPerson, AskIssuer};
use domain::brought::views::BroughtState;
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::refusal::Refusal;
use entities::{acceptance, audit_entry, declined_record};
use services::{Error, Result, brought, judgements};

const TOLD: &str = "Declined on 1 November 2026 by Ben Okoro: it is not the same person";

/// The code of the rule that refused it.
fn rule<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Refused(Refusal::Rule { code, .. })) => code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_declined_record_waits_no_longer_and_says_by_whom_and_why() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    assert_eq!(judgements::waiting(&ben).await.unwrap().records, 1);
    assert_eq!(brought::record(&ben, id).await.unwrap().declined, None);
    brought::decline(&ben, id, AnotherPerson).await.unwrap();

    for ctx in [&ben, &lead] {
        assert!(brought::waiting(ctx, 1).await.unwrap().entries.is_empty());
        assert_eq!(judgements::waiting(ctx).await.unwrap().records, 0);
        let declined = brought::record(ctx, id).await.unwrap().declined.unwrap();
        assert_eq!(declined.words(), TOLD);
    }
    let amina = ground.sign_in(AMINA, None).await;
    let own = brought::own(&amina).await.unwrap();
    let BroughtState::Declined(declined) = &own[0].state else { panic!("{own:?}") };
    assert_eq!((declined.words().as_str(), &own[0].stays), (TOLD, &None));
    let entries = ground.all::<audit_entry::Entity>().await;
    let entry = entries.iter().find(|entry| entry.action == "decline record").unwrap();
    let after = entry.after.as_deref().unwrap();
    assert!(after.contains(FINGERPRINT) && after.contains("another_person"), "{after}");
}

#[tokio::test]
async fn what_was_declined_is_neither_accepted_nor_declined_again() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    brought::decline(&ben, id, AskIssuer).await.unwrap();
    for ctx in [&ben, &lead] {
        assert_eq!(rule(brought::accept(ctx, id, true).await), "record-declined");
        assert_eq!(rule(brought::decline(ctx, id, AnotherPerson).await), "record-declined");
    }
    assert!(ground.all::<acceptance::Entity>().await.is_empty());
    let row = ground.only::<declined_record::Entity>().await;
    assert_eq!((row.reason, row.by_person_id), (AskIssuer, ground.person(BEN).await));
}

#[tokio::test]
async fn of_one_who_accepts_and_one_who_declines_at_once_one_does() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    let (one, two) =
        tokio::join!(brought::accept(&ben, id, true), brought::decline(&lead, id, AskIssuer));
    assert!(one.is_ok() != two.is_ok(), "{one:?}, {two:?}");
    let accepted = ground.all::<acceptance::Entity>().await.len();
    assert_eq!(accepted + ground.all::<declined_record::Entity>().await.len(), 1);
}

#[tokio::test]
async fn nobody_declines_what_they_may_not_accept() {
    let ground = practice().await;
    let bens = brought_by(&ground, BEN, "Ben Okoro").await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let reason = DeclineReason::AssessedHere;
    assert!(is_not_found(&brought::decline(&ben, id, reason).await), "nobody trusts its issuer");
    trusted(&ground).await;
    assert!(is_not_found(&brought::decline(&ben, bens, reason).await), "his own");
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let elsewhere = ground.sign_in("E3", Some((Assessor, "T2"))).await;
    let amina = ground.sign_in(AMINA, None).await;
    for ctx in [manager, elsewhere, amina] {
        let refused = brought::decline(&ctx, id, reason).await;
        assert!(is_not_found(&refused), "{}", ctx.actor.name());
    }
    assert!(brought::decline(&ground.operator(), id, reason).await.is_err(), "nobody");
    assert!(brought::decline(&ground.nobody(), id, reason).await.is_err(), "not signed in");
    brought::accept(&ben, id, true).await.unwrap();
    assert!(is_not_found(&brought::decline(&ben, id, reason).await), "accepted");
    assert!(ground.all::<declined_record::Entity>().await.is_empty());
}

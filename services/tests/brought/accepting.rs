//! One act accepts a whole record: by whom, about whom, once, and only while its issuer is trusted.

use super::issuers::FINGERPRINT;
use super::records::{brought_by, is_not_found, trusted};
use crate::ground::day;
use crate::judgements::place::{AMINA, BEN, DAN};
use crate::judgements::practice;
use domain::brought::views::Acceptance;
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::codes::JudgementKind;
use domain::ids::BroughtRecordId;
use domain::refusal::Refusal;
use domain::standing::Confirmed;
use entities::{acceptance, accepted_from, audit_entry, judgement};
use sea_orm::EntityTrait;
use services::{Ctx, Error, brought, issuers, judgements};

async fn accepted(ctx: &Ctx, id: BroughtRecordId) -> services::Result<Acceptance> {
    brought::accept(ctx, id, true).await
}

#[tokio::test]
async fn a_whole_record_is_accepted_with_its_original_day_level_and_assessor() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let waiting = brought::waiting(&ben, 1).await.unwrap().entries;
    assert_eq!((waiting.len(), &*waiting[0].issuer), (1, "Eastern Trust"), "as the list names it");
    let record = brought::record(&ben, id).await.unwrap();
    let told: Vec<_> = record.lines.iter().map(|line| line.fate.words()).collect();
    assert_eq!(
        told,
        ["Accepted, due on 31 March 2028", "Left out: no competency here corresponds to it"],
        "24 months from 31 March 2026"
    );

    let came = accepted(&ben, id).await.unwrap();
    assert_eq!(came, Acceptance { accepted: 1, left_out: 1 });
    let amina = ground.person(AMINA).await;
    let facts = ben.facts().await.unwrap();
    let at = facts.competencies.iter().position(|c| c.code == "RSK-1").unwrap();
    let person = facts.person(amina).unwrap();
    let standing = person.standing_in(at as u16, &facts.competencies[at], ben.today);
    let Confirmed::At { level, kind, made_on, due_on } = standing.confirmed else {
        panic!("{standing:?}")
    };
    assert_eq!((level.number(), kind), (3, JudgementKind::Accepted));
    assert_eq!((made_on, due_on), (day("2026-11-01"), day("2028-03-31")));

    let row = ground.only::<accepted_from::Entity>().await;
    assert_eq!(row.confirmed_by, "Olive Byrne, Nurse");
    let said = judgement::Entity::find_by_id(row.judgement_sequence);
    let said = said.one(ground.services.db.read()).await.unwrap().unwrap();
    assert_eq!((said.original_on, said.note), (Some(day("2026-03-31")), None));
    let hers = ground.sign_in(AMINA, None).await;
    let page = judgements::competency(&hers, None, "RSK-1").await.unwrap();
    let from = page.history[0].accepted_from.clone().unwrap();
    assert_eq!((&*from.issuer, &*from.confirmed_by), ("Eastern Trust", "Olive Byrne, Nurse"));
    assert_eq!(page.history[0].by.as_deref(), Some("Ben Okoro"));
    let entries = ground.all::<audit_entry::Entity>().await;
    let entry = entries.iter().find(|entry| entry.action == "accept record").unwrap();
    assert!(entry.after.as_deref().unwrap().contains(FINGERPRINT));
    assert_eq!(entry.note.as_deref(), Some("said to be the same person"));
}

#[tokio::test]
async fn a_record_is_accepted_once() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    let (one, two) = tokio::join!(accepted(&ben, id), accepted(&lead, id));
    assert!(one.is_ok() != two.is_ok(), "of two at once one accepts: {one:?}, {two:?}");
    assert!(is_not_found(&accepted(&ben, id).await), "and it waits no longer");
    assert!(brought::waiting(&ben, 1).await.unwrap().entries.is_empty());
    assert_eq!(ground.all::<acceptance::Entity>().await.len(), 1);
    assert_eq!(ground.all::<accepted_from::Entity>().await.len(), 1);
}

#[tokio::test]
async fn nothing_is_accepted_of_whoever_is_not_trusted_at_that_moment() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    assert!(is_not_found(&brought::record(&ben, id).await), "not on the list");
    let issuer = trusted(&ground).await;
    assert!(brought::record(&ben, id).await.is_ok());
    issuers::end(&ground.operator(), issuer).await.unwrap();
    assert!(is_not_found(&accepted(&ben, id).await), "ended");
    assert!(brought::waiting(&ben, 1).await.unwrap().entries.is_empty());
    assert!(ground.all::<accepted_from::Entity>().await.is_empty());
}

#[tokio::test]
async fn nobody_accepts_their_own_or_of_people_outside_their_scope() {
    let ground = practice().await;
    let bens = brought_by(&ground, BEN, "Ben Okoro").await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    assert!(is_not_found(&accepted(&ben, bens).await), "his own");
    assert!(is_not_found(&brought::record(&ben, bens).await));
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let elsewhere = ground.sign_in("E3", Some((Assessor, "T2"))).await;
    let amina = ground.sign_in(AMINA, None).await;
    for ctx in [manager, elsewhere, amina] {
        assert!(is_not_found(&accepted(&ctx, id).await), "{}", ctx.actor.name());
        assert!(is_not_found(&brought::record(&ctx, id).await), "{}", ctx.actor.name());
    }
    assert!(accepted(&ground.operator(), id).await.is_err(), "the command line is nobody");
    assert!(ground.all::<accepted_from::Entity>().await.is_empty());
}

#[tokio::test]
async fn that_it_is_the_same_person_is_said_where_it_does_not_show() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Begum").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let refused = brought::accept(&ben, id, false).await;
    let Err(Error::Refused(Refusal::Fields(errors))) = refused else { panic!("{refused:?}") };
    assert!(errors.of("same").is_some());
    assert!(ground.all::<accepted_from::Entity>().await.is_empty());
    brought::accept(&ben, id, true).await.unwrap();
    assert!(ground.only::<acceptance::Entity>().await.same_person);
}

#[tokio::test]
async fn one_record_is_one_persons() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    let dans = brought_by(&ground, DAN, "Amina Khan").await;
    trusted(&ground).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    accepted(&ben, id).await.unwrap();
    let refused = accepted(&ben, dans).await;
    assert!(
        matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("somebody else")),
        "{refused:?}"
    );
    assert_eq!(ground.all::<acceptance::Entity>().await.len(), 1);
}

#[tokio::test]
async fn a_record_with_nothing_to_accept_stays_evidence() {
    let ground = practice().await;
    let id = brought_by(&ground, AMINA, "Amina Khan").await;
    trusted(&ground).await;
    let higher =
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2026-06-01,4\n";
    ground.bring(services::imports::Kind::Judgements, higher).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let record = brought::record(&ben, id).await.unwrap();
    assert_eq!(record.accepted(), 0);
    assert!(record.lines[0].fate.words().contains("level 4 is held here, due on 1 June 2028"));
    let refused = accepted(&ben, id).await;
    assert!(matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("nothing")));
    assert!(ground.all::<acceptance::Entity>().await.is_empty());
}

//! Without a request: what an assessor saw, what is confirmed again, several at once, and what a lead revokes.

use super::place::{AMINA, BEN, CARA, DAN, ask, level, practice, standing, the_request};
use crate::ground::{Ground, day};
use domain::codes::GrantKind::{Assessor, WorkforceLead};
use domain::codes::{Evidence, JudgementKind, Sharing};
use domain::imports::Kind;
use domain::judgements::forms::AskForConfirmation;
use domain::judgements::observing::{Observed, Reaffirm};
use domain::refusal::Refusal;
use domain::sharing::SetSharing;
use services::{Ctx, judgements, sharing};

const HEAD: &str =
    "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n";

/// The practice shares people, so that Ben and Cara, who assess the network, find them by name; both hold both competencies.
async fn sharing_practice() -> Ground {
    let ground = practice().await;
    let level = SetSharing { level: Sharing::People, from: day(crate::ground::TODAY) };
    sharing::set(&ground.operator(), "P1", level).await.unwrap();
    let held = "E2,EMG-1,confirmed,2026-01-05,4,,observation\nE3,EMG-1,confirmed,2026-01-05,4,,observation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{held}")).await;
    ground
}

fn saw(code: &str, number: u8, evidence: Evidence, made_on: &str) -> Observed {
    let (code, evidence) = (code.to_owned(), vec![evidence]);
    Observed { code, level: level(number), evidence, made_on: day(made_on), note: None }
}

async fn held(ground: &Ground, ctx: &Ctx, number: &str, code: &str) -> Option<u8> {
    let person = ground.person(number).await;
    let facts = judgements::observable(ctx, person).await.unwrap();
    let item = facts.items.iter().find(|item| item.code == code)?;
    item.held.map(|(level, _)| level.number())
}

#[tokio::test]
async fn an_assessor_confirms_several_levels_of_one_person_without_a_request() {
    let ground = sharing_practice().await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let amina = ground.person(AMINA).await;
    let page = judgements::observable(&ben, amina).await.unwrap();
    let codes: Vec<_> = page.items.iter().map(|item| item.code.as_str()).collect();
    assert_eq!(codes, ["RSK-1", "EMG-1"]);
    let both = vec![
        saw("RSK-1", 3, Evidence::Observation, "2026-10-04"),
        saw("EMG-1", 2, Evidence::CaseDiscussion, "2026-11-01"),
    ];
    let done = judgements::observe(&ben, amina, both).await.unwrap();
    assert_eq!((done.confirmed, done.signed), (2, 0));
    assert_eq!(held(&ground, &ben, AMINA, "RSK-1").await, Some(3), "dated back 28 days");
}

#[tokio::test]
async fn of_an_observation_all_is_confirmed_or_nothing_and_each_fault_is_told_beside_its_competency()
 {
    let ground = sharing_practice().await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let amina = ground.person(AMINA).await;
    let both = vec![
        saw("RSK-1", 3, Evidence::Observation, "2026-10-03"),
        saw("EMG-1", 2, Evidence::CaseDiscussion, "2026-11-01"),
    ];
    let refused = judgements::observe(&ben, amina, both).await.unwrap_err();
    let services::Error::Refused(Refusal::Fields(errors)) = refused else { panic!("{refused}") };
    assert!(errors.of("level-RSK-1").unwrap().contains("28 days"), "29 days back");
    assert_eq!(errors.0.len(), 1);
    assert_eq!(held(&ground, &ben, AMINA, "EMG-1").await, None);
}

#[tokio::test]
async fn nobody_is_observed_who_is_not_shared_by_name_nor_oneself() {
    let ground = practice().await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let saw = vec![saw("RSK-1", 3, Evidence::Observation, "2026-11-01")];
    // The practice shares figures: people there ask themselves.
    not_found(judgements::observe(&ben, ground.person(AMINA).await, saw.clone()).await);
    not_found(judgements::observable(&ben, ground.person(AMINA).await).await);
    not_found(judgements::observe(&ben, ground.person(BEN).await, saw).await);
}

#[tokio::test]
async fn what_falls_due_is_confirmed_again_in_one_act_each_by_its_own_rules() {
    let ground = sharing_practice().await;
    // RSK-1 is due on 1 December 2026, EMG-1 (12 months) on 1 January 2027.
    let said = "E1,RSK-1,confirmed,2024-12-01,3,,observation\nE1,EMG-1,confirmed,2026-01-01,2,,simulation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{said}")).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let list = judgements::due(&ben, 1).await.unwrap();
    let due: Vec<_> =
        list.entries.iter().map(|p| (p.name.as_str(), p.due, p.first_due_on)).collect();
    assert_eq!(due, [("Amina Khan", 2, day("2026-12-01"))]);
    let again = |evidence_on| Reaffirm {
        codes: vec!["RSK-1".to_owned(), "EMG-1".to_owned()],
        evidence: vec![Evidence::Reading],
        evidence_on: day(evidence_on),
        note: None,
    };
    let amina = ground.person(AMINA).await;
    let old = judgements::reaffirm(&ben, amina, again("2025-10-31")).await.unwrap_err().to_string();
    assert!(old.contains("last 12 months"), "{old}");
    let done = judgements::reaffirm(&ben, amina, again("2025-11-01")).await.unwrap();
    assert_eq!((done.confirmed, done.refused.len()), (2, 0));
    assert!(judgements::due(&ben, 1).await.unwrap().entries.is_empty());
    let twice = judgements::reaffirm(&ben, amina, again("2026-10-01")).await.unwrap_err();
    assert!(twice.to_string().contains("not due"), "{twice}");
}

#[tokio::test]
async fn whoever_assesses_nobody_is_refused_before_the_database_is_asked_for_anything() {
    let ground = sharing_practice().await;
    let (dan, amina) = (ground.sign_in(DAN, None).await, ground.person(AMINA).await);
    let saw = vec![saw("RSK-1", 3, Evidence::Observation, "2026-11-01")];
    let (observed, sent) = services::db::counted(judgements::observe(&dan, amina, saw)).await;
    not_found(observed);
    assert_eq!(sent, 0, "no lock that others wait for");
    let again = Reaffirm {
        codes: vec!["RSK-1".to_owned()],
        evidence: vec![Evidence::Reading],
        evidence_on: day("2026-11-01"),
        note: None,
    };
    let (again, sent) = services::db::counted(judgements::reaffirm(&dan, amina, again)).await;
    not_found(again);
    assert_eq!(sent, 0);
}

#[tokio::test]
async fn of_several_requests_each_is_judged_by_itself_and_the_refused_still_wait() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let dan = ground.sign_in(DAN, None).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    let first = the_request(&cara).await;
    let above = AskForConfirmation {
        level: level(3),
        items: Vec::new(),
        described: Some((Evidence::Reading, "I read the guidance".to_owned())),
        attach_reflection: false,
    };
    judgements::ask(&dan, "RSK-1", above, "").await.unwrap();
    let waiting = judgements::to_confirm(&cara).await.unwrap().requests;
    let all: Vec<i64> = waiting.iter().map(|request| request.sequence).collect();
    let beside = judgements::side_by_side(&cara, &all).await.unwrap();
    let cannot: Vec<bool> = beside.iter().map(|one| one.cannot.is_some()).collect();
    assert_eq!(cannot, [false, true], "reading supports level 1");
    let done = judgements::confirm_several(&cara, &all).await.unwrap();
    assert_eq!((done.confirmed, done.refused.len()), (1, 1));
    assert!(done.to_string().contains("Ask about risk"), "{done}");
    let left = judgements::to_confirm(&cara).await.unwrap().requests;
    assert_eq!(left.len(), 1);
    assert_ne!(left[0].sequence, first);
    assert!(judgements::confirm_several(&cara, &all).await.is_err(), "nothing that could be done");
    assert_eq!(
        standing(&amina).await.current(cara.today),
        Some((level(3), JudgementKind::Confirmed))
    );
}

#[tokio::test]
async fn a_workforce_lead_takes_a_confirmation_back_with_a_reason_and_nothing_earlier_returns() {
    let ground = sharing_practice().await;
    let said = "E1,RSK-1,confirmed,2025-12-01,2,,observation\nE1,RSK-1,confirmed,2026-06-01,3,,observation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{said}")).await;
    let lead = ground.sign_in(CARA, Some((WorkforceLead, "N1"))).await;
    let amina = ground.person(AMINA).await;
    assert!(judgements::revoke(&lead, amina, "RSK-1", " ").await.is_err(), "without a reason");
    let yesterday = ground.coverage("2026-10-31").await;
    judgements::revoke(&lead, amina, "RSK-1", "A complaint was upheld").await.unwrap();
    let herself = ground.sign_in(AMINA, None).await;
    assert_eq!(standing(&herself).await.confirmed, domain::standing::Confirmed::Revoked);
    assert_eq!(ground.coverage("2026-10-31").await, yesterday);
    let twice = judgements::revoke(&lead, amina, "RSK-1", "Again").await.unwrap_err().to_string();
    assert!(twice.contains("nothing to revoke"), "{twice}");
    not_found(judgements::revoke(&lead, ground.person(CARA).await, "RSK-1", "Mine").await);
    let elsewhere = ground.sign_in(DAN, Some((WorkforceLead, "T2"))).await;
    not_found(judgements::revoke(&elsewhere, amina, "RSK-1", "Not mine").await);
}

#[tokio::test]
async fn what_was_seen_before_a_level_was_taken_back_is_refused_and_says_so() {
    let ground = sharing_practice().await;
    ground
        .bring(Kind::Judgements, &format!("{HEAD}E1,RSK-1,confirmed,2026-06-01,3,,observation\n"))
        .await;
    let lead = ground.sign_in(CARA, Some((WorkforceLead, "N1"))).await;
    let amina = ground.person(AMINA).await;
    judgements::revoke(&lead, amina, "RSK-1", "A complaint was upheld").await.unwrap();
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let before = vec![saw("RSK-1", 3, Evidence::Observation, "2026-10-31")];
    let refused = judgements::observe(&ben, amina, before).await.unwrap_err();
    let services::Error::Refused(Refusal::Fields(errors)) = refused else { panic!("{refused}") };
    assert!(errors.of("level-RSK-1").unwrap().contains("revoked on 1 November 2026"));
    let since = vec![saw("RSK-1", 3, Evidence::Observation, "2026-11-01")];
    assert_eq!(judgements::observe(&ben, amina, since).await.unwrap().confirmed, 1);
}

#[tokio::test]
async fn of_somebody_who_is_away_it_is_said_so_when_several_are_confirmed() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let dan = ground.sign_in(DAN, None).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    ask(&dan, "").await.unwrap();
    super::together::away(&ground, DAN, "Dan", "Reid", "A4").await;
    let waiting = judgements::to_confirm(&cara).await.unwrap().requests;
    let all: Vec<i64> = waiting.iter().map(|request| request.sequence).collect();
    let done = judgements::confirm_several(&cara, &all).await.unwrap();
    assert_eq!((done.confirmed, done.refused.len()), (1, 1));
    assert!(done.refused[0].1.contains("away from their post"), "{done}");
}

fn not_found<T: std::fmt::Debug>(result: services::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(error, services::Error::Refused(Refusal::NotFound(_))), "{error}");
}

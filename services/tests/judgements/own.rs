//! What somebody says of themselves: theirs alone to say, and their reflections theirs alone to read.

use super::place::{AMINA, BEN, DAN, ask, level, practice, standing, the_request};
use domain::accounts::forms::StaffNumber;
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::codes::JudgementKind;
use domain::judgements::forms::{Decision, SelfAssess};
use domain::refusal::Refusal;
use services::judgements::Recognise;
use services::{accounts, grants, judgements, viewings};

fn rule<T: std::fmt::Debug>(ended: services::Result<T>) -> String {
    match ended.expect_err("it is refused") {
        services::Error::Refused(Refusal::Rule { code, .. }) => code,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn reflections_are_invisible_to_managers_and_leads_and_looking_is_noted() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    ask(&amina, "").await.unwrap();
    let person = ground.person(AMINA).await;
    let own = judgements::competency(&amina, None, "RSK-1").await.unwrap();
    assert!(own.history.iter().any(|line| line.reflection.is_some() && line.confidence == Some(2)));

    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let lead = ground.sign_in(BEN, Some((WorkforceLead, "P1"))).await;
    for reader in [&manager, &lead] {
        let seen = judgements::competency(reader, Some(person), "RSK-1").await.unwrap();
        assert_eq!(seen.history.len(), own.history.len());
        assert!(seen.history.iter().all(|l| l.reflection.is_none() && l.confidence.is_none()));
        assert!(own.history.iter().any(|line| line.note.is_some()), "she wrote to her assessor");
        assert!(seen.history.iter().all(|line| line.note.is_none()), "and to nobody else");
    }
    assert_eq!(viewings::of_myself(&amina, 10).await.unwrap().len(), 2);
    let assessor = ground.sign_in("E3", Some((Assessor, "N1"))).await;
    assert!(judgements::competency(&assessor, Some(person), "RSK-1").await.is_err());
}

#[tokio::test]
async fn start_here_asks_the_critical_one_first_and_then_the_rest() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let step = judgements::start(&amina, None).await.unwrap().step.unwrap();
    assert_eq!((step.progress(None), step.competency.line.code.as_str()), ((1, 2), "RSK-1"));
    let skipped = judgements::start(&amina, Some("RSK-1")).await.unwrap().step.unwrap();
    assert_eq!(
        (skipped.progress(Some(2)), skipped.competency.line.code.as_str()),
        ((2, 2), "EMG-1")
    );
    ask(&amina, "").await.unwrap();
    let end = judgements::start(&amina, Some("EMG-1")).await.unwrap();
    assert!(end.step.is_none() && end.left == 1, "what was skipped is still open");
}

#[tokio::test]
async fn in_one_sitting_only_what_changed_is_said_again() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    ask(&amina, "").await.unwrap();
    let sitting = judgements::sitting(&amina, "RSK").await.unwrap();
    assert_eq!((sitting.items.len(), sitting.items[0].self_level), (1, Some(level(3))));
    let chosen = |rsk: &str, emg: &str| {
        [("RSK-1".to_owned(), rsk.to_owned()), ("EMG-1".to_owned(), emg.to_owned())]
    };
    let save = async |levels: [(String, String); 2]| {
        judgements::self_assess_domain(&amina, "RSK", &levels).await
    };
    assert_eq!(save(chosen("3", "")).await.unwrap(), 0);
    assert_eq!(save(chosen("3", "2")).await.unwrap(), 1);
    assert!(save(chosen("", "")).await.is_err(), "nothing chosen");
    assert!(save(chosen("3", "6")).await.unwrap_err().to_string().contains("Choose a level"));
    assert_eq!(standing(&amina).await.self_level, Some(level(3)));
    let said = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    let said = said.iter().filter(|line| line.kind == JudgementKind::SelfAssessment);
    assert_eq!(said.count(), 1);
}

#[tokio::test]
async fn what_waits_is_counted_for_each_part_somebody_has() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let own = judgements::waiting(&amina).await.unwrap();
    assert_eq!(
        own.own.map(|own| (own.asked, own.critical_unassessed, own.other_unassessed)),
        Some((2, 1, 1))
    );
    assert!(own.requests.is_none() && own.claims.is_none() && !own.may_recognise);
    ask(&amina, "").await.unwrap();
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let waits = judgements::waiting(&ben).await.unwrap().requests.unwrap();
    assert_eq!((waits.to_me_by_name, waits.to_any_assessor), (0, 1));
    let dan = ground.sign_in(DAN, None).await;
    assert_eq!(judgements::waiting(&dan).await.unwrap().claims, Some(1));
}

#[tokio::test]
async fn what_an_account_said_that_was_not_theirs_is_not_put_in_their_mouth() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let reflection = Some("It was harder than I thought".to_owned());
    let assessed = SelfAssess { level: level(3), reflection, confidence: Some(2) };
    judgements::self_assess(&amina, "RSK-1", assessed).await.unwrap();
    let last = async || {
        let detail = judgements::competency(&amina, None, "RSK-1").await.unwrap();
        detail.history.into_iter().next().unwrap()
    };
    let hers = last().await;
    assert_eq!((hers.by.as_deref(), hers.confidence), (Some("Amina Khan"), Some(2)));
    assert!(hers.reflection.is_some());

    let account = amina.actor.account_id().unwrap();
    accounts::unlink(&ground.operator(), account).await.unwrap();
    let not_hers = last().await;
    assert_eq!(not_hers.by.as_deref(), Some("e1@staff.example"));
    assert_eq!((not_hers.reflection, not_hers.confidence), (None, None));
}

#[tokio::test]
async fn whoever_answers_without_a_staff_record_is_named_by_their_account_and_judges_nobody() {
    let ground = practice().await;
    let operator = ground.operator();
    let id = accounts::add(&operator, "lead@home.example", None).await.unwrap();
    for (kind, code) in [(TeamManager, "P1"), (Assessor, "N1"), (WorkforceLead, "P1")] {
        let place = grants::find_place(&operator, Some(code)).await.unwrap();
        grants::give(&operator, id, kind, place).await.unwrap();
    }
    let lead = accounts::actor_with(&operator, "lead@home.example").await.unwrap();
    let lead = ground.services.as_actor(lead);
    let amina = ground.sign_in(AMINA, None).await;
    let person = ground.person(AMINA).await;
    // Whose account it is could be her own second one.
    judgements::claim(&amina, "EMG-1", "I never work alone").await.unwrap();
    let decided = judgements::decide_claim(&lead, person, "EMG-1", true).await;
    assert_eq!(rule(decided), "assessor-without-record");
    let recognise = Recognise {
        role_code: "PN".into(),
        domain_code: "RSK".into(),
        people: vec![person.to_string()],
        reason: "Registered".into(),
    };
    let recognised = judgements::recognise(&lead, &recognise).await;
    assert_eq!(rule(recognised), "assessor-without-record");
    let revoked = judgements::revoke(&lead, person, "RSK-1", "Seen otherwise").await;
    assert_eq!(rule(revoked), "assessor-without-record");

    ask(&amina, "").await.unwrap();
    let sent_back = Decision::SendBack { reason: "Say more".to_owned() };
    judgements::decide(&lead, the_request(&lead).await, sent_back).await.unwrap();
    let answered_by = async || {
        let detail = judgements::competency(&amina, None, "RSK-1").await.unwrap();
        detail.history.into_iter().next().unwrap().by
    };
    assert_eq!(answered_by().await.as_deref(), Some("lead@home.example"));
    let cara = StaffNumber::parse("E3", "").unwrap();
    accounts::link(&operator, id, &cara).await.unwrap();
    assert_eq!(answered_by().await.as_deref(), Some("Cara Miah"));
}

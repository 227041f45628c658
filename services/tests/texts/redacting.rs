//! Redaction: two people of information governance, never about themselves; event, day, level and actor stay.

use crate::ground::Ground;
use crate::judgements::practice;
use domain::codes::Evidence;
use domain::codes::GrantKind::{InformationGovernance, WorkforceLead};
use domain::frameworks::Level;
use domain::judgements::forms::{AskForConfirmation, SelfAssess};
use domain::judgements::views::RecordDetail;
use domain::redactions::TextKind::{JudgementNote, Reflection};
use domain::redactions::{TextKind, Words};
use domain::refusal::Refusal;
use entities::{audit_entry, judgement, redaction, reflection};
use services::judgements::{self, Recognise};
use services::{Ctx, Error, redactions, viewings};

const EVERYWHERE: &str = "";

/// Amina, who has written something; and two who may redact.
async fn place() -> (Ground, Ctx, Ctx, Ctx) {
    let ground = practice().await;
    let amina = ground.sign_in("E1", None).await;
    let ben = ground.sign_in("E2", Some((InformationGovernance, EVERYWHERE))).await;
    let cara = ground.sign_in("E3", Some((InformationGovernance, EVERYWHERE))).await;
    let reflection = Some("His wife teaches at the school".to_owned());
    let assessed = SelfAssess { level: Level::AWARE, reflection, confidence: Some(2) };
    judgements::self_assess(&amina, "RSK-1", assessed).await.unwrap();
    let asked = AskForConfirmation {
        level: Level::AWARE,
        evidence: Evidence::Reading,
        note: "With the teacher’s husband".to_owned(),
        attach_reflection: true,
    };
    judgements::ask(&amina, "RSK-1", asked, "").await.unwrap();
    (ground, amina, ben, cara)
}

/// The row of Amina's note, and of what she wrote beside her own level.
async fn rows(ground: &Ground) -> (String, String) {
    let said = ground.all::<judgement::Entity>().await;
    let note = said.iter().find(|row| row.note.is_some()).unwrap();
    let own = said.iter().rfind(|row| row.sequence < note.sequence).unwrap();
    (note.sequence.to_string(), own.sequence.to_string())
}

async fn redact(one: &Ctx, other: &Ctx, kind: TextKind, row: &str) {
    redactions::propose(one, kind, row, "It tells who the patient is").await.unwrap();
    let proposal = redactions::open(other, kind, row).await.unwrap().proposal.unwrap();
    redactions::decide(other, proposal.id, true).await.unwrap();
}

async fn record(ctx: &Ctx) -> RecordDetail {
    judgements::competency(ctx, None, "RSK-1").await.unwrap()
}

fn refused<T: std::fmt::Debug>(result: services::Result<T>) -> Refusal {
    match result.unwrap_err() {
        Error::Refused(refusal) => refusal,
        Error::Fault(cause) => panic!("{cause}"),
    }
}

#[tokio::test]
async fn a_second_person_agrees_and_only_the_words_are_gone() {
    let (ground, amina, ben, cara) = place().await;
    let (row, _) = rows(&ground).await;
    let (before, figures) =
        (ground.all::<judgement::Entity>().await, ground.coverage("2026-11-01").await);
    redactions::propose(&ben, JudgementNote, &row, "It tells who the patient is").await.unwrap();
    let proposal = redactions::open(&cara, JudgementNote, &row).await.unwrap().proposal.unwrap();
    assert_eq!((proposal.proposed_by.as_str(), proposal.mine), ("e2@staff.example", false));
    let alone = refused(redactions::decide(&ben, proposal.id, true).await);
    assert!(matches!(&alone, Refusal::Rule { code, .. } if code == "second-person"), "{alone}");
    let written = redactions::open(&ben, JudgementNote, &row).await.unwrap().words;
    assert_eq!(written, Words::Written("With the teacher’s husband".to_owned()));

    redactions::decide(&cara, proposal.id, true).await.unwrap();
    let mut expected = before;
    for row in &mut expected {
        row.note = None;
    }
    assert_eq!(ground.all::<judgement::Entity>().await, expected);
    assert_eq!(ground.coverage("2026-11-01").await, figures);
    let told: Vec<String> = record(&amina)
        .await
        .history
        .iter()
        .filter_map(|l| l.note.as_ref().map(Words::quoted))
        .collect();
    assert_eq!(told, [format!("Redacted on {}", domain::dates::spoken(real_today(&ground).await))]);
    let again = refused(redactions::decide(&ben, proposal.id, false).await);
    assert!(
        again.to_string().contains("proposed this") || again.to_string().contains("decided"),
        "{again}"
    );
    let acts: Vec<String> =
        ground.all::<audit_entry::Entity>().await.into_iter().map(|e| e.action).collect();
    assert!(acts.ends_with(&["propose redaction".to_owned(), "redact".to_owned()]), "{acts:?}");
}

/// A decision is noted at the real moment, as everything that is recorded.
async fn real_today(ground: &Ground) -> chrono::NaiveDate {
    ground.all::<redaction::Entity>().await[0].decided_at.unwrap().date_naive()
}

#[tokio::test]
async fn a_declined_text_stays_and_may_be_proposed_again() {
    let (ground, _, ben, cara) = place().await;
    let (row, _) = rows(&ground).await;
    redactions::propose(&ben, JudgementNote, &row, "It tells who").await.unwrap();
    let twice = refused(redactions::propose(&cara, JudgementNote, &row, "It tells who").await);
    assert!(twice.to_string().contains("somebody has proposed it"), "{twice}");
    let proposal = redactions::open(&cara, JudgementNote, &row).await.unwrap().proposal.unwrap();
    redactions::decide(&cara, proposal.id, false).await.unwrap();
    let open = redactions::open(&cara, JudgementNote, &row).await.unwrap();
    assert!(open.proposal.is_none() && matches!(open.words, Words::Written(_)));
    redact(&cara, &ben, JudgementNote, &row).await;
    let gone = redactions::open(&ben, JudgementNote, &row).await.unwrap();
    assert!(matches!(gone.words, Words::Redacted(_)));
    assert!(redactions::propose(&ben, JudgementNote, &row, "Again").await.is_err(), "it is gone");
}

#[tokio::test]
async fn a_reflection_goes_with_its_copy_beside_the_request() {
    let (ground, amina, ben, cara) = place().await;
    let (_, row) = rows(&ground).await;
    assert_eq!(redactions::open(&ben, Reflection, &row).await.unwrap().copies, 1);
    redact(&ben, &cara, Reflection, &row).await;
    let kept = ground.all::<reflection::Entity>().await;
    assert!(kept.len() == 2 && kept.iter().all(|r| r.text.is_none() && r.confidence == Some(2)));
    let shown = record(&amina).await.history;
    let redacted = |words: &Option<Words>| matches!(words, Some(Words::Redacted(_)));
    assert_eq!(shown.iter().filter(|line| redacted(&line.reflection)).count(), 2);
    assert_eq!(shown.iter().filter(|line| line.note.is_some()).count(), 1, "her note stays");
}

#[tokio::test]
async fn what_one_act_wrote_beside_many_judgements_goes_together() {
    let (ground, _, ben, cara) = place().await;
    let lead = ground.sign_in("E4", Some((WorkforceLead, "P1"))).await;
    let reason = "Told by the teacher’s husband".to_owned();
    let people = vec![ground.person("E1").await.to_string()];
    let all = Recognise {
        role_code: "PN".to_owned(),
        people,
        domain_code: String::new(),
        reason: reason.clone(),
    };
    judgements::recognise(&lead, &all).await.unwrap();
    let written = async || {
        let said = ground.all::<judgement::Entity>().await;
        said.into_iter()
            .filter(|row| row.note.as_ref() == Some(&reason))
            .map(|r| r.sequence)
            .collect::<Vec<_>>()
    };
    let rows = written().await;
    assert_eq!(rows.len(), 2);
    redact(&ben, &cara, JudgementNote, &rows[0].to_string()).await;
    assert_eq!(written().await, Vec::<i64>::new());
    let other = redactions::open(&ben, JudgementNote, &rows[1].to_string()).await.unwrap();
    assert!(matches!(other.words, Words::Redacted(_)));
}

#[tokio::test]
async fn nobody_redacts_their_own_record_or_without_the_grant() {
    let (ground, amina, ben, _) = place().await;
    let (row, _) = rows(&ground).await;
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    let (nobody, operator) = (ground.nobody(), ground.operator());
    for wrong in [&amina, &lead, &nobody, &operator] {
        assert!(redactions::open(wrong, JudgementNote, &row).await.is_err());
        assert!(redactions::propose(wrong, JudgementNote, &row, "It tells who").await.is_err());
    }
    let own =
        SelfAssess { level: Level::AWARE, reflection: Some("Mine".to_owned()), confidence: None };
    judgements::self_assess(&ben, "RSK-1", own).await.unwrap();
    let mine =
        ground.all::<reflection::Entity>().await.pop().unwrap().judgement_sequence.to_string();
    let not_found = refused(redactions::open(&ben, Reflection, &mine).await);
    assert!(matches!(not_found, Refusal::NotFound(_)));
    let ben_id = ground.person("E2").await;
    assert!(redactions::of_person(&ben, ben_id, 1).await.is_err());
}

#[tokio::test]
async fn whoever_redacts_sees_no_words_before_a_text_is_opened_and_the_owner_sees_who_looked() {
    let (ground, amina, ben, cara) = place().await;
    let found = redactions::redactions(&ben, "khan", 1).await.unwrap().people.unwrap();
    let id = ground.person("E1").await;
    assert_eq!(found.entries.iter().map(|p| p.id).collect::<Vec<_>>(), [id]);
    assert!(
        judgements::competency(&ben, Some(id), "RSK-1").await.is_err(),
        "no reading of records"
    );
    let texts = redactions::of_person(&ben, id, 1).await.unwrap();
    assert_eq!(texts.texts.total, 3, "a note, a reflection and its copy");
    assert!(!format!("{texts:?}").contains("teacher"));
    assert_eq!(viewings::of_myself(&amina, 10).await.unwrap().len(), 1);
    redactions::open(&ben, JudgementNote, &rows(&ground).await.0).await.unwrap();
    assert_eq!(viewings::of_myself(&amina, 10).await.unwrap().len(), 2);
    redactions::propose(&ben, JudgementNote, &rows(&ground).await.0, "It tells who").await.unwrap();
    let waits = |list: domain::redactions::views::Redactions| {
        list.waiting.into_iter().map(|w| w.mine).collect::<Vec<_>>()
    };
    assert_eq!(waits(redactions::redactions(&ben, "", 1).await.unwrap()), [true]);
    assert_eq!(waits(redactions::redactions(&cara, "", 1).await.unwrap()), [false]);
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does() {
    let (ground, _, ben, cara) = place().await;
    let dan = ground.sign_in("E4", Some((InformationGovernance, EVERYWHERE))).await;
    let (row, _) = rows(&ground).await;
    redactions::propose(&ben, JudgementNote, &row, "It tells who").await.unwrap();
    let id = redactions::open(&cara, JudgementNote, &row).await.unwrap().proposal.unwrap().id;
    let (one, other) =
        tokio::join!(redactions::decide(&cara, id, true), redactions::decide(&dan, id, false));
    assert!(one.is_ok() != other.is_ok());
}

//! What a check tells: where something stands and what it may be, never the words.

use crate::ground::{Ground, ground};
use crate::judgements::practice;
use domain::ids::PersonId;
use entities::{judgement, reflection};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use services::check::{self, Remark};
use services::imports::Kind;

async fn told(ground: &Ground) -> Vec<Remark> {
    let mut remarks = Vec::new();
    check::check(&ground.operator(), &mut |remark| remarks.push(remark)).await.unwrap();
    remarks
}

/// Writes a note past every guard, as an older version or another tool might have.
async fn write(ground: &Ground, note: &str) -> i64 {
    let rows = ground.all::<judgement::Entity>().await;
    let row = rows.into_iter().min_by_key(|row| row.sequence).unwrap();
    let mut changed = row.clone().into_active_model();
    changed.note = Set(Some(note.to_owned()));
    changed.update(ground.services.db.read()).await.unwrap();
    row.sequence
}

#[tokio::test]
async fn an_empty_installation_and_a_clean_one_have_nothing_to_tell() {
    assert_eq!(told(&ground().await).await, []);
    assert_eq!(told(&practice().await).await, []);
}

#[tokio::test]
async fn an_nhs_number_is_wrong_and_a_postcode_a_question_and_neither_is_repeated() {
    let ground = practice().await;
    let row = write(&ground, "He is 401 023 2137").await;
    let wrong = format!(
        "judgement {row}, note: an NHS number. Redact it at /redactions/texts/judgement_note/{row}"
    );
    assert_eq!(told(&ground).await, [Remark::Wrong(wrong)]);
    write(&ground, "At E1 4NS").await;
    let question = format!(
        "judgement {row}, note: perhaps a postcode. Redact it at /redactions/texts/judgement_note/{row}"
    );
    assert_eq!(told(&ground).await, [Remark::Question(question)]);
}

#[tokio::test]
async fn every_text_is_looked_at_however_many_pages_there_are() {
    let ground = practice().await;
    let header = "employee_number,competency_code,kind,made_on,level,note\n";
    let lines = |number: usize| format!("E1,RSK-1,self,2026-01-05,3,Seen {number} at E1 4NS\n");
    let text = header.to_owned() + &(0..2_500).map(lines).collect::<String>();
    ground.bring(Kind::Judgements, &text).await;
    assert_eq!(told(&ground).await.len(), 2_500);
}

#[tokio::test]
async fn a_reflection_beside_somebody_elses_judgement_is_wrong() {
    let ground = practice().await;
    let said = ground.all::<judgement::Entity>().await.remove(0);
    let other: PersonId = ground.person("E1").await;
    assert_ne!(said.person_id, other);
    let stray = reflection::ActiveModel {
        judgement_sequence: Set(said.sequence),
        person_id: Set(other),
        confidence: Set(Some(2)),
        text: Set(None),
    };
    stray.insert(ground.services.db.read()).await.unwrap();
    let told = told(&ground).await;
    assert!(
        matches!(&told[..], [Remark::Wrong(what)] if what.starts_with("reflection ")),
        "{told:?}"
    );
}

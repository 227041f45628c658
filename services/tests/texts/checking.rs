//! What a check tells: where something stands and what it may be, never the words.

use crate::ground::{Ground, ground};
use crate::judgements::practice;
use domain::ids::{FrameworkCommentId, PersonId};
use entities::{competency, draft, framework_comment, judgement, reflection};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
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

#[tokio::test]
async fn drafts_wording_and_comments_are_looked_at_too() {
    const NUMBER: &str = "He is 401 023 2137";
    let ground = practice().await;
    let db = ground.services.db.read();
    let amina = ground.person("E1").await;
    let begun = draft::ActiveModel {
        person_id: Set(amina),
        about: Set("ask RSK-1".to_owned()),
        answers: Set(serde_json::to_string(&[("level", "3"), ("note", NUMBER)]).unwrap()),
        saved_at: Set(ground.operator().now),
    };
    draft::Entity::insert(begun).exec_without_returning(db).await.unwrap();
    let worded = ground.all::<competency::Entity>().await.remove(0);
    let version = worded.version_id;
    let mut changed = worded.into_active_model();
    changed.level_3 = Set(Some(NUMBER.to_owned()));
    let worded = changed.update(db).await.unwrap();
    let comment = framework_comment::Model {
        id: FrameworkCommentId(uuid::Uuid::now_v7()),
        version_id: version,
        competency_id: None,
        account_id: None,
        invitation_id: None,
        name: "Nadia".to_owned(),
        text: NUMBER.to_owned(),
        written_at: ground.operator().now,
        resolved_at: None,
        resolved_by: None,
    };
    let written = comment.clone().into_active_model().reset_all();
    framework_comment::Entity::insert(written).exec_without_returning(db).await.unwrap();
    let wrong = |place: String, how: &str| Remark::Wrong(format!("{place}: an NHS number. {how}"));
    let keeper = "Ask whoever keeps the database to blank it.";
    let redact = format!("Redact it at /redactions/texts/framework_comment/{}", comment.id);
    assert_eq!(
        told(&ground).await,
        [
            wrong(format!("framework_comment {}, text", comment.id), &redact),
            wrong(format!("competency {}, level_3", worded.id), keeper),
            wrong(format!("draft {amina} ask RSK-1, answers"), "Ask its owner to change it."),
        ]
    );
}

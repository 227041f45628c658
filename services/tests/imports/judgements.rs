//! History from files: append-only, in the order of the file, never twice.

use super::small_place::{expect, small_place};
use crate::ground::{TODAY, day, nobody_listens, tally};
use domain::codes::GrantKind;
use domain::codes::JudgementKind::{Confirmed, Exempted, Revoked, SelfAssessment};
use domain::ids::AccountId;
use domain::policy::{Account, Actor, Grant, Scope};
use entities::{account, judgement, person};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};
use services::imports::{self, Kind, Options, Source};
use uuid::Uuid;

const HISTORY: &str = "\
employee_number,competency_code,kind,made_on,level,by_employee_number,evidence,note
E1,RSK-1,self,2026-01-05,3,,,
E1,RSK-1,confirmed,2026-01-05,4,E2,observation; case_discussion,seen at work
E1,RSK-1,revoked,2026-02-01,,E2,,
E1,RSK-1,exempted,2026-02-01,,,,not part of this post
E1,RSK-1,self,2026-01-05,3,,,
";

#[tokio::test]
async fn rows_get_their_sequence_in_the_order_of_the_file_and_come_once() {
    let ground = small_place().await;
    let outcome = ground.bring(Kind::Judgements, HISTORY).await;
    assert_eq!(tally(&outcome, "judgements").new, 5, "a repeated row is a second judgement");
    let in_order = judgement::Entity::find().order_by_asc(judgement::Column::Sequence);
    let rows = in_order.all(ground.services.db.read()).await.unwrap();
    let kinds: Vec<_> = rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [SelfAssessment, Confirmed, Revoked, Exempted, SelfAssessment]);
    assert_eq!(rows[1].evidence.as_deref(), Some("observation;case_discussion"));
    assert!(rows.iter().all(|row| row.import_id == Some(outcome.import)), "shown as imported");

    let before = ground.facts().await;
    let again = ground.bring(Kind::Judgements, HISTORY).await;
    assert_eq!((tally(&again, "judgements").new, tally(&again, "judgements").unchanged), (0, 5));
    assert_eq!(ground.facts().await, before);
    // Other columns first, dates as ESR writes them, one row more: the five are known again.
    let rewritten = "made_on,kind,competency_code,employee_number,level,by_employee_number,note,evidence\n\
                     05-Jan-2026,self,RSK-1,E1,3,,,\n\
                     05/01/2026,self,RSK-1,E1,3,,,\n\
                     2026/01/05 00:00:00,self,RSK-1,E1,3,,,\n";
    let more = ground.bring(Kind::Judgements, rewritten).await;
    assert_eq!((tally(&more, "judgements").new, tally(&more, "judgements").unchanged), (1, 2));
}

#[tokio::test]
async fn every_fault_of_history_is_told() {
    let ground = small_place().await;
    let text = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence,note\n\
                E99,RSK-9,requested,2026-11-02,6,E98,hearsay,=1\n\
                E1,RSK-1,confirmed,2026-01-01,,,,\n\
                E1,RSK-1,revoked,2026-01-01,3,,,\n\
                E1,RSK-1,self,2026-11-01,3,,,\n";
    expect(
        &ground.faults(Kind::Judgements, text).await,
        &[
            "line 2, employee_number 'E99': nobody on record has this number",
            "line 2, competency_code 'RSK-9': is not the code of a competency",
            "line 2, made_on '2026-11-02': is later than today, 1 November 2026",
            "line 2, kind 'requested': is not a kind of judgement that a file can bring",
            "line 2, level '6': '6' is not a level",
            "line 2, by_employee_number 'E98': nobody on record",
            "line 2, evidence 'hearsay': 'hearsay' is not a known evidence",
            "line 2, note '=1': starts with =",
            "line 3, level: a judgement of kind 'confirmed' needs a level",
            "line 4, level '3': a judgement of kind 'revoked' has no level",
        ],
    );
}

#[tokio::test]
async fn nobody_brings_judgements_about_themselves() {
    let ground = small_place().await;
    let people = ground.all::<person::Entity>().await;
    let ada = people.iter().find(|p| p.employee_number == "E1").unwrap();
    let id = AccountId(Uuid::now_v7());
    let everywhere = Grant { kind: GrantKind::Administrator, scope: Scope::Everywhere };
    let ctx = ground.services.as_actor(Actor::Account(Account {
        id,
        email: "ada.khan@staff.example".into(),
        person: Some(ada.id),
        grants: vec![everywhere],
        manages_posts: false,
    }));
    let source = Source::text("history.csv", HISTORY);
    let options = Options::at(day(TODAY));
    let watch = nobody_listens();
    let checked = imports::check(&ctx, Kind::Judgements, &source, &options, &watch).await.unwrap();
    assert_eq!(checked.report.faults.listed.len(), 5);
    assert!(checked.report.faults.listed[0].message.starts_with("is yourself"));

    let about_ben =
        "employee_number,competency_code,kind,made_on,level\nE2,RSK-1,self,2026-01-05,3\n";
    let source = Source::text("history.csv", about_ben);
    account::ActiveModel {
        id: Set(id),
        email: Set("ada.khan@staff.example".into()),
        person_id: Set(Some(ada.id)),
        password_hash: Set(None),
        demonstration: Set(false),
        created_at: Set(ctx.now),
        disabled_at: Set(None),
    }
    .insert(ground.services.db.read())
    .await
    .unwrap();
    imports::bring_in(&ctx, Kind::Judgements, &source, &options, &watch).await.unwrap();
    let recorded = ground.only::<judgement::Entity>().await;
    assert_eq!(recorded.by_account_id, Some(id), "imported by her, about somebody else");
}

#[tokio::test]
async fn a_note_with_an_nhs_number_is_a_fault_and_one_that_may_name_a_patient_a_doubt() {
    let ground = small_place().await;
    let with = |note: &str| {
        format!(
            "employee_number,competency_code,kind,made_on,level,note\nE1,RSK-1,self,2026-01-05,3,{note}\n"
        )
    };
    let faults = ground.faults(Kind::Judgements, &with("saw 401 023 2137")).await;
    assert_eq!(faults, ["line 2, note: holds an NHS number; remove it"], "without the number");

    let checked = ground.check(Kind::Judgements, &with("pt John S of E1 4NS")).await;
    let doubts = &checked.report.doubts.listed;
    assert!(checked.report.is_clear() && doubts.len() == 1);
    assert!(
        doubts[0].message.starts_with("may hold a postcode and a patient’s name"),
        "{}",
        doubts[0]
    );
    assert!(!doubts[0].to_string().contains("John"));
    ground.merge(checked).await;
    let recorded = ground.only::<judgement::Entity>().await;
    assert_eq!(recorded.note.as_deref(), Some("pt John S of E1 4NS"));
}

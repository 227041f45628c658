//! Records over versions: what was said under the last one counts, is shown as what it was, and can be answered.

use super::place::{answer, copy, recode};
use crate::ground::{TODAY, day};
use crate::judgements::place::{AMINA, BEN, ask, confirm, practice, the_request};
use domain::codes::GrantKind::Assessor;
use domain::codes::{Evidence, JudgementKind};
use domain::frameworks::Level;
use domain::grants::forms::NewGrant;
use domain::judgements::forms::AskForConfirmation;
use entities::{grant, judgement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use services::grants::Listing;
use services::imports::Kind;
use services::{Ctx, frameworks, grants, judgements};

/// Publishes version 2 from today: RSK-1 becomes RSK-9, which is as wide or wider.
async fn publish(operator: &Ctx, relation: &str) {
    copy(operator).await;
    recode(operator, "RSK-1", "RSK-9").await;
    answer(operator, "RSK-1", relation, &["RSK-9"]).await;
    frameworks::publish(operator, 2, TODAY).await.unwrap();
}

#[tokio::test]
async fn a_request_stays_open_under_a_new_version_and_is_confirmed_there() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    publish(&ground.operator(), "narrower").await;
    // He holds level 4 in the old competency, and so in the new one.
    let sequence = the_request(&ben).await;
    let request = judgements::request(&ben, sequence).await.unwrap();
    assert_eq!(request.request.competency_code, "RSK-9");
    assert_eq!((request.self_level, request.cannot), (Some(Level::PRACTISES_WITH_SUPPORT), None));
    judgements::decide(&ben, sequence, confirm(&ben, 3)).await.unwrap();
    assert!(judgements::to_confirm(&ben).await.unwrap().requests.is_empty());

    let detail = judgements::competency(&amina, None, "RSK-9").await.unwrap();
    assert_eq!(
        detail.line.confirmed().map(|(level, _)| level),
        Some(Level::PRACTISES_WITH_SUPPORT)
    );
    let told: Vec<_> = detail
        .history
        .iter()
        .map(|line| {
            (line.kind, line.earlier.as_ref().map(|e| (e.version, e.code.clone(), e.counts)))
        })
        .collect();
    let before = Some((1, "RSK-1".to_owned(), true));
    assert_eq!(
        told,
        [
            (JudgementKind::Confirmed, None),
            (JudgementKind::Requested, before.clone()),
            (JudgementKind::SelfAssessment, before),
        ]
    );
}

#[tokio::test]
async fn what_is_wider_is_asked_again_and_its_history_stays_to_be_read() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    publish(&ground.operator(), "wider").await;
    assert!(
        judgements::to_confirm(&ben).await.unwrap().requests.is_empty(),
        "it must be asked anew"
    );
    let detail = judgements::competency(&amina, None, "RSK-9").await.unwrap();
    assert_eq!(detail.line.standing, domain::standing::Standing::default());
    assert_eq!(detail.history.len(), 2);
    assert!(detail.history.iter().all(|line| line.earlier.as_ref().is_some_and(|e| !e.counts)));
}

#[tokio::test]
async fn a_withdrawal_and_a_claim_reach_what_was_said_under_the_last_version() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    ask(&amina, "").await.unwrap();
    judgements::claim(&amina, "RSK-1", "Not my post").await.unwrap();
    publish(&ground.operator(), "same").await;
    judgements::withdraw(&amina, "RSK-9").await.unwrap();
    let twice = judgements::claim(&amina, "RSK-9", "Not my post").await.unwrap_err().to_string();
    assert!(twice.contains("already claimed"), "{twice}");
    let manager = ground.sign_in("E4", Some((domain::codes::GrantKind::TeamManager, "T1"))).await;
    let claims = judgements::claims(&manager).await.unwrap();
    let told: Vec<_> =
        claims.iter().map(|c| (c.competency_code.as_str(), c.reason.to_string())).collect();
    assert_eq!(told, [("RSK-9", "Not my post".to_owned())]);
    let person = ground.person(AMINA).await;
    judgements::decide_claim(&manager, person, "RSK-9", true).await.unwrap();
    let standing = judgements::competency(&amina, None, "RSK-9").await.unwrap().line.standing;
    assert!(standing.exempt && standing.requested.is_none());
}

#[tokio::test]
async fn a_file_speaks_of_the_version_that_held_when_each_judgement_was_made() {
    let ground = practice().await;
    let operator = ground.operator();
    publish(&operator, "same").await;
    let lines =
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2026-06-01,3\n";
    ground.bring(Kind::Judgements, lines).await;
    let amina = ground.sign_in(AMINA, None).await;
    let detail = judgements::competency(&amina, None, "RSK-9").await.unwrap();
    assert_eq!(detail.line.confirmed(), Some((Level::PRACTISES_WITH_SUPPORT, day("2028-06-01"))));
    let today = lines.replace("2026-06-01", TODAY);
    let faults = ground.faults(Kind::Judgements, &today).await;
    assert!(faults[0].contains("competency_code 'RSK-1'"), "{faults:?}");
}

#[tokio::test]
async fn a_founding_grant_follows_its_competency_as_levels_do() {
    for (relation, counts) in [("same", true), ("narrower", true), ("wider", false)] {
        let ground = practice().await;
        let amina = ground.sign_in(AMINA, None).await;
        let dan = ground.sign_in("E4", Some((Assessor, "N1"))).await;
        let account = dan.actor.account_id().unwrap();
        let codes = ["RSK-1".to_owned()];
        let new = NewGrant::parse_founding("N1", "3", &codes, "", dan.today).unwrap();
        grants::give_new(&ground.operator(), account, &new).await.unwrap();
        // Given long before the new version: what is given on its first day speaks of it.
        let mut row = grant::Entity::find()
            .filter(grant::Column::FoundingLevel.is_not_null())
            .one(ground.services.db.read())
            .await
            .unwrap()
            .unwrap()
            .into_active_model();
        row.starts_on = Set(day("2026-06-01"));
        row.update(ground.services.db.read()).await.unwrap();

        publish(&ground.operator(), relation).await;
        ask_in(&amina, "RSK-9").await;
        let said = ground.all::<judgement::Entity>().await;
        let sequence = said.iter().map(|row| row.sequence).max().unwrap();
        let decided = judgements::decide(&dan, sequence, confirm(&dan, 3)).await;
        assert_eq!(decided.is_ok(), counts, "{relation}: {decided:?}");
        let lines = grants::list(&ground.operator(), &Listing::default(), 1).await.unwrap();
        let founding = lines.entries.iter().find_map(|line| line.founding.as_ref()).unwrap();
        let named = if counts { "RSK-9" } else { "none that is still asked" };
        assert_eq!(founding.competencies, named, "{relation}");
    }
}

async fn ask_in(ctx: &Ctx, code: &str) {
    let asked = AskForConfirmation {
        level: Level::PRACTISES_WITH_SUPPORT,
        items: Vec::new(),
        described: Some((Evidence::Simulation, "With the crisis team".to_owned())),
        attach_reflection: false,
    };
    judgements::ask(ctx, code, asked, "").await.unwrap();
}

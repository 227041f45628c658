//! The supervision log from page to page: a manager writes for the team, a nurse for herself.

use crate::practice::{practice, sign_in};
use domain::codes::GrantKind;
use http::StatusCode;
use sea_orm::{ConnectionTrait, Statement};
use services::grants::{self, Listing};
use tests::Installation;
use uuid::Uuid;

#[tokio::test]
async fn a_manager_logs_a_group_and_each_of_it_reads_that_in_their_own_log() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let team = dan.visit("/teams/T1").await;
    let page = dan.visit(&team.links("Supervision")[0]).await;
    assert!(page.says("Not in 12 months") && page.says("What was said is not recorded"));
    let refused = dan.submit(&page, "log_team_supervision", &[("minutes", "one hour")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Choose what kind of supervision it was"), "{}", refused.words());
    assert!(refused.html.contains("one hour"), "what was typed stays");

    let people = dan.visit("/people").await;
    let amina_id = people.links("Khan, Amina")[0].rsplit('/').next().unwrap().to_owned();
    let answers = [("people[]", amina_id.as_str()), ("kind", "group"), ("minutes", "90")];
    let saved = dan.submit(&page, "log_team_supervision", &answers).await;
    assert!(saved.says("Saved in the supervision log of 1 person"), "{}", saved.words());
    assert!(saved.says("1 hour 30 minutes"));

    let own = amina.visit("/my/supervision").await;
    assert!(own.says("Once in the last 12 months, 1 hour 30 minutes."), "{}", own.words());
    assert!(own.says("Ask Dan Reid to take it back"));
    assert!(saved.says("Entries that you wrote"), "{}", saved.words());
    let back = dan.submit(&saved, "take_supervision_back", &[]).await;
    assert!(back.says("no longer counts") && !back.says("Entries that you wrote"));
    assert!(amina.visit("/my/supervision").await.says("No entries yet"));
}

#[tokio::test]
async fn a_nurse_adds_to_her_own_log_and_takes_a_mistake_back() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit("/my/supervision").await;
    assert!(page.says("No entries yet"));
    let tomorrow = [("kind", "peer"), ("minutes", "30"), ("held_on-day", "3")];
    let refused = amina.submit(&page, "log_supervision", &tomorrow).await;
    assert!(refused.says("must be today or in the past"), "{}", refused.words());
    let answers = [("kind", "peer"), ("minutes", "30")];
    let saved = amina.submit(&page, "log_supervision", &answers).await;
    assert!(saved.says("Saved in your supervision log") && saved.says("Peer supervision"));
    let back = amina.submit(&saved, "take_supervision_back", &[]).await;
    assert!(back.says("no longer counts") && back.says("No entries yet"), "{}", back.words());
}

/// The only entry there is; no page tells it to whoever did not write it.
async fn the_entry(esteem: &Installation) -> String {
    let db = esteem.services.db.read();
    let asked = "SELECT id FROM supervision";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), asked)).await;
    let id: Uuid = row.expect("an answer").expect("an entry").try_get("", "id").expect("an id");
    id.to_string()
}

#[tokio::test]
async fn a_manager_whose_grant_is_over_takes_nothing_back_from_others_logs() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let page = dan.visit("/teams/T1/supervision").await;
    let people = dan.visit("/people").await;
    let amina_id = people.links("Khan, Amina")[0].rsplit('/').next().unwrap().to_owned();
    let answers = [("people[]", amina_id.as_str()), ("kind", "group"), ("minutes", "90")];
    dan.submit(&page, "log_team_supervision", &answers).await;
    let entry = [("id".to_owned(), the_entry(&esteem).await)];

    let operator = esteem.operator();
    let held = Listing { kind: Some(GrantKind::TeamManager), ..Listing::default() };
    let held = grants::list(&operator, &held, 1).await.expect("the grants").entries;
    grants::end(&operator, held[0].id).await.expect("ended");
    let refused = dan.post("/api/take_supervision_back", &entry).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.words());
    let own = amina.visit("/my/supervision").await;
    assert!(own.says("Once in the last 12 months, 1 hour 30 minutes."), "{}", own.words());
}

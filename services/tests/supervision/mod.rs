//! The supervision log: whose it is, who writes in it, and what taking back does.

use crate::ground::{Ground, TODAY, day};
use crate::people::place::{AMINA, DAN, EVE, is_not_found, practices, told};
use domain::codes::GrantKind::{PracticeLead, TeamManager, WorkforceLead};
use domain::policy::{Account, Actor};
use domain::supervision::{LogSupervision, Summary, SupervisionKind};
use entities::{supervision as table, viewing};
use services::Ctx;
use services::supervision::{log_mine, log_team, mine, of_team, take_back};

fn an_hour(held_on: &str) -> LogSupervision {
    LogSupervision { kind: SupervisionKind::Group, held_on: day(held_on), minutes: 60 }
}

async fn ids(ground: &Ground, numbers: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    for number in numbers {
        ids.push(ground.person(number).await.to_string());
    }
    ids
}

/// What the team's page says of each of its people.
async fn summed(ctx: &Ctx) -> Vec<(String, Summary)> {
    let log = of_team(ctx, "T1").await.unwrap();
    log.people.into_iter().map(|line| (line.name, line.summary)).collect()
}

#[tokio::test]
async fn one_entry_for_several_people_stands_in_the_log_of_each() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let both = ids(&ground, &[AMINA, DAN, AMINA]).await;
    assert_eq!(log_team(&dan, "T1", &both, an_hour(TODAY)).await.unwrap(), 2, "nobody twice");
    let hour = Summary { last_on: Some(day(TODAY)), times: 1, minutes: 60 };
    let names = ["Khan, Amina", "Reid, Dan"].map(|name| (name.to_owned(), hour));
    assert_eq!(summed(&dan).await, names);

    let amina = ground.sign_in(AMINA, None).await;
    let own = mine(&amina, 1).await.unwrap();
    assert_eq!(own.summary, hour);
    let entry = &own.entries.entries[0];
    assert_eq!((entry.logged_by.as_str(), entry.may_take_back), ("Dan Reid", false));
}

#[tokio::test]
async fn the_team_is_told_sums_of_twelve_months_and_no_single_entry() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let amina = ground.sign_in(AMINA, None).await;
    for held_on in [TODAY, "2026-10-01", "2025-11-01"] {
        log_mine(&amina, an_hour(held_on)).await.unwrap();
    }
    let sum = Summary { last_on: Some(day(TODAY)), times: 2, minutes: 120 };
    assert_eq!(summed(&dan).await[0].1, sum, "1 November 2025 is twelve months and a day ago");
    assert_eq!(mine(&amina, 1).await.unwrap().entries.total, 3);
    assert!(of_team(&dan, "T1").await.unwrap().written.is_empty(), "they are hers");
    let looked = ground.all::<viewing::Entity>().await;
    assert_eq!(looked.last().unwrap().query.as_deref(), Some("supervision team=T1"));
}

#[tokio::test]
async fn whoever_wrote_an_entry_takes_it_back_and_it_stays_on_record() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let amina = ground.sign_in(AMINA, None).await;
    log_mine(&amina, an_hour(TODAY)).await.unwrap();
    let id = mine(&amina, 1).await.unwrap().entries.entries[0].id;
    assert!(is_not_found(take_back(&dan, id).await), "not his entry");
    take_back(&amina, id).await.unwrap();
    assert!(is_not_found(take_back(&amina, id).await), "taken back already");
    assert_eq!(mine(&amina, 1).await.unwrap().summary, Summary::default());
    assert_eq!(summed(&dan).await[0].1, Summary::default());
    assert!(ground.only::<table::Entity>().await.taken_back_at.is_some());
}

#[tokio::test]
async fn whoever_wrote_for_others_finds_the_latest_of_it_on_the_teams_page() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let eve = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    let amina = ids(&ground, &[AMINA]).await;
    for held_on in ["2026-10-01", TODAY, "2025-11-01"] {
        log_team(&dan, "T1", &amina, an_hour(held_on)).await.unwrap();
    }
    assert!(of_team(&eve, "T1").await.unwrap().written.is_empty(), "another manager wrote them");
    let written = of_team(&dan, "T1").await.unwrap().written;
    let told: Vec<_> = written.iter().map(|line| (line.name.as_str(), line.held_on)).collect();
    let expected = [TODAY, "2026-10-01"].map(|held_on| ("Khan, Amina", day(held_on)));
    assert_eq!(told, expected, "the latest first, of twelve months");
    take_back(&dan, written[0].id).await.unwrap();
    assert_eq!(of_team(&dan, "T1").await.unwrap().written, written[1..]);
    for _ in 0..20 {
        log_team(&dan, "T1", &amina, an_hour(TODAY)).await.unwrap();
    }
    assert_eq!(of_team(&dan, "T1").await.unwrap().written.len(), 20);
}

#[tokio::test]
async fn whoever_keeps_the_log_no_more_takes_nothing_back_from_it() {
    let ground = practices().await;
    let eve = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    log_team(&eve, "T1", &ids(&ground, &[AMINA]).await, an_hour(TODAY)).await.unwrap();
    let id = ground.only::<table::Entity>().await.id;
    let Actor::Account(account) = &eve.actor else { panic!("an account") };
    let without = Actor::Account(Account { grants: Vec::new(), ..account.clone() });
    let without = Ctx { actor: without, ..eve.clone() };
    assert!(is_not_found(take_back(&without, id).await));
    assert_eq!(ground.only::<table::Entity>().await.taken_back_at, None);
    take_back(&eve, id).await.unwrap();
}

#[tokio::test]
async fn a_log_is_kept_by_its_owner_and_by_those_who_manage_them() {
    let ground = practices().await;
    let amina = ids(&ground, &[AMINA]).await;
    let refused = async |ctx: &Ctx| {
        is_not_found(of_team(ctx, "T1").await)
            && is_not_found(log_team(ctx, "T1", &amina, an_hour(TODAY)).await)
    };
    assert!(refused(&ground.finn().await).await, "the manager of another practice");
    let eve = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    assert!(refused(&eve).await, "leads see figures, and no logs");
    let lead = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    assert_eq!(log_team(&lead, "T1", &amina, an_hour(TODAY)).await.unwrap(), 1);
    assert!(ground.operator().actor.account_id().is_none());
    assert!(of_team(&ground.operator(), "T1").await.is_err(), "the command line is nobody");
}

#[tokio::test]
async fn an_entry_for_somebody_elsewhere_is_an_entry_for_nobody() {
    let ground = practices().await;
    let dan = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let one_too_far = ids(&ground, &[AMINA, EVE]).await;
    assert!(is_not_found(log_team(&dan, "T1", &one_too_far, an_hour(TODAY)).await));
    assert!(ground.all::<table::Entity>().await.is_empty());
    assert!(told(log_team(&dan, "T1", &[], an_hour(TODAY)).await).of("people").is_some());
}

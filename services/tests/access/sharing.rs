//! What organisations share: set from a day on, past days untouched, read by those who must know.

use super::code_of;
use crate::ground::{Ground, TODAY, day};
use crate::imports::small_place::small_place;
use domain::codes::{GrantKind, Sharing};
use domain::sharing::SetSharing;
use domain::sharing::views::InHistory;
use services::Ctx;
use services::sharing::{detail, list, set};

async fn governance(ground: &Ground) -> Ctx {
    ground.visitor("ig@staff.example", &[(GrantKind::InformationGovernance, "")]).await
}

const fn from(level: Sharing, from: chrono::NaiveDate) -> SetSharing {
    SetSharing { level, from }
}

#[tokio::test]
async fn a_level_holds_from_its_day_and_the_history_tells_who_set_it() {
    let ground = small_place().await;
    let ig = governance(&ground).await;
    let before = detail(&ig, "P1").await.unwrap();
    assert_eq!((before.line.today, before.history.len()), (Sharing::Figures, 0));
    set(&ig, "P1", from(Sharing::People, day(TODAY))).await.unwrap();
    set(&ig, "P1", from(Sharing::None, day(TODAY))).await.unwrap();
    set(&ig, "P1", from(Sharing::Figures, day("2026-12-01"))).await.unwrap();
    let after = detail(&ig, "P1").await.unwrap();
    assert_eq!(after.line.today, Sharing::None, "of two from one day the later set");
    assert_eq!(after.line.next, Some((day("2026-12-01"), Sharing::Figures)));
    let told: Vec<_> = after.history.iter().map(|c| (c.level, c.place)).collect();
    let expected = [
        (Sharing::Figures, InHistory::Planned),
        (Sharing::None, InHistory::Now),
        (Sharing::People, InHistory::Replaced),
    ];
    assert_eq!(told, expected);
    assert!(after.history.iter().all(|c| c.set_by == "ig@staff.example"));
    let facts = ig.facts().await.unwrap();
    let yesterday = facts.places.organisations[0].sharing_at(day("2026-10-31"));
    assert_eq!(yesterday, Sharing::Figures, "past days do not change");
    assert_eq!(ground.times_done("set sharing").await, 3);
    assert_eq!(code_of(set(&ig, "P1", from(Sharing::None, day(TODAY))).await), "level");
}

#[tokio::test]
async fn a_workforce_lead_reads_it_in_their_scope_and_sets_nothing() {
    let ground = small_place().await;
    let lead = ground.visitor("lead@staff.example", &[(GrantKind::WorkforceLead, "N1")]).await;
    let seen = list(&lead, "", None, 1).await.unwrap();
    let codes: Vec<_> = seen.entries.iter().map(|line| line.code.as_str()).collect();
    assert_eq!(codes, ["P1"]);
    assert!(!detail(&lead, "P1").await.unwrap().may_set);
    assert_eq!(code_of(detail(&lead, "P2").await), "not found");
    assert_eq!(code_of(set(&lead, "P1", from(Sharing::People, day(TODAY))).await), "not found");
    let ig = governance(&ground).await;
    assert_eq!(list(&ig, "", None, 1).await.unwrap().total, 2);
    assert_eq!(list(&ig, "practice 2", None, 1).await.unwrap().total, 1);
    assert_eq!(list(&ig, "", Some(Sharing::None), 1).await.unwrap().total, 0);
}

#[tokio::test]
async fn nobody_else_reads_or_sets_it() {
    let ground = small_place().await;
    let admin = ground.visitor("admin@staff.example", &[(GrantKind::Administrator, "")]).await;
    assert_eq!(code_of(list(&admin, "", None, 1).await), "not found");
    assert_eq!(code_of(set(&admin, "P1", from(Sharing::None, day(TODAY))).await), "not found");
    assert_eq!(code_of(list(&ground.nobody(), "", None, 1).await), "sign in");
    assert_eq!(ground.times_done("set sharing").await, 0);
}

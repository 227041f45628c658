//! Protected time against sessions: what is asked when one goes beyond it, and where the answer stands.

mod moved;

use crate::ground::Ground;
use crate::sessions::place::{
    CARA, DAN, WHY, beside, colleague, drafted, is_not_found, on, place, refused, says, scheduled,
    with_educator,
};
use domain::codes::GrantKind::{Educator, WorkforceLead};
use domain::dates::Period;
use domain::ids::PersonId;
use domain::protected_time::amount::Amount;
use domain::protected_time::forms::GiveTime;
use domain::protected_time::{EntryKind, Shortfall, TimeUnit};
use domain::sessions::CancelReason;
use domain::sessions::forms::{CancelSession, DescribeSession};
use entities::{audit_entry, protected_time_entry};
use services::{Ctx, protected_time, sessions};

/// So many minutes for one week, that of the sessions here.
pub fn minutes(minutes: u32) -> GiveTime {
    GiveTime {
        amount: Amount { unit: TimeUnit::Hours, minutes },
        held: Period::new("2026-11-30".parse().ok(), "2026-12-06".parse().ok()),
        source: "Job plan".to_owned(),
        agreed_by: "The medical director".to_owned(),
    }
}

/// A workforce lead of the trust that the mental health nurses work for.
pub async fn lead(ground: &Ground) -> Ctx {
    ground.sign_in("E2", Some((WorkforceLead, "MH"))).await
}

pub fn person(ctx: &Ctx) -> PersonId {
    ctx.actor.person().unwrap()
}

/// The ledger of everybody, in the order in which it was written.
pub async fn reasons(ground: &Ground) -> Vec<protected_time_entry::Model> {
    let mut ledger = ground.all::<protected_time_entry::Entity>().await;
    ledger.sort_by_key(|entry| entry.id);
    ledger
}

/// What the audit log notes about each act of this name, in their order.
pub async fn noted(ground: &Ground, action: &str) -> Vec<Option<String>> {
    let mut log = ground.all::<audit_entry::Entity>().await;
    log.retain(|entry| entry.action == action);
    log.sort_by_key(|entry| entry.id);
    log.into_iter().map(|entry| entry.note).collect()
}

#[tokio::test]
async fn without_protected_time_the_reason_stands_in_the_ledger_and_in_the_audit_log() {
    let (ground, cara) = with_educator().await;
    let id = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    let refusal = refused(sessions::schedule(&cara, id, "  ").await);
    assert!(refusal.starts_with("You have no protected time. Enter why"), "{refusal}");
    assert_eq!(beside(sessions::schedule(&cara, id, "").await), "reason");
    assert_eq!(reasons(&ground).await, []);
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let ledger = reasons(&ground).await;
    assert_eq!(ledger.len(), 1);
    let entry = &ledger[0];
    assert_eq!((entry.kind, entry.shortfall), (EntryKind::Outside, Some(Shortfall::NoAllocation)));
    assert_eq!((entry.session_id, entry.minutes), (Some(id), 60));
    assert_eq!((entry.person_id, entry.note.as_deref()), (person(&cara), Some(WHY)));
    assert_eq!(noted(&ground, "schedule session").await, [Some(WHY.to_owned())]);
}

#[tokio::test]
async fn what_other_sessions_take_is_computed_and_a_cancelled_one_takes_nothing() {
    let (ground, cara) = with_educator().await;
    let lead = lead(&ground).await;
    protected_time::give(&lead, person(&cara), &minutes(100)).await.unwrap();
    let first = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    sessions::schedule(&cara, first, "").await.unwrap();
    let next =
        DescribeSession { starts: "2026-12-01T13:00:00".parse().unwrap(), ..says("Recovery") };
    let second = drafted(&cara, &next, "RSK-1").await;
    let refusal = refused(sessions::schedule(&cara, second, "").await);
    assert!(refusal.contains("this session takes 20 minutes more"), "{refusal}");
    sessions::cancel(&cara, first, CancelSession(CancelReason::Other)).await.unwrap();
    sessions::schedule(&cara, second, WHY).await.unwrap();
    assert_eq!(reasons(&ground).await, [], "a reason that nobody needed is not kept");
    let year = protected_time::mine(&cara, "", 1).await.unwrap();
    assert_eq!((year.totals.allocated, year.totals.planned, year.totals.left()), (100, 60, 40));
    let later = protected_time::mine(&on(&cara, "2026-12-02"), "2026", 1).await.unwrap();
    assert_eq!((later.totals.delivered, later.totals.planned), (60, 0));
}

#[tokio::test]
async fn whoever_joins_a_scheduled_session_is_asked_too() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let mut dan = colleague(DAN);
    if let domain::sessions::forms::AddLead::Colleague { reason, .. } = &mut dan {
        reason.clear();
    }
    let refusal = refused(sessions::add_lead(&cara, id, &dan).await);
    assert!(refusal.starts_with("Dan Reid has no protected time."), "{refusal}");
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    assert_eq!(reasons(&ground).await.len(), 2);
    assert_eq!(noted(&ground, "add lead").await, [Some(WHY.to_owned())]);
    let told = sessions::session(&cara, id).await.unwrap().outside;
    let names: Vec<_> = told.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Cara Miah", "Dan Reid"]);
    let amina = ground.sign_in("E1", None).await;
    assert!(sessions::session(&amina, id).await.unwrap().outside.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_sessions_scheduled_at_once_the_second_sees_what_the_first_takes() {
    let (ground, cara) = with_educator().await;
    let lead = lead(&ground).await;
    protected_time::give(&lead, person(&cara), &minutes(60)).await.unwrap();
    let next =
        DescribeSession { starts: "2026-12-01T13:00:00".parse().unwrap(), ..says("Recovery") };
    let ids = [
        drafted(&cara, &says("Safety plans"), "RSK-1").await,
        drafted(&cara, &next, "RSK-1").await,
    ];
    let tasks = ids.map(|id| {
        let cara = cara.clone();
        tokio::spawn(async move { sessions::schedule(&cara, id, "").await.is_ok() })
    });
    let mut done = 0;
    for task in tasks {
        done += usize::from(task.await.unwrap());
    }
    assert_eq!(done, 1, "there was time for one of them");
}

#[tokio::test]
async fn time_is_promised_within_reach_and_never_to_oneself() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((Educator, "TH"))).await;
    let lead = lead(&ground).await;
    let amina = ground.sign_in("E1", Some((WorkforceLead, "P1"))).await;
    protected_time::give(&amina, person(&lead), &minutes(60)).await.unwrap();
    assert!(is_not_found(protected_time::give(&amina, person(&amina), &minutes(60)).await));
    assert!(is_not_found(protected_time::give(&cara, person(&cara), &minutes(60)).await));
    protected_time::give(&lead, person(&cara), &minutes(60)).await.unwrap();
    let elsewhere = ground.sign_in("E5", Some((WorkforceLead, "P2"))).await;
    assert!(is_not_found(protected_time::of_person(&elsewhere, person(&cara), "", 1).await));
    let list = protected_time::educators(&lead, &protected_time::EducatorsAsk::default()).await;
    let names: Vec<_> = list.unwrap().lines.entries.into_iter().map(|line| line.name).collect();
    assert_eq!(names, ["Miah, Cara"]);
}

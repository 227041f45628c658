//! A scheduled session that is moved, or made longer, beyond the protected time of who leads it: asked about like a new one.

use super::{lead, minutes, noted, person, reasons};
use crate::ground::Ground;
use crate::sessions::place::{
    DAN, STARTS, WHY, beside, colleague, drafted, refused, says, scheduled, with_educator,
};
use domain::ids::PersonId;
use domain::protected_time::{EntryKind, Shortfall};
use domain::sessions::CancelReason;
use domain::sessions::forms::{CancelSession, DescribeSession};
use services::{Ctx, protected_time, sessions};

/// The session of these tests at another time.
fn at(starts: &str) -> DescribeSession {
    DescribeSession { starts: starts.parse().unwrap(), ..says("Safety plans") }
}

/// Cara with so many minutes for the week of the session, and the workforce lead who gave them.
async fn with_minutes(promised: u32) -> (Ground, Ctx, Ctx) {
    let (ground, cara) = with_educator().await;
    let lead = lead(&ground).await;
    protected_time::give(&lead, person(&cara), &minutes(promised)).await.unwrap();
    (ground, cara, lead)
}

#[tokio::test]
async fn moved_out_of_the_dates_the_reason_stands_in_the_ledger_and_in_the_audit_log() {
    let (ground, cara, lead) = with_minutes(60).await;
    let id = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    sessions::schedule(&cara, id, "").await.unwrap();
    let later = at("2026-12-08T13:00:00");
    let refusal = refused(sessions::change(&cara, id, &later, (&[], " ")).await);
    let lacks = "You have no protected time on the day of this session. Enter why";
    assert!(refusal.starts_with(lacks), "{refusal}");
    assert_eq!(beside(sessions::change(&cara, id, &later, (&[], "")).await), "reason");
    let patient = sessions::change(&cara, id, &later, (&[], "For 401 023 2137")).await;
    assert_eq!(beside(patient), "reason");
    let stays = sessions::session(&cara, id).await.unwrap().slot.starts;
    assert_eq!((stays, reasons(&ground).await), (STARTS.parse().unwrap(), vec![]));

    sessions::change(&cara, id, &later, (&[], WHY)).await.unwrap();
    let ledger = reasons(&ground).await;
    assert_eq!(ledger.len(), 1);
    let entry = &ledger[0];
    assert_eq!((entry.kind, entry.shortfall), (EntryKind::Outside, Some(Shortfall::OutsideDates)));
    assert_eq!((entry.session_id, entry.minutes), (Some(id), 60));
    assert_eq!((entry.person_id, entry.note.as_deref()), (person(&cara), Some(WHY)));
    assert_eq!(entry.spent_on, later.starts.date());
    assert_eq!(noted(&ground, "change session").await, [Some(WHY.to_owned())]);
    assert_eq!(sessions::session(&cara, id).await.unwrap().outside[0].reason, WHY);
    let everybody = protected_time::EducatorsAsk::default();
    let list = protected_time::educators(&lead, &everybody).await.unwrap();
    assert_eq!(list.reasons[0].reason, WHY, "told to the workforce lead");

    // The reason stands, wherever the session goes.
    let again = at("2026-12-15T13:00:00");
    sessions::change(&cara, id, &again, (&[], "")).await.unwrap();
    assert_eq!(reasons(&ground).await.len(), 1);
}

#[tokio::test]
async fn made_longer_it_is_held_against_the_year_without_itself() {
    let (ground, cara, _) = with_minutes(100).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let lasts = |minutes| DescribeSession { minutes, ..says("Safety plans") };
    sessions::change(&cara, id, &lasts(100), (&[], "")).await.unwrap();
    let refusal = refused(sessions::change(&cara, id, &lasts(130), (&[], "")).await);
    assert!(refusal.contains("this session takes 30 minutes more"), "{refusal}");
    sessions::change(&cara, id, &lasts(130), (&[], WHY)).await.unwrap();
    let ledger = reasons(&ground).await;
    let told = ledger.iter().map(|entry| (entry.shortfall, entry.minutes)).collect::<Vec<_>>();
    assert_eq!(told, [(Some(Shortfall::Beyond), 30)]);
    assert_eq!(noted(&ground, "change session").await, [None, Some(WHY.to_owned())]);
}

#[tokio::test]
async fn nothing_is_asked_of_a_session_that_takes_nothing_anew() {
    let (ground, cara, _) = with_minutes(60).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let other = DescribeSession { title: "Recovery".to_owned(), ..at("2026-12-01T13:00:00") };
    scheduled(&cara, &other).await;
    assert_eq!(reasons(&ground).await.len(), 1, "the other one fills the year");
    // Another hour, another day of the same year, and shorter: the year is as full as it was, or less.
    sessions::change(&cara, id, &at("2026-11-30T15:00:00"), (&[], WHY)).await.unwrap();
    sessions::change(&cara, id, &at("2026-12-02T13:00:00"), (&[], "")).await.unwrap();
    let shorter = DescribeSession { minutes: 45, ..at("2026-12-02T13:00:00") };
    sessions::change(&cara, id, &shorter, (&[], "")).await.unwrap();
    // A draft takes nothing, wherever it is.
    let draft = drafted(&cara, &at("2026-12-03T13:00:00"), "RSK-1").await;
    sessions::change(&cara, draft, &at("2026-12-08T13:00:00"), (&[], "")).await.unwrap();
    assert_eq!(reasons(&ground).await.len(), 1);
    let notes = noted(&ground, "change session").await;
    assert!(notes.len() == 4 && notes.iter().all(Option::is_none), "no reason is kept: {notes:?}");
}

#[tokio::test]
async fn of_several_who_lead_those_are_asked_for_whose_ledger_holds_no_reason_yet() {
    let (ground, cara, _) = with_minutes(60).await;
    let id = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let dan = ground.person(DAN).await;
    let of = async || -> Vec<PersonId> {
        reasons(&ground).await.into_iter().map(|entry| entry.person_id).collect()
    };
    assert_eq!(of().await, [dan]);
    let later = at("2026-12-08T13:00:00");
    let refusal = refused(sessions::change(&cara, id, &later, (&[], "")).await);
    assert!(refusal.starts_with("You have no protected time on the day"), "{refusal}");
    assert!(!refusal.contains("Dan Reid"), "{refusal}");
    sessions::change(&cara, id, &later, (&[], "The room was gone")).await.unwrap();
    assert_eq!(of().await, [dan, person(&cara)]);
}

#[tokio::test]
async fn what_has_become_of_a_session_since_stands_beside_its_reason_and_the_reason_stays() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let ledger = reasons(&ground).await;
    let told = async || {
        let time = protected_time::mine(&cara, "2026", 1).await.unwrap();
        let detail = sessions::session(&cara, id).await.unwrap();
        assert_eq!(time.entries.entries[0].since, detail.outside[0].since);
        time.entries.entries[0].since.clone().unwrap_or_default()
    };
    assert_eq!(told().await, "");
    let shorter = DescribeSession { minutes: 15, ..at("2026-12-08T13:00:00") };
    sessions::change(&cara, id, &shorter, (&[], "")).await.unwrap();
    assert_eq!(told().await, "moved to 8 December 2026, now 15 minutes");
    sessions::change(&cara, id, &says("Safety plans"), (&[], "")).await.unwrap();
    let lead = lead(&ground).await;
    protected_time::give(&lead, person(&cara), &minutes(60)).await.unwrap();
    assert_eq!(told().await, "protected time is recorded for its day");
    sessions::cancel(&cara, id, CancelSession(CancelReason::Other)).await.unwrap();
    assert_eq!(told().await, "cancelled");
    assert_eq!(reasons(&ground).await, ledger, "no entry was changed");
}

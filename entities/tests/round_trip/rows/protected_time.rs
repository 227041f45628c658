//! One row of each table of protected time.

use super::{day, moment, uuid};
use domain::ids::{AccountId, AllocationId, PersonId, SessionId, TimeEntryId};
use domain::protected_time::{EntryKind, Shortfall, TimeUnit, TimeUse, WhyLost};
use entities::*;

pub fn protected_time_allocation() -> protected_time_allocation::Model {
    protected_time_allocation::Model {
        id: AllocationId(uuid(81)),
        person_id: PersonId(uuid(5)),
        starts_on: day("2026-11-21"),
        ends_on: Some(day("2027-03-31")),
        unit: TimeUnit::Wte,
        minutes_a_week: 450,
        source: "source".into(),
        agreed_by: "name".into(),
        given_at: moment("2026-11-21T09:30:00.123456Z"),
        given_by_id: AccountId(uuid(11)),
    }
}

pub fn protected_time_entry() -> protected_time_entry::Model {
    protected_time_entry::Model {
        id: TimeEntryId(uuid(82)),
        person_id: PersonId(uuid(5)),
        kind: EntryKind::Outside,
        time_use: TimeUse::Delivery,
        spent_on: day("2026-11-30"),
        minutes: 90,
        why_lost: Some(WhyLost::ClinicalWork),
        shortfall: Some(Shortfall::OutsideDates),
        session_id: Some(SessionId(uuid(18))),
        note: Some("note".into()),
        takes_back_id: None,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        recorded_by_id: AccountId(uuid(11)),
    }
}

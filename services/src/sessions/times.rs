//! When a stored session is, by clocks in London.

use crate::clock::in_london;
use chrono::NaiveDateTime;
use domain::sessions::times::Slot;
use domain::sessions::{Life, SessionState};
use entities::session;

pub(super) fn slot_of(row: &session::Model) -> Slot {
    let minutes = u32::try_from(row.minutes).unwrap_or_default();
    Slot { starts: in_london(row.starts_at), minutes }
}

/// When booking ends: the start, or earlier.
pub(super) fn closes_at(row: &session::Model) -> NaiveDateTime {
    row.booking_ends_at.map_or_else(|| slot_of(row).starts, in_london)
}

pub(super) fn state_of(row: &session::Model, now: NaiveDateTime) -> SessionState {
    let life = Life {
        scheduled: row.scheduled_at.is_some(),
        cancelled: row.cancelled_at.is_some(),
        closed: row.closed_at.is_some(),
    };
    SessionState::of(life, slot_of(row).ends(), now)
}

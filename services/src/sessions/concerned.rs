//! Whom a change of sessions concerns: who has a seat in them.

use super::events::{by_session, events_of};
use super::times::state_of;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::changing::Concerned;
use domain::sessions::{Attendee, SessionState};
use entities::session;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// Who has a seat in each of some sessions.
#[derive(Clone, Debug)]
pub(super) struct SeatsIn(BTreeMap<SessionId, Vec<Attendee>>);

impl SeatsIn {
    /// Those of the scheduled ones among these sessions; one query, and none where none is.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        rows: &[session::Model],
    ) -> Result<Self> {
        let now = ctx.rule_now();
        let scheduled = rows.iter().filter(|row| state_of(row, now) == SessionState::Scheduled);
        let ids: Vec<SessionId> = scheduled.map(|row| row.id).collect();
        let mut seats: BTreeMap<SessionId, Vec<Attendee>> = BTreeMap::new();
        if ids.is_empty() {
            return Ok(Self(seats));
        }
        for (id, bookings) in by_session(&events_of(db, ids).await?) {
            let held = bookings.iter().filter(|booking| booking.holds_a_seat(now));
            seats.insert(id, held.map(|booking| booking.attendee).collect());
        }
        Ok(Self(seats))
    }

    /// Whom a change of these sessions concerns, which are among those whose seats were loaded.
    pub fn of(&self, sessions: &[SessionId]) -> Concerned {
        let seats = sessions.iter().filter_map(|id| self.0.get(id)).flatten();
        Concerned::of(sessions.len(), seats.copied())
    }
}

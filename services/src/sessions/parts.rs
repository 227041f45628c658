//! What one person has in some sessions, from what was recorded of their bookings and of who leads: for their calendar, and for mails
//! to them.

use super::events::{events_of_person, folded};
use super::lines::place;
use super::times::slot_of;
use crate::error::Result;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::calendar::{Appointment, Part, sequence};
use domain::ids::{AccountId, PersonId, SessionId};
use domain::sessions::BookingState;
use domain::sessions::seats::Booking;
use entities::{booking_event, session, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody has in each of some sessions.
#[derive(Debug)]
pub(super) struct Parts {
    /// Their events, in the order of recording.
    events: BTreeMap<SessionId, Vec<booking_event::Model>>,
    led: BTreeSet<SessionId>,
}

impl Parts {
    /// Two queries. Whoever asks has read the sessions before: then what is told of them is never older than its number says.
    pub async fn load(
        db: &impl ConnectionTrait,
        person: PersonId,
        sessions: &[SessionId],
    ) -> Result<Self> {
        let mut events: BTreeMap<SessionId, Vec<booking_event::Model>> = BTreeMap::new();
        for event in events_of_person(db, person, sessions.iter().copied()).await? {
            events.entry(event.session_id).or_default().push(event);
        }
        let led = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.is_in(sessions.iter().copied()))
            .filter(session_lead::Column::PersonId.eq(person))
            .all(db)
            .await?;
        Ok(Self { events, led: led.into_iter().map(|lead| lead.session_id).collect() })
    }

    pub fn leads(&self, id: SessionId) -> bool {
        self.led.contains(&id)
    }

    /// The number of the last event of their booking; 0 where there is none.
    pub fn latest_event(&self, id: SessionId) -> i64 {
        self.latest(id).map_or(0, |event| event.sequence)
    }

    /// By which account an event of their booking was recorded; those of a file are nobody's.
    pub fn acted(&self, id: SessionId, event: i64) -> Option<AccountId> {
        let mut events = self.events.get(&id)?.iter();
        let event = events.find(|known| known.sequence == event)?;
        event.by_account_id.filter(|_| event.import_id.is_none())
    }

    /// Their latest booking, unless it was an offer that has lapsed.
    pub fn booking(&self, id: SessionId, now: NaiveDateTime) -> Option<Booking> {
        let latest = self.events.get(&id).map(Vec::as_slice).unwrap_or_default();
        folded(latest).into_iter().find(|booking| !booking.has_lapsed(now))
    }

    /// By which number calendars put what they are told of a session in order.
    pub fn sequence(&self, row: &session::Model) -> i64 {
        sequence(row.revision, self.latest_event(row.id))
    }

    /// When what a calendar is told of a session was recorded.
    pub fn recorded_at(&self, row: &session::Model) -> DateTime<Utc> {
        let booked = self.latest(row.id).map(|event| event.recorded_at);
        let said = [row.scheduled_at, row.cancelled_at, booked];
        said.into_iter().flatten().max().unwrap_or(row.drafted_at)
    }

    /// A session as their calendar shows it, without where to join it; none where they have no part in it, while it is a draft, and
    /// where it was cancelled.
    pub fn appointment(&self, row: &session::Model, now: NaiveDateTime) -> Option<Appointment> {
        if row.scheduled_at.is_none() || row.cancelled_at.is_some() {
            return None;
        }
        Some(appointment(row, self.part(row.id, now)?))
    }

    fn part(&self, id: SessionId, now: NaiveDateTime) -> Option<Part> {
        if self.leads(id) {
            return Some(Part::Lead);
        }
        match self.booking(id, now)?.state {
            BookingState::Booked => Some(Part::Seat),
            BookingState::Offered => Some(Part::Offer),
            _ => None,
        }
    }

    fn latest(&self, id: SessionId) -> Option<&booking_event::Model> {
        self.events.get(&id)?.last()
    }
}

/// A session as a calendar shows it, without where to join it.
pub(super) fn appointment(row: &session::Model, part: Part) -> Appointment {
    Appointment {
        session: row.id,
        slot: slot_of(row),
        title: row.title.clone(),
        place: place(row),
        link: None,
        part,
    }
}

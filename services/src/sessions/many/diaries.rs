//! In which scheduled sessions people are, from now on: those that they lead, or have a live booking in. For a file it is read once,
//! and what the file says is entered in it.

use super::super::engaged::{free_for, longest};
use super::super::events::by_session;
use super::super::stored::Stored;
use super::super::times::{ids_of, slot_of};
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::refusal::Refusal;
use domain::sessions::Attendee;
use domain::sessions::times::{Engaged, Slot};
use entities::{booking_event, session, session_lead};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// By person, then by when a session starts.
type Days = HashMap<PersonId, BTreeMap<(NaiveDateTime, SessionId), Engaged>>;

/// Everybody's sessions to come, and those that are going on.
#[derive(Debug, Default)]
pub(crate) struct Diaries(Days);

impl Diaries {
    /// What is on record; three queries.
    pub async fn load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Self> {
        let now = ctx.rule_now();
        let ahead = Condition::all()
            .add(session::Column::ScheduledAt.is_not_null())
            .add(session::Column::CancelledAt.is_null())
            .add(session::Column::StartsAt.gt(from_london(now) - longest()));
        let rows = session::Entity::find().filter(ahead.clone()).all(db).await?;
        let leads = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.in_subquery(ids_of(ahead.clone())))
            .filter(session_lead::Column::PersonId.is_not_null())
            .all(db)
            .await?;
        let events = booking_event::Entity::find()
            .filter(booking_event::Column::SessionId.in_subquery(ids_of(ahead)))
            .order_by_asc(booking_event::Column::SessionId)
            .order_by_asc(booking_event::Column::Sequence)
            .all(db)
            .await?;
        let mut diaries = Self::default();
        let rows: HashMap<SessionId, &session::Model> =
            rows.iter().map(|row| (row.id, row)).collect();
        for lead in leads {
            if let Some((row, person)) = rows.get(&lead.session_id).zip(lead.person_id) {
                diaries.enter(row, person, true);
            }
        }
        for (id, bookings) in by_session(&events) {
            let Some(row) = rows.get(&id) else { continue };
            for booking in bookings.iter().filter(|booking| booking.is_live(now)) {
                if let Attendee::Person(person) = booking.attendee {
                    diaries.enter(row, person, false);
                }
            }
        }
        Ok(diaries)
    }

    /// Somebody is in a session: they lead it, or have a booking.
    pub fn enter(&mut self, row: &session::Model, person: PersonId, led: bool) {
        let slot = slot_of(row);
        let one = Engaged { title: row.title.clone(), slot, led };
        self.0.entry(person).or_default().insert((slot.starts, row.id), one);
    }

    /// Somebody is in a session no more.
    pub fn leave(&mut self, row: &session::Model, person: PersonId) {
        if let Some(own) = self.0.get_mut(&person) {
            own.remove(&(slot_of(row).starts, row.id));
        }
    }

    /// Nobody leads a session at the time at which it is on record.
    pub fn take_leads_out(&mut self, stored: &Stored) {
        stored.people().for_each(|person| self.leave(&stored.row, person));
    }

    /// Why somebody has no time for a session, where they are in another then.
    pub fn clash(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        person: PersonId,
        (except, slot): (SessionId, Slot),
    ) -> Option<Refusal> {
        let from = slot.starts.checked_sub_signed(longest()).unwrap_or(NaiveDateTime::MIN);
        let first = SessionId(Uuid::nil());
        let near = self.0.get(&person)?.range((from, first)..(slot.ends(), first));
        let near = near.filter(|((_, id), _)| *id != except);
        let near: Vec<_> = near.map(|(_, engaged)| (person, engaged.clone())).collect();
        match free_for(ctx, facts, (person, slot), &near) {
            Err(Error::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}

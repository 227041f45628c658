//! Sessions as somebody's calendar shows them: those in which they hold a seat, or are offered one, and those that they lead.

use super::engaged::theirs;
use super::events::folded;
use super::lines::place;
use super::stored::Stored;
use super::times::slot_of;
use super::{may_read, not_found};
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use chrono::NaiveTime;
use domain::calendar::{Entry, MONTHS_BACK, Part, sequence};
use domain::dates::months_before;
use domain::ids::{PersonId, SessionId};
use domain::sessions::{BookingState, SessionState};
use entities::{booking_event, session, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, BTreeSet};

/// A person's sessions, from those of a year ago on, in the order of time; without where to join them. Three queries.
///
/// # Errors
/// Refuses whoever has no staff record.
pub(crate) async fn entries(ctx: &Ctx) -> Result<Vec<Entry>> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let since = months_before(ctx.today, MONTHS_BACK).and_time(NaiveTime::MIN);
    let db = ctx.db().read();
    let rows = session::Entity::find()
        .filter(session::Column::StartsAt.gte(from_london(since)))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(theirs(&[person]))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    let parts = Parts::load(db, person, rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows.iter().filter_map(|row| parts.entry(ctx, row)).collect())
}

/// One session for the calendar of the signed-in person, with where to join it.
///
/// # Errors
/// Refuses whoever neither holds a seat of it nor leads it, and sessions that are drafts or were cancelled, as not found.
pub async fn own_entry(ctx: &Ctx, id: SessionId) -> Result<Entry> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let state = stored.state(ctx.rule_now());
    if matches!(state, SessionState::Draft | SessionState::Cancelled) {
        return Err(not_found());
    }
    let parts = Parts::load(db, person, vec![id]).await?;
    let entry = parts.entry(ctx, &stored.row).ok_or_else(not_found)?;
    Ok(Entry { link: stored.row.link, ..entry })
}

/// What somebody has in each of some sessions.
struct Parts {
    /// Their events, in the order of recording.
    events: BTreeMap<SessionId, Vec<booking_event::Model>>,
    led: BTreeSet<SessionId>,
}

impl Parts {
    /// Two queries.
    async fn load(
        db: &impl ConnectionTrait,
        person: PersonId,
        sessions: Vec<SessionId>,
    ) -> Result<Self> {
        let own = booking_event::Entity::find()
            .filter(booking_event::Column::SessionId.is_in(sessions.iter().copied()))
            .filter(booking_event::Column::PersonId.eq(person))
            .order_by_asc(booking_event::Column::Sequence)
            .all(db)
            .await?;
        let led = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.is_in(sessions))
            .filter(session_lead::Column::PersonId.eq(person))
            .all(db)
            .await?;
        let mut events: BTreeMap<SessionId, Vec<booking_event::Model>> = BTreeMap::new();
        for event in own {
            events.entry(event.session_id).or_default().push(event);
        }
        Ok(Self { events, led: led.into_iter().map(|lead| lead.session_id).collect() })
    }

    /// A session as the calendar shows it; none where they have no part in it.
    fn entry(&self, ctx: &Ctx, row: &session::Model) -> Option<Entry> {
        let events = self.events.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let latest = events.last();
        let said = [row.scheduled_at, latest.map(|event| event.recorded_at)];
        Some(Entry {
            session: row.id,
            sequence: sequence(row.revision, latest.map_or(0, |event| event.sequence)),
            recorded_at: said.into_iter().flatten().max().unwrap_or(row.drafted_at),
            slot: slot_of(row),
            title: row.title.clone(),
            place: place(row),
            link: None,
            part: self.part(ctx, row.id, events)?,
        })
    }

    fn part(&self, ctx: &Ctx, id: SessionId, events: &[booking_event::Model]) -> Option<Part> {
        if self.led.contains(&id) {
            return Some(Part::Lead);
        }
        let now = ctx.rule_now();
        let held = folded(events).into_iter().find(|booking| booking.holds_a_seat(now))?;
        Some(match held.state {
            BookingState::Offered => Part::Offer,
            _ => Part::Seat,
        })
    }
}

//! Who of some people is in a session at a time: they hold a seat in one, or lead it.

use super::engaged::near;
use super::events::by_session;
use super::times::slot_of;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::ids::{PersonId, SessionId};
use domain::sessions::Attendee;
use domain::sessions::times::Slot;
use entities::{booking_event, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;

/// Those who are in a session other than `except` that overlaps a time; three queries, however many they are.
pub(super) async fn away(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    (except, slot): (SessionId, Slot),
    now: NaiveDateTime,
) -> Result<BTreeSet<PersonId>> {
    let near = near(people, (&[except], &[slot])).all(db).await?;
    let then = near.iter().filter(|row| slot_of(row).overlaps(&slot));
    let then: Vec<SessionId> = then.map(|row| row.id).collect();
    if then.is_empty() {
        return Ok(BTreeSet::new());
    }
    let led = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(then.iter().copied()))
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .all(db)
        .await?;
    let mut away: BTreeSet<PersonId> = led.iter().filter_map(|lead| lead.person_id).collect();
    let events = booking_event::Entity::find()
        .filter(booking_event::Column::SessionId.is_in(then))
        .filter(booking_event::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(booking_event::Column::SessionId)
        .order_by_asc(booking_event::Column::Sequence)
        .all(db)
        .await?;
    for booking in by_session(&events).into_values().flatten() {
        if let Attendee::Person(person) = booking.attendee
            && booking.holds_a_seat(now)
        {
            away.insert(person);
        }
    }
    Ok(away)
}

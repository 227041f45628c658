//! In which other sessions people are: those that they lead, or have a live booking in. Nobody is in two at once.

use super::events::folded;
use super::times::slot_of;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::TimeDelta;
use domain::ids::{PersonId, SessionId};
use domain::sessions::times::{Engaged, Slot};
use entities::{booking_event, session, session_lead};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

/// Longer than any session, with room for the hour that clocks change by: what began before is over.
pub(super) const LONGEST: TimeDelta = TimeDelta::minutes(2_400 + 60);
const CLOCKS_CHANGE_BY: TimeDelta = TimeDelta::hours(1);

/// The sessions other than `except` that each of these people is in and that may overlap; three queries, however many they are.
pub(super) async fn engaged(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    people: &[PersonId],
    (except, slot): (SessionId, Slot),
) -> Result<Vec<(PersonId, Engaged)>> {
    let near = near(people, (except, slot)).all(db).await?;
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let led = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(near.iter().map(|row| row.id)))
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .all(db)
        .await?;
    let events = booking_event::Entity::find()
        .filter(booking_event::Column::SessionId.is_in(near.iter().map(|row| row.id)))
        .filter(booking_event::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(booking_event::Column::Sequence)
        .all(db)
        .await?;
    let now = ctx.rule_now();
    let mut engaged = Vec::new();
    for row in &near {
        let one = Engaged { title: row.title.clone(), slot: slot_of(row) };
        for person in people {
            let own = |event: &&booking_event::Model| {
                event.session_id == row.id && event.person_id == Some(*person)
            };
            let events: Vec<_> = events.iter().filter(own).cloned().collect();
            let booked = folded(&events).iter().any(|booking| booking.is_live(now));
            let leads = |lead: &session_lead::Model| {
                lead.session_id == row.id && lead.person_id == Some(*person)
            };
            if booked || led.iter().any(leads) {
                engaged.push((*person, one.clone()));
            }
        }
    }
    Ok(engaged)
}

/// The scheduled sessions near the time of one that any of these people lead or ever had a booking in.
fn near(
    people: &[PersonId],
    (except, slot): (SessionId, Slot),
) -> sea_orm::Select<session::Entity> {
    let led = session_lead::Entity::find()
        .select_only()
        .column(session_lead::Column::SessionId)
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .into_query();
    let booked = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .filter(booking_event::Column::PersonId.is_in(people.iter().copied()))
        .into_query();
    let theirs = Condition::any()
        .add(session::Column::Id.in_subquery(led))
        .add(session::Column::Id.in_subquery(booked));
    session::Entity::find()
        .filter(session::Column::Id.ne(except))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(session::Column::StartsAt.gt(from_london(slot.starts) - LONGEST))
        .filter(session::Column::StartsAt.lt(from_london(slot.ends()) + CLOCKS_CHANGE_BY))
        .filter(theirs)
        .order_by_asc(session::Column::StartsAt)
}

/// Those in which one of these people is.
pub(super) fn of(person: PersonId, engaged: &[(PersonId, Engaged)]) -> Vec<Engaged> {
    let own = engaged.iter().filter(|(whose, _)| *whose == person);
    own.map(|(_, engaged)| engaged.clone()).collect()
}

//! In which other sessions people are: those that they lead, or have a live booking in. Nobody is in two at once.

use super::events::by_session;
use super::times::slot_of;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{NaiveDateTime, TimeDelta};
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::sessions::Attendee;
use domain::sessions::forms::MINUTES_MOST;
use domain::sessions::times::{Engaged, Slot, Whose, is_free};
use entities::{booking_event, session, session_lead};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet};

const CLOCKS_CHANGE_BY: TimeDelta = TimeDelta::hours(1);

/// Longer than any session, with room for the hour that clocks change by: what began before is over.
pub(super) fn longest() -> TimeDelta {
    TimeDelta::minutes(i64::from(MINUTES_MOST)) + CLOCKS_CHANGE_BY
}

/// The sessions other than `except` that each of these people is in and that may overlap; three queries, however many they are.
pub(super) async fn engaged(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    people: &[PersonId],
    (except, slot): (SessionId, Slot),
) -> Result<Vec<(PersonId, Engaged)>> {
    engaged_at(ctx, db, people, (&[except], &[slot])).await
}

/// The same for several times at once; as many queries.
pub(super) async fn engaged_at(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    people: &[PersonId],
    at: (&[SessionId], &[Slot]),
) -> Result<Vec<(PersonId, Engaged)>> {
    let involved = involved(ctx, db, people, at).await?;
    Ok(involved.into_iter().map(|one| (one.person, one.engaged)).collect())
}

/// That somebody is in a session.
pub(super) struct Involved {
    pub person: PersonId,
    pub engaged: Engaged,
    /// Whether they are gone for it: they lead it, have a seat or wait for one. A request that waits for their manager is none yet.
    pub is_gone: bool,
}

/// The sessions that each of these people is in and that may overlap one of these times, the earliest first; three queries, however
/// many they are.
pub(super) async fn involved(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    people: &[PersonId],
    at: (&[SessionId], &[Slot]),
) -> Result<Vec<Involved>> {
    involved_by(db, people, at, ctx.moment()).await
}

/// The same as it stands at a moment.
pub(super) async fn involved_by(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    (except, slots): (&[SessionId], &[Slot]),
    now: NaiveDateTime,
) -> Result<Vec<Involved>> {
    if people.is_empty() || slots.is_empty() {
        return Ok(Vec::new());
    }
    let near = near(people, (except, slots)).all(db).await?;
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let leads = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(near.iter().map(|row| row.id)))
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .all(db)
        .await?;
    let events = booking_event::Entity::find()
        .filter(booking_event::Column::SessionId.is_in(near.iter().map(|row| row.id)))
        .filter(booking_event::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(booking_event::Column::SessionId)
        .order_by_asc(booking_event::Column::Sequence)
        .all(db)
        .await?;
    // By session and person: whether they lead it, and whether they are gone for it.
    let mut parts: BTreeMap<(SessionId, PersonId), (bool, bool)> = BTreeMap::new();
    for (session, bookings) in by_session(&events) {
        for booking in bookings.iter().filter(|booking| booking.is_live(now)) {
            if let Attendee::Person(person) = booking.attendee {
                parts.insert((session, person), (false, booking.is_on_its_way(now)));
            }
        }
    }
    for lead in leads {
        if let Some(person) = lead.person_id {
            parts.insert((lead.session_id, person), (true, true));
        }
    }
    let mut by_id: BTreeMap<SessionId, Vec<(PersonId, bool, bool)>> = BTreeMap::new();
    for ((session, person), (led, is_gone)) in parts {
        by_id.entry(session).or_default().push((person, led, is_gone));
    }
    let mut involved = Vec::new();
    for row in &near {
        for (person, led, is_gone) in by_id.remove(&row.id).unwrap_or_default() {
            let engaged = Engaged { title: row.title.clone(), slot: slot_of(row), led };
            involved.push(Involved { person, engaged, is_gone });
        }
    }
    Ok(involved)
}

/// Those who are gone at a time.
pub(super) fn gone(involved: &[Involved], slot: Slot) -> BTreeSet<PersonId> {
    let overlaps = |one: &&Involved| one.is_gone && one.engaged.slot.overlaps(&slot);
    involved.iter().filter(overlaps).map(|one| one.person).collect()
}

/// The scheduled sessions near one of these times that any of these people lead or ever had a booking in.
fn near(
    people: &[PersonId],
    (except, slots): (&[SessionId], &[Slot]),
) -> sea_orm::Select<session::Entity> {
    let at = slots.iter().map(around).fold(Condition::any(), Condition::add);
    session::Entity::find()
        .filter(session::Column::Id.is_not_in(except.iter().copied()))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(at)
        .filter(theirs(people))
        .order_by_asc(session::Column::StartsAt)
}

/// The sessions that any of these people lead or ever had a booking in.
pub(super) fn theirs(people: &[PersonId]) -> Condition {
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
    Condition::any()
        .add(session::Column::Id.in_subquery(led))
        .add(session::Column::Id.in_subquery(booked))
}

/// Sessions that may overlap a time.
fn around(slot: &Slot) -> Condition {
    Condition::all()
        .add(session::Column::StartsAt.gt(from_london(slot.starts) - longest()))
        .add(session::Column::StartsAt.lt(from_london(slot.ends()) + CLOCKS_CHANGE_BY))
}

/// # Errors
/// Refuses when somebody is in another session at this time: by its title and time where that is the asker's own or one that
/// they lead.
pub(super) fn free_for(
    ctx: &Ctx,
    facts: &Facts,
    (person, slot): (PersonId, Slot),
    engaged: &[(PersonId, Engaged)],
) -> Result<()> {
    let own = engaged.iter().filter(|(whose, _)| *whose == person);
    let own: Vec<Engaged> = own.map(|(_, engaged)| engaged.clone()).collect();
    let name = facts.name_of(person);
    let whose = match ctx.actor.person() == Some(person) {
        true => Whose::Own,
        false => Whose::Of(&name),
    };
    Ok(is_free(whose, slot, &own)?)
}

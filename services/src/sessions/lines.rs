//! Sessions as lists show them: each with who leads it, how full it is, and where the reader stands.

use super::events::{by_session, events_of};
use super::hosts::{host_of, may_run};
use super::least::lacking;
use super::led::name;
use super::register::said_of;
use super::room::post_of;
use super::times::{slot_of, state_of};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::sessions::register::Attendance;
use domain::sessions::seats::Booking;
use domain::sessions::views::SessionLine;
use domain::sessions::{Attendee, BookingState};
use entities::{session, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// Those who lead each of these sessions, in the order in which they were added; one query.
async fn leads_of(
    db: &impl ConnectionTrait,
    rows: &[session::Model],
) -> Result<BTreeMap<SessionId, Vec<session_lead::Model>>> {
    let found = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(session_lead::Column::Id)
        .all(db)
        .await?;
    let mut leads: BTreeMap<SessionId, Vec<session_lead::Model>> = BTreeMap::new();
    for lead in found {
        leads.entry(lead.session_id).or_default().push(lead);
    }
    Ok(leads)
}

/// What registers say of the reader, of those of these sessions that have taken place; one query, and none where none has.
pub(super) async fn said_of_reader(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    rows: &[&session::Model],
) -> Result<BTreeMap<SessionId, Attendance>> {
    let now = ctx.rule_now();
    let over = rows.iter().filter(|row| state_of(row, now).has_taken_place());
    let over: Vec<SessionId> = over.map(|row| row.id).collect();
    match ctx.actor.person() {
        Some(person) if !over.is_empty() => said_of(db, person, over).await,
        _ => Ok(BTreeMap::new()),
    }
}

/// A line for each of these sessions; three queries, and two where none has taken place.
pub(super) async fn lines(
    ctx: &Ctx,
    facts: &Facts,
    rows: &[session::Model],
) -> Result<Vec<SessionLine>> {
    let db = ctx.db().read();
    let leads = leads_of(db, rows).await?;
    let bookings = by_session(&events_of(db, rows.iter().map(|row| row.id)).await?);
    let said = said_of_reader(ctx, db, &rows.iter().collect::<Vec<_>>()).await?;
    let line = |row: &session::Model| {
        let leads = leads.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let bookings = bookings.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        line((ctx, facts), row, (leads, bookings), said.get(&row.id).copied())
    };
    Ok(rows.iter().map(line).collect())
}

fn line(
    (ctx, facts): (&Ctx, &Facts),
    row: &session::Model,
    (leads, bookings): (&[session_lead::Model], &[Booking]),
    attendance: Option<Attendance>,
) -> SessionLine {
    let (now, day) = (ctx.rule_now(), slot_of(row).starts.date());
    let capacity = usize::try_from(row.capacity).unwrap_or_default();
    let held = bookings.iter().filter(|booking| booking.holds_a_seat(now)).count();
    let may_come = |booking: &Booking| match booking.attendee {
        Attendee::Person(person) => post_of(facts, person, booking.team, day).is_some(),
        Attendee::Guest(_) => true,
    };
    let waits = |booking: &&Booking| booking.state == BookingState::Waitlisted && may_come(booking);
    let leads_it = is_led_by(ctx, leads);
    let lacking = lacking(facts, row, (leads, bookings), now)
        .filter(|_| leads_it || may_run(ctx, facts, host_of(row)));
    let own = ctx.actor.person().map(Attendee::Person);
    let own = bookings.iter().find(|booking| Some(booking.attendee) == own);
    SessionLine {
        id: row.id,
        title: row.title.clone(),
        format: row.format,
        slot: slot_of(row),
        state: state_of(row, now),
        place: place(row),
        leads: leads.iter().map(|lead| name(facts, lead)).collect(),
        capacity,
        free: capacity.saturating_sub(held),
        waiting: bookings.iter().filter(waits).count(),
        leads_it,
        // An offer that was not answered in time is nothing that they still have.
        own: own.filter(|own| !own.has_lapsed(now)).map(|own| own.state),
        attendance,
        lacking,
    }
}

/// Whether the reader is one of those who lead it.
fn is_led_by(ctx: &Ctx, leads: &[session_lead::Model]) -> bool {
    let person = ctx.actor.person();
    person.is_some() && leads.iter().any(|lead| lead.person_id == person)
}

/// Where a session is, in a few words.
pub(super) fn place(row: &session::Model) -> String {
    match (&row.venue, &row.link) {
        (Some(venue), _) => venue.clone(),
        (None, Some(_)) => "Online".to_owned(),
        (None, None) => "To be confirmed".to_owned(),
    }
}

//! One session, opened: what it is, how full it is, and where the reader stands with it.

use super::hosts::named;
use super::seats::Seats;
use super::stored::Stored;
use super::{led, may_read, outcomes, own, standing};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{SessionId, TeamId};
use domain::organisations::Team;
use domain::people::listed_name;
use domain::sessions::seats::{Booking, Seating};
use domain::sessions::views::{BookingLine, QuotaLine, Seats as HowFull, SessionDetail};
use domain::sessions::{Attendee, BookingState, SessionState};
use entities::session_quota;

/// A session with all that the reader may see of it. Whoever runs it sees who booked; that list is noted once.
///
/// # Errors
/// Refuses sessions that are not for the asker to see, as not found.
pub async fn session(ctx: &Ctx, id: SessionId) -> Result<SessionDetail> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let seats = Seats::load(ctx, &facts, db, &stored).await?.seating;
    let (state, may_run) = (stored.state(ctx.rule_now()), stored.may_run(ctx, &facts));
    let bookings = if may_run { bookings(&facts, &seats) } else { Vec::new() };
    if !bookings.is_empty() {
        viewings::note_list(ctx, &format!("bookings of session {}", stored.row.code)).await?;
    }
    let missing = match may_run && state == SessionState::Draft {
        true => standing::missing(ctx, &facts, db, &stored).await?,
        false => Vec::new(),
    };
    let own = own::own(ctx, &facts, &stored, &seats).await?;
    let asked = outcomes::asked(&facts, &stored.outcomes, ctx.today);
    let row = &stored.row;
    let invited = facts.places.teams.iter().filter(|team| stored.invited.contains(&team.id));
    Ok(SessionDetail {
        id,
        code: row.code.clone(),
        title: row.title.clone(),
        about: row.about.clone(),
        format: row.format,
        slot: stored.slot(),
        state,
        cancelled_for: row.cancel_reason,
        held_for: named(&facts, stored.host()).map(|place| place.title),
        invited_only: row.invited_only,
        invited: invited.map(heading).collect(),
        venue: row.venue.clone(),
        link: row.link.clone().filter(|_| may_run || belongs_to(ctx, &stored, &seats)),
        booking_ends: stored.closes_at(),
        leads: stored.leads.iter().map(|lead| led::line(&facts, lead, stored.day())).collect(),
        outcomes: outcomes::lines(&facts, &asked, row.format),
        quotas: stored.quotas.iter().map(|quota| quota_line(&facts, quota)).collect(),
        seats: HowFull {
            capacity: usize::from(seats.rules.capacity),
            held: seats.held().count(),
            waiting: seats.waiting().len(),
        },
        own,
        may_run,
        missing: missing.iter().map(ToString::to_string).collect(),
        bookings,
    })
}

/// Whether the reader leads it or holds a seat.
fn belongs_to(ctx: &Ctx, stored: &Stored, seats: &Seating) -> bool {
    ctx.actor.person().is_some_and(|person| {
        let own = seats.of(Attendee::Person(person));
        own.is_some_and(|own| own.holds_a_seat(seats.now))
            || stored.people().any(|lead| lead == person)
    })
}

pub(super) fn heading(team: &Team) -> Heading {
    Heading { code: team.code.clone(), title: team.name.clone() }
}

fn team_name(facts: &Facts, id: Option<TeamId>) -> Option<String> {
    let team = facts.places.teams.iter().find(|team| Some(team.id) == id)?;
    Some(team.name.clone())
}

fn quota_line(facts: &Facts, row: &session_quota::Model) -> QuotaLine {
    let group = team_name(facts, row.team_id).or_else(|| row.profession.clone());
    QuotaLine {
        id: row.id,
        group: group.unwrap_or_default(),
        least: u16::try_from(row.least).unwrap_or_default(),
        most: row.most.and_then(|most| u16::try_from(most).ok()),
        released_on: row.released_on,
    }
}

/// Everybody on record who booked: those with a seat first, then offers, requests and the waiting list in its order.
fn bookings(facts: &Facts, seats: &Seating) -> Vec<BookingLine> {
    let mut all: Vec<&Booking> = seats.bookings.iter().collect();
    all.sort_by_key(|booking| (rank(booking, seats), booking.asked));
    let line = |booking: &Booking| {
        let Attendee::Person(id) = booking.attendee else { return None };
        let person = facts.person(id)?;
        Some(BookingLine {
            person: id,
            name: listed_name(&person.first_name, &person.last_name),
            team: team_name(facts, booking.team).unwrap_or_default(),
            profession: booking.profession.clone(),
            state: booking.state,
            lapsed: booking.has_lapsed(seats.now),
            answer_by: booking.answer_by,
        })
    };
    all.into_iter().filter_map(line).collect()
}

fn rank(booking: &Booking, seats: &Seating) -> u8 {
    match booking.state {
        BookingState::Booked => 0,
        BookingState::Offered if !booking.has_lapsed(seats.now) => 1,
        BookingState::Requested => 2,
        BookingState::Waitlisted => 3,
        BookingState::Offered => 4,
        BookingState::Declined
        | BookingState::CancelledByPerson
        | BookingState::CancelledBySession => 5,
    }
}

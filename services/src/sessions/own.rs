//! Where the reader stands with a session, and what they can do.

use super::attend::{no_team, teams};
use super::book::has_time;
use super::detail::heading;
use super::feedback::phase_asked;
use super::register::register_of;
use super::released::{declined_for, protection, told};
use super::seats::asks_from;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::release::{Releases, may_manage};
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::organisations::Team;
use domain::policy::{Action, reach};
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::scheduling::can_be_booked;
use domain::sessions::seats::Seating;
use domain::sessions::views::Own;
use domain::sessions::{Attendee, BookingState};

/// The reader's own booking, and how they can make one; five queries at most.
pub(super) async fn own(
    ctx: &Ctx,
    facts: &Facts,
    (stored, releases): (&Stored, &Releases),
    seats: &Seating,
) -> Result<Own> {
    let Some(person) = ctx.actor.person() else {
        let why_not = "You are not linked to a staff record, so you cannot book a seat.";
        return Ok(Own { why_not: Some(why_not.to_owned()), ..Own::default() });
    };
    let attendee = Attendee::Person(person);
    let booking = seats.of(attendee);
    let live = booking.is_some_and(|booking| booking.is_live(seats.now));
    let why_not = match live {
        true => None,
        false => why_not(ctx, facts, (stored, seats), person).await?,
    };
    let place = seats.waiting().iter().position(|waiting| waiting.attendee == attendee);
    let has_come = stored.day() <= seats.now.date();
    let attendance = match has_come {
        true => register_of(ctx.db().read(), stored.row.id).await?.attendance(attendee),
        false => None,
    };
    let feedback = match attendance {
        Some(said) if said.came() => phase_asked(ctx, (stored.row.id, person)).await?,
        _ => None,
    };
    let open = if why_not.is_none() { teams(facts, stored, person) } else { Vec::new() };
    let asking: &[&Team] = if live { &[] } else { &open };
    let comes_to = comes_to(ctx, facts, (stored, releases, seats), (person, asking));
    let from = booking.filter(|_| live).and_then(|booking| booking.team);
    let meant: Vec<TeamId> = match from {
        Some(team) => vec![team],
        None => open.iter().map(|team| team.id).collect(),
    };
    let declined_for = match booking.map(|booking| booking.state) {
        Some(BookingState::Declined) => declined_for(ctx, stored.row.id, person).await?,
        _ => None,
    };
    Ok(Own {
        state: booking.map(|booking| booking.state),
        answer_by: booking.and_then(|booking| booking.answer_by),
        lapsed: booking.is_some_and(|booking| booking.has_lapsed(seats.now)),
        place: place.map(|before| before + 1),
        may_take: seats.may_take(attendee),
        at_once: None,
        attendance,
        feedback,
        confirms: !reach(&ctx.actor, Action::RecordObservation).is_empty(),
        leads: stored.leads.iter().find(|lead| lead.person_id == Some(person)).map(|lead| lead.id),
        teams: open.into_iter().map(heading).collect(),
        why_not,
        comes_to,
        notes: told(ctx, facts, (stored, releases), (&meant, !live)),
        protection: protection(stored, releases, from),
        declined_for,
        booked_by: None,
    })
}

/// What booking a seat from one of these teams would come to, the best of them: a seat, else a place on the waiting list, else a request,
/// where each of them asks its manager before each booking and the reader is not who would answer. None without teams.
fn comes_to(
    ctx: &Ctx,
    facts: &Facts,
    (stored, releases, seats): (&Stored, &Releases, &Seating),
    (person, open): (PersonId, &[&Team]),
) -> Option<BookingState> {
    let asks = |team: TeamId| {
        let others = facts.places.team_at(team).is_some_and(|at| !may_manage(ctx, facts, at));
        others && releases.get(team).is_some_and(|release| release.asks_approval)
    };
    let from = |team: &&Team| {
        let booking = asks_from(facts, stored, seats.now, (person, team.id));
        seats.would_come_to(booking, asks(team.id)).ok()
    };
    let found: Vec<BookingState> = open.iter().filter_map(from).collect();
    let best = [BookingState::Booked, BookingState::Waitlisted, BookingState::Requested];
    best.into_iter().find(|state| found.contains(state))
}

/// Why somebody without a booking cannot book.
async fn why_not(
    ctx: &Ctx,
    facts: &Facts,
    (stored, seats): (&Stored, &Seating),
    person: PersonId,
) -> Result<Option<String>> {
    let may_ask = can_be_booked(stored.state(seats.now))
        .and_then(|()| seats.is_open())
        .and_then(|()| may_take_a_seat(stored.is_led_by(person)));
    if let Err(refusal) = may_ask {
        return Ok(Some(refusal.to_string()));
    }
    if teams(facts, stored, person).is_empty() {
        return Ok(Some(no_team(facts, &stored.row, person).to_string()));
    }
    match has_time(ctx, facts, ctx.db().read(), (stored, person)).await {
        Err(Error::Refused(refusal)) => Ok(Some(refusal.to_string())),
        other => other.map(|()| None),
    }
}

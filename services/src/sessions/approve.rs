//! A booking that waits is answered by the team manager, or by the deputy where it has waited for three working days.

use super::book::has_time;
use super::locks::hold_seats;
use super::requests::may_answer;
use super::seats::{Seats, told};
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::policy::Actor;
use domain::refusal::Refusal;
use domain::release::forms::Decline;
use domain::sessions::scheduling::can_be_booked;
use domain::sessions::{Attendee, BookingState};
use entities::declined_booking;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

/// Approves somebody's booking: it takes a seat, or waits for one in the order of asking; which of them.
///
/// # Errors
/// Refuses what was answered or taken back meanwhile, sessions that can be booked no more, whoever is in another session by now;
/// and bookings that the asker does not answer, as not found.
pub async fn approve(ctx: &Ctx, id: SessionId, person: PersonId) -> Result<BookingState> {
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (stored, mut seats) = asked(ctx, &facts, &change, (id, person)).await?;
    can_be_booked(stored.state(seats.seating.now))?;
    has_time(ctx, &facts, change.tx(), (&stored, person)).await?;
    let attendee = Attendee::Person(person);
    let steps = seats.seating.approve(attendee)?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, &[attendee])).await?;
    let own = steps.iter().rfind(|step| step.attendee == attendee);
    let state = own.map_or(BookingState::Booked, |step| step.state);
    change.commit(Entry::new("approve booking", "session", id).after(&told(&steps))).await?;
    Ok(state)
}

/// Declines somebody's booking, with a reason that they read.
///
/// # Errors
/// Refuses what was answered or taken back meanwhile; and bookings that the asker does not answer, as not found.
pub async fn decline(ctx: &Ctx, id: SessionId, person: PersonId, says: Decline) -> Result<()> {
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (stored, mut seats) = asked(ctx, &facts, &change, (id, person)).await?;
    let attendee = Attendee::Person(person);
    let steps = seats.seating.decline(attendee)?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, &[attendee])).await?;
    let Decline(reason) = says;
    // The first step is the answer; it took the number that the lock has raised.
    let sequence = stored.row.bookings;
    let row = declined_booking::Model { session_id: id, sequence, person_id: person, reason };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let entry = Entry::new("decline booking", "session", id).after(&(reason, told(&steps)));
    change.commit(entry).await
}

/// A session and its seats, held, in which somebody has a booking that the asker may answer.
async fn asked(
    ctx: &Ctx,
    facts: &Facts,
    change: &Change<'_>,
    (id, person): (SessionId, PersonId),
) -> Result<(Stored, Seats)> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    hold_people(change.tx(), [person]).await?;
    let now = hold_seats(ctx, change.tx(), id).await?;
    let stored = Stored::read(ctx, facts, change.tx(), id).await?;
    let seats = Seats::load(facts, change.tx(), &stored, now).await?;
    let booking = seats.seating.of(Attendee::Person(person));
    let booking = booking.ok_or_else(|| Refusal::not_found("this request"))?;
    may_answer(ctx, facts, change.tx(), booking).await?;
    Ok((stored, seats))
}

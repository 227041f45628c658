//! Whoever waits for a seat says anew whether one that falls to them is booked at once.

use super::book::asker;
use super::locked::{Locked, Purpose};
use super::seats::{Seats, told};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use domain::ids::SessionId;
use domain::sessions::{Attendee, BookingState};

/// Says anew whether a seat that falls to the signed-in person is to be booked without asking: while they are on the waiting list, or
/// their team manager has not answered. Their place in the order of asking stays. Where they wished so already nothing is written
/// down. Returns the state they are in then.
///
/// # Errors
/// Refuses who does not wait, sessions that cannot be booked, and when no seat falls to anybody any more; and sessions that are not for
/// the asker to see, as not found.
pub async fn change_wish(ctx: &Ctx, id: SessionId, at_once: bool) -> Result<BookingState> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let tx = change.tx();
    // A seat may fall to them by it: of this and a booking elsewhere at once, the second sees the first.
    hold_people(tx, [person]).await?;
    let mut locked = Locked::hold(ctx, &facts, tx, (id, Purpose::TakeSeat)).await?;
    let attendee = Attendee::Person(person);
    let before = locked.seats.seating.may_wish(attendee)?;
    if locked.seats.wishes(attendee) == at_once {
        return Ok(before);
    }
    let moment = (locked.seats.seating.now, (attendee, at_once));
    locked.seats = Seats::wishing(&facts, tx, &locked.stored, moment).await?;
    // Whether it counts depends on how far ahead the session is, on their team's window, and on where else they are.
    let counts = locked.seats.seating.of(attendee).is_some_and(|own| own.at_once);
    let steps = locked.seats.seating.change_wish(attendee, counts)?;
    let entry = locked.save(ctx, tx, "change wish", (&steps, &[attendee])).await?;
    let entry = entry.before(&!at_once).after(&(at_once, told(&steps)));
    change.commit(entry).await?;
    let own = steps.iter().rfind(|step| step.attendee == attendee);
    Ok(own.map_or(before, |step| step.state))
}

//! What was booked for somebody is cancelled by whoever may book for them; what they booked themselves is theirs to give up.

use super::super::locked::{Locked, Purpose};
use super::super::on_behalf::Actors;
use super::mine::Mine;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{PersonId, SessionId};
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::sessions::Attendee;

/// Gives somebody's seat, offer, request or place on the waiting list up, where it was booked for them.
///
/// # Errors
/// Refuses who has none of them, what somebody booked themselves, and sessions that are over; people for whom the asker may not
/// book, and sessions that are not for them to see, as not found.
pub async fn give_up_for(ctx: &Ctx, id: SessionId, person: PersonId) -> Result<()> {
    ctx.authorise_somewhere(Action::BookSeat, "this page")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::GiveUp)).await?;
    let mine = Mine::of(ctx, &facts, &locked.stored);
    if facts.person(person).and_then(|person| mine.team_of(person)).is_none() {
        return Err(Refusal::not_found("this person among those you book for").into());
    }
    let attendee = Attendee::Person(person);
    let asked_by = locked.seats.asked_by(attendee);
    let steps = locked.seats.seating.give_up(attendee)?;
    let actors = Actors::of(&facts, change.tx(), asked_by).await?;
    if actors.for_another(asked_by, person).is_none() {
        let sentence = "They booked this themselves, so it is theirs to give up. Ask them, or ask whoever runs the session to \
                        cancel it.";
        return Err(Refusal::rule("booked-themselves", sentence).into());
    }
    let entry = locked.save(ctx, change.tx(), "give seat up for", (&steps, &[attendee])).await?;
    change.commit(entry).await
}

//! One's own seat: booked, an offer accepted, given up.

use super::asking::Asking;
use super::attend::chosen_team;
use super::engaged::{engaged, free_for};
use super::locked::{Locked, Purpose};
use super::locks::hold_teams;
use super::may_read;
use super::stored::Stored;
use super::tell::Letters;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::people::hold_people;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::policy::{Action, Resource};
use domain::sessions::{Attendee, BookingState};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// Books a seat for the signed-in person from the team with this code, puts them on the waiting list, or asks their team manager
/// first, where the team wants that: the state they came to. `at_once` says that a seat that falls to them later is to be booked without asking.
///
/// # Errors
/// Refuses sessions that cannot be booked, whoever leads it, has no team to book from, is in another session then, or has a seat
/// already; and sessions that are not for the asker to see, as not found.
pub async fn book(ctx: &Ctx, id: SessionId, team: &str, at_once: bool) -> Result<BookingState> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Of two bookings that one person makes at once, the second waits and sees the first.
    hold_people(change.tx(), [person]).await?;
    hold_teams(change.tx(), &facts, [person]).await?;
    let asked = (id, person);
    let (state, entry, letters) = ask_for(ctx, &facts, change.tx(), asked, (team, at_once)).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry).await?;
    Ok(state)
}

/// Writes down that a person, who is held as their teams are, asks for a seat: the state they came to, what the audit log is told,
/// and who is to be told of it.
///
/// # Errors
/// As [`book`].
pub(super) async fn ask_for(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    (id, person): (SessionId, PersonId),
    (team, at_once): (&str, bool),
) -> Result<(BookingState, Entry, Letters)> {
    let mut locked = Locked::hold(ctx, facts, tx, (id, Purpose::TakeSeat)).await?;
    let attendee = Attendee::Person(person);
    let seating = &locked.seats.seating;
    let present = seating.of(attendee).filter(|own| own.is_live(seating.now));
    let team = match present.and_then(|own| own.team) {
        Some(team) => team,
        None => chosen_team(facts, &locked.stored, person, team)?,
    };
    let asking = Asking::load(ctx, facts, tx, &locked.stored, &[(person, team)]).await?;
    let steps = asking.ask(ctx, facts, &mut locked, (person, team, at_once))?;
    let own = steps.iter().rfind(|step| step.attendee == attendee);
    let state = own.map_or(BookingState::Booked, |step| step.state);
    let (entry, letters) = locked.write(ctx, tx, "book seat", (&steps, &[attendee])).await?;
    Ok((state, entry, letters))
}

/// Takes up the seat that is offered to the signed-in person.
///
/// # Errors
/// Refuses without an offer, after its deadline, where the session can be booked no more, and whoever is in another session
/// then; and sessions that are not for the asker to see, as not found.
pub async fn accept(ctx: &Ctx, id: SessionId) -> Result<()> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), [person]).await?;
    let tx = change.tx();
    let mut locked = Locked::hold(ctx, &facts, tx, (id, Purpose::TakeSeat)).await?;
    let attendee = Attendee::Person(person);
    let steps = locked.seats.seating.accept(attendee)?;
    // The other session may have been moved since they asked for this one.
    has_time(ctx, &facts, tx, (&locked.stored, person)).await?;
    let entry = locked.save(ctx, tx, "accept seat", (&steps, &[attendee])).await?;
    change.commit(entry).await
}

/// Gives the signed-in person's seat, offer, place on the waiting list or request up, until the session is over. Returns which of them
/// it was.
///
/// # Errors
/// Refuses who has none of them, and sessions that are over; and sessions that are not for the asker to see, as not found.
pub async fn give_up(ctx: &Ctx, id: SessionId) -> Result<Option<BookingState>> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::GiveUp)).await?;
    let attendee = Attendee::Person(person);
    let given_up = locked.seats.seating.of(attendee).map(|own| own.state);
    let steps = locked.seats.seating.give_up(attendee)?;
    let entry = locked.save(ctx, change.tx(), "give seat up", (&steps, &[attendee])).await?;
    change.commit(entry).await?;
    Ok(given_up)
}

/// The signed-in person, who may book for themselves.
pub(super) fn asker(ctx: &Ctx) -> Result<PersonId> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::BookSeat, own, "this session")?;
    Ok(person)
}

/// # Errors
/// Refuses whoever is in another session at its time, by the title and time of that.
pub(super) async fn has_time(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, person): (&Stored, PersonId),
) -> Result<()> {
    let slot = stored.slot();
    let engaged = engaged(ctx, db, &[person], (stored.row.id, slot)).await?;
    free_for(ctx, facts, (person, slot), &engaged)
}

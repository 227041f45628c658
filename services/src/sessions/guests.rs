//! Guests of a session: people who are not on record here take seats and wait by the same rules. Whoever runs the session says so,
//! and answers offers for them.

use super::locked::{Locked, Purpose};
use super::may_run_any;
use super::seats::Seats;
use super::stored::Stored;
use super::to_run::professions;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{GuestId, SessionId};
use domain::refusal::Refusal;
use domain::sessions::forms::AddGuest;
use domain::sessions::guests::{GuestLine, GuestsPage};
use domain::sessions::scheduling::{can_be_booked, may_change};
use domain::sessions::views::Seats as HowFull;
use domain::sessions::{Attendee, BookingState};
use entities::session_guest;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

/// Everybody who ever was a guest of these sessions, in no order; one query.
pub(super) async fn guests_of(
    db: &impl ConnectionTrait,
    sessions: impl IntoIterator<Item = SessionId>,
) -> Result<Vec<session_guest::Model>> {
    let theirs = session_guest::Column::SessionId.is_in(sessions);
    Ok(session_guest::Entity::find().filter(theirs).all(db).await?)
}

/// Who comes as a guest. The list is noted, where there is anybody in it.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn guests(ctx: &Ctx, id: SessionId) -> Result<GuestsPage> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let seats = Seats::load(&facts, db, &stored, ctx.rule_now()).await?.seating;
    let rows = guests_of(db, [id]).await?;
    let line = |row: session_guest::Model| {
        let own = seats.of(Attendee::Guest(row.id)).filter(|own| own.is_live(seats.now))?;
        Some(GuestLine {
            guest: row.id,
            name: row.name,
            organisation: row.organisation,
            profession: row.profession,
            state: own.state,
            answer_by: own.answer_by,
        })
    };
    let mut guests: Vec<GuestLine> = rows.into_iter().filter_map(line).collect();
    guests.sort_by_cached_key(|line| (line.name.to_lowercase(), line.guest));
    if !guests.is_empty() {
        viewings::note_list(ctx, &format!("guests of session {}", stored.row.code)).await?;
    }
    let state = stored.state(seats.now);
    let why_not = can_be_booked(state).and_then(|()| seats.is_open()).err();
    Ok(GuestsPage {
        id,
        title: stored.row.title.clone(),
        slot: stored.slot(),
        seats: HowFull {
            capacity: usize::from(seats.rules.capacity),
            held: seats.held().count(),
            waiting: seats.waiting().len(),
        },
        why_not: why_not.map(|refusal| refusal.to_string()),
        may_remove: may_change(state).is_ok(),
        guests,
        professions: professions(&facts),
    })
}

/// Adds a guest: they take a seat, or wait; the state they came to.
///
/// # Errors
/// Refuses professions that are neither in the list nor typed, beside their field; sessions that cannot be booked; and those that
/// the asker does not run, as not found.
pub async fn add_guest(ctx: &Ctx, id: SessionId, says: &AddGuest) -> Result<BookingState> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = to_seat(ctx, &facts, &change, id).await?;
    if says.from_list && !professions(&facts).contains(&says.profession) {
        let message = "Choose their profession from the list, or another";
        return Err(FieldErrors::one("profession", message).into());
    }
    let guest = session_guest::Model {
        id: GuestId(Uuid::now_v7()),
        session_id: id,
        name: says.name.clone(),
        organisation: says.organisation.clone(),
        profession: says.profession.clone(),
    };
    let booking = locked.seats.asks_for_guest(&locked.stored, &guest);
    let attendee = booking.attendee;
    guest.into_active_model().reset_all().insert(change.tx()).await?;
    let steps = locked.seats.seating.book(booking)?;
    let own = steps.iter().rfind(|step| step.attendee == attendee);
    let state = own.map_or(BookingState::Booked, |step| step.state);
    let entry = locked.save(ctx, change.tx(), "add guest", (&steps, &[attendee])).await?;
    change.commit(entry.let_through(passed)).await?;
    Ok(state)
}

/// Takes up a seat that is offered to a guest.
///
/// # Errors
/// Refuses without an offer, after its deadline, and where the session can be booked no more; guests of another session, and
/// sessions that the asker does not run, as not found.
pub async fn accept_for_guest(ctx: &Ctx, id: SessionId, guest: GuestId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = to_seat(ctx, &facts, &change, id).await?;
    let attendee = known(&locked, guest)?;
    let steps = locked.seats.seating.accept(attendee)?;
    let act = "accept seat for guest";
    let entry = locked.save(ctx, change.tx(), act, (&steps, &[attendee])).await?;
    change.commit(entry).await
}

/// A guest does not come: what they held is given to those who wait.
///
/// # Errors
/// Refuses who has nothing any more, and sessions that are over; guests of another session, and sessions that the asker does not
/// run, as not found.
pub async fn remove_guest(ctx: &Ctx, id: SessionId, guest: GuestId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::Run)).await?;
    let attendee = known(&locked, guest)?;
    let steps = locked.seats.seating.cancel(attendee)?;
    let entry = locked.save(ctx, change.tx(), "remove guest", (&steps, &[attendee])).await?;
    change.commit(entry).await
}

/// A session that the asker runs, held, in which a seat can be taken.
async fn to_seat(ctx: &Ctx, facts: &Facts, change: &Change<'_>, id: SessionId) -> Result<Locked> {
    let locked = Locked::hold(ctx, facts, change.tx(), (id, Purpose::Run)).await?;
    can_be_booked(locked.stored.state(locked.seats.seating.now))?;
    Ok(locked)
}

/// # Errors
/// Refuses whoever never had a booking in the session as not found.
fn known(locked: &Locked, guest: GuestId) -> Result<Attendee> {
    let attendee = Attendee::Guest(guest);
    match locked.seats.seating.of(attendee) {
        Some(_) => Ok(attendee),
        None => Err(Refusal::not_found("this guest").into()),
    }
}

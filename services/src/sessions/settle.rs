//! What deadlines and release dates have freed is given to those who wait, without anybody's act.

use super::events::{by_session, events_of};
use super::locks::hold_seats;
use super::seats::{Seats, told};
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::policy::{Action, Resource};
use domain::sessions::seats::Booking;
use domain::sessions::{BookingState, SessionState};
use entities::{booking_event, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait};

/// Gives out the free seats of every session to come for which somebody waits; how many steps were written. Each session is a
/// change of its own; one that fails is logged, and the others go on.
///
/// # Errors
/// Refuses whoever does not run the sessions of the whole installation.
pub async fn settle_all(ctx: &Ctx) -> Result<usize> {
    ctx.authorise(Action::RunSessions, Resource::Installation, "this page")?;
    let facts = ctx.facts().await?;
    let mut written = 0;
    for id in waited_for(ctx).await? {
        match settle(ctx, &facts, id).await {
            Ok(steps) => written += steps,
            Err(error) => tracing::error!(session = %id, %error, "giving out seats"),
        }
    }
    Ok(written)
}

/// The sessions to come for which somebody waits; two queries.
async fn waited_for(ctx: &Ctx) -> Result<Vec<SessionId>> {
    let own = Expr::col((booking_event::Entity, booking_event::Column::SessionId))
        .equals((session::Entity, session::Column::Id));
    let waited = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .filter(own)
        .filter(booking_event::Column::State.eq(BookingState::Waitlisted))
        .into_query();
    let to_come: Vec<SessionId> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::StartsAt.gt(from_london(ctx.rule_now())))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(Expr::exists(waited))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let bookings = by_session(&events_of(ctx.db().read(), to_come).await?);
    let waits = |bookings: &[Booking]| {
        bookings.iter().any(|booking| booking.state == BookingState::Waitlisted)
    };
    Ok(bookings.into_iter().filter(|(_, all)| waits(all)).map(|(id, _)| id).collect())
}

/// Looks before it holds anything, so that nobody waits for a session in which there is nothing to give.
async fn settle(ctx: &Ctx, facts: &Facts, id: SessionId) -> Result<usize> {
    let db = ctx.db().read();
    let stored = Stored::run_by(ctx, facts, db, id).await?;
    if Seats::load(facts, db, &stored, ctx.moment()).await?.seating.settle().is_empty() {
        return Ok(0);
    }
    let change = ctx.change(Touches::Nothing).await?;
    let now = hold_seats(ctx, change.tx(), id).await?;
    let stored = Stored::run_by(ctx, facts, change.tx(), id).await?;
    if stored.state(now) != SessionState::Scheduled {
        return Ok(0);
    }
    let mut seats = Seats::load(facts, change.tx(), &stored, now).await?;
    let steps = seats.seating.settle();
    if steps.is_empty() {
        return Ok(0);
    }
    seats.save(ctx, change.tx(), &stored.row, (&steps, &[])).await?;
    change.commit(Entry::new("give out seats", "session", id).after(&told(&steps))).await?;
    Ok(steps.len())
}

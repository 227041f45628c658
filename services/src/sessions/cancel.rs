//! A session does not take place: whoever has a booking has none any more; or one booking is cancelled by whoever runs it.

use super::locked::{Locked, Purpose};
use super::may_run_any;
use super::seats::told;
use super::tell::{self, Letters};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::sessions::forms::CancelSession;
use domain::sessions::{Attendee, SessionState};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, IntoActiveModel};

/// Cancels a session; how many bookings were cancelled with it.
///
/// # Errors
/// Refuses sessions that are over, and those that the asker does not run, as not found.
pub async fn cancel(ctx: &Ctx, id: SessionId, says: CancelSession) -> Result<usize> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (entry, bookings, letters) = falls_through(ctx, &facts, change.tx(), id, says).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry).await?;
    Ok(bookings)
}

/// Writes down that a session does not take place: what the audit log is told, how many bookings were cancelled with it, and who is
/// to be told of it.
///
/// # Errors
/// As [`cancel`].
pub(super) async fn falls_through(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    id: SessionId,
    CancelSession(reason): CancelSession,
) -> Result<(Entry, usize, Letters)> {
    let Locked { stored, mut seats } = Locked::hold(ctx, facts, tx, (id, Purpose::Run)).await?;
    let state = stored.state(seats.seating.now);
    let steps = seats.seating.cancel_all();
    let mut row = stored.row.clone().into_active_model();
    row.cancelled_at = Set(Some(ctx.now));
    row.cancel_reason = Set(Some(reason));
    row.revision = Set(stored.row.revision.saturating_add(1));
    let row = row.update(tx).await?;
    let mut letters = seats.write(ctx, tx, &row, (&steps, &[])).await?;
    if state == SessionState::Scheduled {
        letters.add(tell::leads_no_more(tx, &row, stored.people().collect()).await?);
    }
    let entry = Entry::new("cancel session", "session", id).after(&(reason, told(&steps)));
    Ok((entry, steps.len(), letters))
}

/// Cancels somebody's seat, offer, request or place on the waiting list; what it held is given to those who wait.
///
/// # Errors
/// Refuses who has none of them, sessions that are over, and those that the asker does not run, as not found.
pub async fn cancel_booking(ctx: &Ctx, id: SessionId, person: PersonId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut locked = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::Run)).await?;
    let steps = locked.seats.seating.cancel(Attendee::Person(person))?;
    let entry = locked.save(ctx, change.tx(), "cancel booking", (&steps, &[])).await?;
    change.commit(entry).await
}

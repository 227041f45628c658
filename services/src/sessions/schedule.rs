//! From now on it can be booked.

use super::engaged::{engaged, free_for};
use super::locks::{hold_leads, hold_session, still_led_by};
use super::stored::Stored;
use super::{may_run_any, standing, tell};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};

/// Schedules a draft.
///
/// # Errors
/// Refuses with everything that it lacks, and when somebody who leads it is in another session then; and sessions that the
/// asker does not run, as not found.
pub async fn schedule(ctx: &Ctx, id: SessionId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Of two sessions that one person leads, scheduled at once, the second waits and sees the first.
    let led_by = hold_leads(change.tx(), id).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    still_led_by(&led_by, stored.people())?;
    standing::nothing(standing::missing(ctx, &facts, change.tx(), &stored).await?)?;
    leads_are_free(ctx, &facts, change.tx(), &stored).await?;
    let entry = Entry::new("schedule session", "session", id).after(&stored.slot());
    let mut row = stored.row.into_active_model();
    row.scheduled_at = Set(Some(ctx.now));
    let row = row.update(change.tx()).await?;
    tell::leads(ctx, change.tx(), &row, led_by).await?;
    change.commit(entry).await
}

/// # Errors
/// Refuses when somebody who leads it is in another session at its time.
pub(super) async fn leads_are_free(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    stored: &Stored,
) -> Result<()> {
    let (slot, people) = (stored.slot(), stored.people().collect::<Vec<PersonId>>());
    let engaged = engaged(ctx, db, &people, (stored.row.id, slot)).await?;
    for person in people {
        free_for(ctx, facts, (person, slot), &engaged)?;
    }
    Ok(())
}

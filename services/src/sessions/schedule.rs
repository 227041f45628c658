//! From now on it can be booked.

use super::engaged::{engaged, free_for};
use super::locks::{hold_leads, hold_session, still_led_by};
use super::stored::Stored;
use super::{may_run_any, standing};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::protected_time::Outside;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};

/// Schedules a draft. `reason` is why it goes ahead where its leads' protected time does not cover it: it stands in the ledger of
/// each of them, and in the audit log.
///
/// # Errors
/// Refuses with everything that it lacks, and when somebody who leads it is in another session then; beside `reason`, where one
/// is needed and none was given; and sessions that the asker does not run, as not found.
pub async fn schedule(ctx: &Ctx, id: SessionId, reason: &str) -> Result<()> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[("reason", reason)])?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Of two sessions that one person leads, scheduled at once, the second waits and sees the first.
    let led_by = hold_leads(change.tx(), id).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    still_led_by(&led_by, stored.people())?;
    standing::nothing(standing::missing(ctx, &facts, change.tx(), &stored).await?)?;
    leads_are_free(ctx, &facts, change.tx(), &stored).await?;
    let people: Vec<PersonId> = stored.people().collect();
    let time = (people.as_slice(), stored.slot());
    let outside = Outside::of(ctx, &facts, change.tx(), time, reason).await?;
    outside.save(ctx, change.tx(), (id, stored.day())).await?;
    let entry = Entry::new("schedule session", "session", id).after(&stored.slot());
    let mut row = stored.row.into_active_model();
    row.scheduled_at = Set(Some(ctx.now));
    row.update(change.tx()).await?;
    change.commit(outside.noted(entry).let_through(passed)).await
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

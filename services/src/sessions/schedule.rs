//! From now on it can be booked, or from when booking opens.

use super::engaged::{engaged, free_for};
use super::invitations::tell_invited;
use super::locks::hold_led;
use super::stored::Stored;
use super::tell::Letters;
use super::{may_run_any, standing, tell};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::protected_time::Outside;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::protected_time::taking::Taking;
use domain::sessions::times::Slot;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, IntoActiveModel,
};

/// Schedules a draft: when booking opens, where that is still to come. `reason` is why it goes ahead where its leads' protected time
/// does not cover it: it stands in the ledger of each of them, and in the audit log.
///
/// # Errors
/// Refuses with everything that it lacks, and when somebody who leads it is in another session then; beside `reason`, where one
/// is needed and none was given; and sessions that the asker does not run, as not found.
pub async fn schedule(ctx: &Ctx, id: SessionId, reason: &str) -> Result<Option<NaiveDateTime>> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[("reason", reason)])?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = hold_led(ctx, &facts, change.tx(), id).await?;
    let later = stored.opens_at().filter(|opens| *opens > ctx.rule_now());
    let (entry, letters) = opens(ctx, &facts, change.tx(), stored, reason).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry.let_through(passed)).await?;
    Ok(later)
}

/// Writes down that a draft is scheduled, and can be booked once booking opens; its leads and the session itself are held, and the
/// reason was looked through. Returns what the audit log is told, and who is to be told of it.
///
/// # Errors
/// Refuses with everything that it lacks, and when somebody who leads it is in another session then; beside `reason`, where one
/// is needed and none was given.
pub(super) async fn opens(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    stored: Stored,
    reason: &str,
) -> Result<(Entry, Letters)> {
    standing::nothing(standing::missing(ctx, facts, tx, &stored).await?)?;
    stands(ctx, facts, tx, (stored, "schedule session"), reason).await
}

/// Writes down that a draft is a draft no more, by an act of this name: what it must have, others have looked at. Returns the same as
/// [`opens`].
///
/// # Errors
/// Refuses when somebody who leads it is in another session then; and beside `reason`, where one is needed and none was given.
pub(super) async fn stands(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    (stored, act): (Stored, &'static str),
    reason: &str,
) -> Result<(Entry, Letters)> {
    leads_are_free(ctx, facts, tx, &stored).await?;
    let outside = outside(ctx, facts, tx, (&stored, None), reason).await?;
    let (id, slot) = (stored.row.id, stored.slot());
    let leads: Vec<PersonId> = stored.people().collect();
    outside.save(ctx, tx, (id, stored.day())).await?;
    let mut row = stored.row.clone().into_active_model();
    row.scheduled_at = Set(Some(ctx.now));
    let stored = Stored { row: row.update(tx).await?, ..stored };
    tell_invited(ctx, facts, tx, (&stored, &stored.invited)).await?;
    let entry = outside.noted(Entry::new(act, "session", id).after(&slot));
    Ok((entry, tell::leads(&stored.row, leads)))
}

/// What the protected time of those on record who lead it lacks for it, with the reason why it goes ahead. `before` is the slot in which
/// it took their time already, where it did.
///
/// # Errors
/// Refuses, beside `reason`, where one is needed and none was given.
pub(super) async fn outside(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, before): (&Stored, Option<Slot>),
    reason: &str,
) -> Result<Outside> {
    let people: Vec<PersonId> = stored.people().collect();
    let taking = Taking { before, slot: stored.slot() };
    Outside::of(ctx, facts, db, (stored.row.id, &people, taking), reason).await
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

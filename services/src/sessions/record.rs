//! A session that has taken place and was not written down before: drafted with what it was, then recorded. By its time it has
//! taken place as soon as it is no draft any more, so nobody can book it.

use super::draft::draft;
use super::locks::hold_led;
use super::schedule::stands;
use super::{may_run_any, standing};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::forms::DescribeSession;

/// Drafts a session that is over.
///
/// # Errors
/// Refuses one that is not, beside `day`; places that are not known beside their field, and those for which the asker runs no
/// sessions as not found.
pub async fn record(ctx: &Ctx, says: &DescribeSession) -> Result<SessionId> {
    may_run_any(ctx)?;
    says.has_taken_place(ctx.rule_now())?;
    draft(ctx, says).await
}

/// Records that a draft took place. `reason` is why it did where its leads' protected time does not cover it.
///
/// # Errors
/// Refuses with everything that it lacks, before it is over, and when somebody who leads it was in another session then; beside
/// `reason`, where one is needed and none was given; and sessions that the asker does not run, as not found.
pub async fn took_place(ctx: &Ctx, id: SessionId, reason: &str) -> Result<()> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[("reason", reason)])?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = hold_led(ctx, &facts, change.tx(), id).await?;
    standing::nothing(standing::unrecorded(ctx, &facts, change.tx(), &stored).await?)?;
    let (entry, letters) =
        stands(ctx, &facts, change.tx(), (stored, "record session"), reason).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry.let_through(passed)).await
}

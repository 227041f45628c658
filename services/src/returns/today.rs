//! A revision beside what today's data would make of it. That is counted anew, so only where somebody asks.

use super::compute::contents_of;
use super::kept::contents;
use super::may::readable;
use super::one::one;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::returns::ReturnId;
use domain::returns::views::ReturnPage;

/// The same as [`one`], with whether its files would be others if they were made today. That is told to those who read returns before
/// they are submitted; everybody else is told what [`one`] tells.
///
/// # Errors
/// As [`one`].
pub async fn one_beside_today(ctx: &Ctx, id: &ReturnId, page: usize) -> Result<ReturnPage> {
    let found = one(ctx, id, page).await?;
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    if !of.rights.reads {
        return Ok(found);
    }
    let kept = contents(ctx.db().read(), of.stored.row.id).await?;
    let has_drifted = Some(contents_of(ctx, id).await? != kept);
    Ok(ReturnPage { has_drifted, ..found })
}

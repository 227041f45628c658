//! A revision beside what today's data would make of it. That is counted anew, so only where somebody asks.

use super::compute::contents_of;
use super::kept::contents;
use super::may::readable;
use super::one::one;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::returns::contents::Correction;
use domain::returns::views::{Drift, ReturnPage};
use domain::returns::{Contents, ReturnId};

/// So many cells that would be others are listed.
const CELLS_MOST: usize = 20;

/// The same as [`one`], with whether its files would be others if they were made today, and in what. That is told to those who read returns before
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
    let drift = drift(&kept, &contents_of(ctx, id).await?);
    Ok(ReturnPage { drift: Some(drift), ..found })
}

/// What a correction would list if it were begun now.
fn drift(kept: &Contents, today: &Contents) -> Drift {
    if kept == today {
        return Drift::default();
    }
    let Correction { cells, others, .. } = Correction::of(kept, today, "");
    let titles = &today.titles.items;
    let told = cells.iter().filter_map(|change| change.told(titles));
    Drift {
        is_other: true,
        total: cells.len(),
        cells: told.take(CELLS_MOST).collect(),
        others: others.into_iter().collect(),
    }
}

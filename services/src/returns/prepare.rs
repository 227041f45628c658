//! A return is prepared: the revision that is open, or the first; from the same data nothing is added.

use super::may::preparing;
use super::saving::{Saving, Who};
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::returns::history::{may_be_of, may_take};
use domain::returns::{ReturnId, Step};

/// Prepares the return of a place and a day: the revision that is open, or the first. From the same data it is the same revision with
/// the same files, and what was done with it stands.
///
/// # Errors
/// Refuses places of which the asker prepares no returns as not found; days to come, beside `day`; a return whose last revision was
/// submitted; and one that others change each time meanwhile.
pub async fn prepare(ctx: &Ctx, place: &str, day: NaiveDate) -> Result<ReturnId> {
    prepared(ctx, (place, day), Who::Asker).await
}

/// The same, done by a job.
///
/// # Errors
/// As [`prepare`].
pub(crate) async fn prepare_by_itself(ctx: &Ctx, place: &str, day: NaiveDate) -> Result<ReturnId> {
    prepared(ctx, (place, day), Who::Itself).await
}

async fn prepared(ctx: &Ctx, (code, day): (&str, NaiveDate), who: Who) -> Result<ReturnId> {
    let facts = ctx.facts().await?;
    let place = preparing(ctx, &facts, code)?;
    may_be_of(day, ctx.today)?;
    let last = Stored::of_return(ctx.db().read(), place, day).await?.pop();
    let (id, reason) = match &last {
        None => (ReturnId::first(&place.code, day), None),
        Some(last) => {
            may_take(&last.id, (&last.events(), &[]), Step::Prepared, (None, ""))?;
            (last.id.clone(), last.row.reason.clone())
        }
    };
    Saving { ctx, place, id: &id, reason, correction: None, said: None, who }.through().await?;
    Ok(id)
}

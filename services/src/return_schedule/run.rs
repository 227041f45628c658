//! The daily job: the return of a quarter that is over is prepared where that was switched on and nobody has begun it, and then waits for a
//! person.

use super::{latest, switch};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::jobs::Run;
use crate::returns;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::returns::schedule::last_quarter_end;

/// Prepares what is due, one place after the other. What was begun by a person or by an earlier run is left alone: so is work that was done
/// with it. A place whose return cannot be prepared keeps no other waiting: a refused one is tried again the next day.
///
/// # Errors
/// Fails, once every place was tried, where one ended in a fault: the job is tried again soon, and finds what was prepared done.
pub(crate) async fn prepare_due(ctx: &Ctx, run: &Run) -> Result<()> {
    let facts = ctx.facts().await?;
    let day = last_quarter_end(ctx.today);
    let mut failed = Vec::new();
    for place in due(ctx, &facts, day).await? {
        if !is_still_ours(ctx, run).await? {
            return Ok(());
        }
        match returns::prepare_by_itself(ctx, &place, day).await {
            Ok(_) => {}
            Err(Error::Refused(refusal)) => {
                tracing::warn!(%place, %refusal, "a return was not prepared by itself");
            }
            Err(error) => {
                tracing::error!(%place, %error, "a return could not be prepared by itself");
                failed.push(place);
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Error::fault("preparing returns by itself", format!("not of {}", failed.join(", "))))
}

/// The codes of the places whose return of that day is to be there and is not, in order.
async fn due(ctx: &Ctx, facts: &Facts, day: NaiveDate) -> Result<Vec<String>> {
    let db = ctx.db().read();
    let (said, begun) = (latest(db).await?, returns::begun_on(db, day).await?);
    let on = said.values().filter(|row| switch(row).due(ctx.today).is_some());
    let not_begun = on.filter(|row| !begun.contains(&row.area_id));
    let areas = not_begun.filter_map(|row| facts.places.area(row.area_id));
    let mut codes: Vec<String> = areas.map(|area| area.code.clone()).collect();
    codes.sort_unstable();
    Ok(codes)
}

/// Preparing takes a while, so it is asked before each: another process may have taken the work over.
async fn is_still_ours(ctx: &Ctx, run: &Run) -> Result<bool> {
    let tx = ctx.db().begin().await?;
    let ours = run.is_ours(&tx).await?;
    tx.commit().await?;
    Ok(ours)
}

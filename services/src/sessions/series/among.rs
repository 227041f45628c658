//! Where a session stands in its series: which of them it is, and what comes before and after.

use super::find::{rule_of, sessions_of, stored};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::times::slot_of;
use chrono::NaiveTime;
use domain::coverage::Facts;
use domain::sessions::series::Recurrence;
use domain::sessions::series::views::{InSeries, Neighbour};
use entities::session;

/// A session's place among those that the asker may see; two queries, none where it belongs to no series.
pub(in crate::sessions) async fn among(
    ctx: &Ctx,
    facts: &Facts,
    row: &session::Model,
) -> Result<Option<InSeries>> {
    let Some(id) = row.series_id else { return Ok(None) };
    let db = ctx.db().read();
    let rule = rule_of(&stored(db, id).await?)?;
    let all = sessions_of(ctx, facts, db, id).await?;
    let Some(at) = all.iter().position(|other| other.id == row.id) else { return Ok(None) };
    let neighbour = |at: Option<usize>| {
        let row = all.get(at?)?;
        Some(Neighbour { id: row.id, slot: slot_of(row) })
    };
    Ok(Some(InSeries {
        id,
        number: at + 1,
        of: all.len(),
        words: words(rule, &all),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    }))
}

/// The rule in words: with the time of day where that is one for all that were not cancelled, since some may have been moved.
pub(super) fn words(rule: Recurrence, rows: &[session::Model]) -> String {
    let kept = rows.iter().filter(|row| row.cancelled_at.is_none());
    let mut times: Vec<NaiveTime> = kept.map(|row| slot_of(row).starts.time()).collect();
    times.dedup();
    match times.as_slice() {
        [time] => rule.words(*time),
        _ => rule.days.words(rule.every),
    }
}

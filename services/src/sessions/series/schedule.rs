//! From now on the drafts of a series can be booked: all of them or none.

use super::find::{changeable, not_found};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions::locks::{hold_leads_of, hold_session, still_led_by};
use crate::sessions::may_run_any;
use crate::sessions::schedule::opens;
use crate::sessions::stored::Stored;
use crate::sessions::tell::Letters;
use domain::ids::{SessionId, SessionSeriesId};
use domain::refusal::Refusal;
use domain::sessions::series::{on, together};
use entities::session;
use std::collections::BTreeSet;

/// Schedules the drafts of a series that the asker runs; how many. `reason` is why they go ahead where their leads' protected time
/// does not cover them.
///
/// # Errors
/// Refuses each day whose draft cannot be scheduled, with all that it lacks: then none is; and the first for which a reason is
/// needed, beside `reason`, where none was given. Series without a draft that the asker runs are not found.
pub async fn schedule(ctx: &Ctx, series: SessionSeriesId, reason: &str) -> Result<usize> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[("reason", reason)])?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut rows = changeable(ctx, &facts, change.tx(), series).await?;
    rows.retain(is_draft);
    if rows.is_empty() {
        return Err(not_found());
    }
    rows.sort_by_key(|row| row.id);
    let ids: Vec<SessionId> = rows.iter().map(|row| row.id).collect();
    let led_by = hold_leads_of(change.tx(), &facts, &ids).await?;
    let nobody = BTreeSet::new();
    let (mut entries, mut refused, mut letters) = (Vec::new(), Vec::new(), Letters::default());
    for id in ids {
        hold_session(change.tx(), id).await?;
        let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
        still_led_by(led_by.get(&id).unwrap_or(&nobody), stored.people())?;
        let day = stored.day();
        match opens(ctx, &facts, change.tx(), stored, reason).await {
            Ok((entry, told)) => {
                entries.push(entry.let_through(passed.clone()));
                letters.add(told);
            }
            // It is one question for all of them.
            Err(Error::Refused(asked @ Refusal::Fields(_))) => return Err(on(day, asked).into()),
            Err(Error::Refused(refusal)) => refused.push(on(day, refusal)),
            Err(fault) => return Err(fault),
        }
    }
    together(refused)?;
    letters.put(ctx, change.tx()).await?;
    let many = entries.len();
    change.commit_all(entries).await?;
    Ok(many)
}

pub(super) fn is_draft(row: &session::Model) -> bool {
    row.scheduled_at.is_none() && row.cancelled_at.is_none()
}

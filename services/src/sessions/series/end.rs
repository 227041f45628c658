//! Several sessions of a series do not take place.

use super::find::meant;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions::cancel::falls_through;
use crate::sessions::may_run_any;
use crate::sessions::tell::Letters;
use crate::sessions::times::slot_of;
use domain::ids::SessionId;
use domain::sessions::forms::CancelSession;
use domain::sessions::series::forms::CancelSeries;
use domain::sessions::series::{on, together};

/// Cancels sessions of a series from one of them on: how many, and how many bookings with them.
///
/// # Errors
/// Refuses sessions without a series, where none is left to cancel, and those that the asker does not run, as not found; and each
/// day whose session cannot be cancelled, with why. Then none is.
pub async fn cancel(ctx: &Ctx, id: SessionId, says: CancelSeries) -> Result<(usize, usize)> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (_, rows) = meant(ctx, &facts, change.tx(), (id, says.part)).await?;
    let (mut entries, mut bookings, mut refused) = (Vec::new(), 0, Vec::new());
    let mut letters = Letters::default();
    for row in rows {
        let why = CancelSession(says.reason);
        match falls_through(ctx, &facts, change.tx(), row.id, why).await {
            Ok((entry, ended, told)) => {
                entries.push(entry);
                bookings += ended;
                letters.add(told);
            }
            Err(Error::Refused(refusal)) => {
                refused.push(on(slot_of(&row).starts.date(), refusal));
            }
            Err(fault) => return Err(fault),
        }
    }
    together(refused)?;
    letters.put(ctx, change.tx()).await?;
    let sessions = entries.len();
    change.commit_all(entries).await?;
    Ok((sessions, bookings))
}

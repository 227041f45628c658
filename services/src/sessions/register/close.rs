//! A register is closed: from then on it says who came. It is opened again for a reason, which stands beside each later change.

use super::super::locks::hold_session;
use super::super::may_read;
use super::super::stored::Stored;
use super::sheet::Sheet;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::register::{Correction, may_close, may_reopen};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

/// Closes the register of a session that has taken place.
///
/// # Errors
/// Refuses before the session has ended, while nothing was said of somebody who has a seat, and what is closed; sessions that
/// the asker neither runs nor leads, as not found.
pub async fn close_register(ctx: &Ctx, id: SessionId) -> Result<()> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let now = ctx.moment();
    let stored = Stored::taught_by(ctx, &facts, change.tx(), id).await?;
    let sheet = Sheet::load(&facts, change.tx(), &stored, now).await?;
    may_close(stored.state(now), sheet.unsaid())?;
    let came = sheet.register.who_came().count();
    let mut row = stored.row.into_active_model();
    row.closed_at = Set(Some(ctx.now));
    row.reopened_for = Set(None);
    row.update(change.tx()).await?;
    change.commit(Entry::new("close register", "session", id).after(&came)).await
}

/// Opens a register again; what stood there stays in its history.
///
/// # Errors
/// Refuses registers that are not closed; sessions that the asker neither runs nor leads, as not found.
pub async fn reopen_register(ctx: &Ctx, id: SessionId, why: Correction) -> Result<()> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::taught_by(ctx, &facts, change.tx(), id).await?;
    may_reopen(stored.state(ctx.moment()))?;
    let closed_at = stored.row.closed_at;
    let mut row = stored.row.into_active_model();
    row.closed_at = Set(None);
    row.reopened_for = Set(Some(why));
    row.update(change.tx()).await?;
    let entry = Entry::new("reopen register", "session", id).before(&closed_at).after(&why);
    change.commit(entry.note(why.label())).await
}

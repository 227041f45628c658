//! A register as whoever takes it sees it.

use super::super::led::name;
use super::super::lines::place;
use super::super::may_read;
use super::super::stored::Stored;
use super::sheet::Sheet;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::ids::SessionId;
use domain::sessions::SessionState;
use domain::sessions::register::may_take;
use domain::sessions::register::views::RegisterPage;

/// The register of a session. Before it opens, whoever runs the session sees who has a seat, to print it; who leads it does
/// not yet. The list is noted.
///
/// # Errors
/// Refuses sessions that the asker neither runs nor leads, as not found.
pub async fn register(ctx: &Ctx, id: SessionId) -> Result<RegisterPage> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::taught_by(ctx, &facts, db, id).await?;
    let now = ctx.rule_now();
    let state = stored.state(now);
    let why_not = may_take(state, stored.slot().starts, now).err();
    let shown = match state {
        SessionState::Draft | SessionState::Cancelled => false,
        SessionState::Scheduled => why_not.is_none() || stored.may_run(ctx, &facts),
        SessionState::Delivered | SessionState::Closed => true,
    };
    let lines = match shown {
        true => Sheet::load(&facts, db, &stored, now).await?.lines(&facts, &stored),
        false => Vec::new(),
    };
    if !lines.is_empty() {
        viewings::note_list(ctx, &format!("register of session {}", stored.row.code)).await?;
    }
    Ok(RegisterPage {
        id,
        slot: stored.slot(),
        place: place(&stored.row),
        leads: stored.leads.iter().map(|lead| name(&facts, lead)).collect(),
        state,
        why_not: why_not.map(|refusal| refusal.to_string()),
        reopened_for: stored.row.reopened_for,
        lines,
        service_users: stored.row.service_users.and_then(|number| u16::try_from(number).ok()),
        capacity: usize::try_from(stored.row.capacity).unwrap_or_default(),
        title: stored.row.title,
    })
}

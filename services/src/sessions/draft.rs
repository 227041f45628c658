//! A session that nobody but those who run it can see yet.

use super::begin::{Begin, begun};
use super::copy::put;
use super::describe::described;
use super::hosts::chosen;
use super::may_run_any;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::session_requests::planned;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::sessions::forms::DescribeSession;
use sea_orm::ConnectionTrait;
use std::slice::from_ref;

/// Drafts a session; whoever drafts it leads it, where they are on record.
///
/// # Errors
/// Refuses places that are not known beside their field, and those for which the asker runs no sessions as not found.
pub async fn draft(ctx: &Ctx, says: &DescribeSession) -> Result<SessionId> {
    draft_from(ctx, says, &Begin::Nothing).await
}

/// Drafts a session that begins with what a template suggests, another session has or a team asks for; then whoever asked is told.
///
/// # Errors
/// As [`draft`]; templates that are not known, sessions that the asker does not run, and requests of teams for which they run none,
/// are not found; and requests that were answered are refused.
pub async fn draft_from(ctx: &Ctx, says: &DescribeSession, begin: &Begin) -> Result<SessionId> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let begun = begun(ctx, &facts, says.starts, begin).await?;
    let id = begun.row.id;
    let change = ctx.change(Touches::Nothing).await?;
    let entry = drafted(ctx, &facts, change.tx(), (begun, says)).await?;
    let mut entries = vec![entry.let_through(passed)];
    if let Begin::Request(request) = begin {
        entries.push(planned(ctx, &facts, change.tx(), (*request, id)).await?);
    }
    change.commit_all(entries).await?;
    Ok(id)
}

/// Stores a draft with what its form says, which was looked through for patients: the entry that tells of it.
///
/// # Errors
/// Refuses places that are not known beside their field, and those for which the asker runs no sessions as not found.
pub(super) async fn drafted(
    ctx: &Ctx,
    facts: &Facts,
    tx: &impl ConnectionTrait,
    (begun, says): (Stored, &DescribeSession),
) -> Result<Entry> {
    let host = chosen(ctx, facts, says.held_for.as_deref())?;
    let new = Stored { row: described(begun.row.clone(), says, host), ..begun };
    put(tx, from_ref(&new)).await?;
    let Stored { row, .. } = new;
    Ok(Entry::new("draft session", "session", row.id).after(&(&row.code, &row.title)))
}

/// The end of an id is random; its beginning is the time, which two that are drafted together share.
pub(super) fn code_of(id: SessionId) -> String {
    let written = id.0.simple().to_string();
    let end: String = written.chars().skip(24).collect();
    format!("S-{end}")
}

//! A session that nobody but those who run it can see yet.

use super::begin::{Begin, begun};
use super::copy::put;
use super::describe::described;
use super::hosts::chosen;
use super::may_run_any;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::session_requests::planned;
use domain::ids::SessionId;
use domain::patient_text::LetThrough;
use domain::sessions::forms::DescribeSession;
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
    let (id, change, entries) = drafted(ctx, (says, vec![passed]), begin).await?;
    change.commit_all(entries).await?;
    Ok(id)
}

/// The same of what was looked through for patients, still to be committed with the entries that tell of it.
pub(super) async fn drafted<'a>(
    ctx: &'a Ctx,
    (says, passed): (&DescribeSession, Vec<LetThrough>),
    begin: &Begin,
) -> Result<(SessionId, Change<'a>, Vec<Entry>)> {
    let facts = ctx.facts().await?;
    let host = chosen(ctx, &facts, says.held_for.as_deref())?;
    let begun = begun(ctx, &facts, says.starts, begin).await?;
    let new = Stored { row: described(begun.row.clone(), says, host), ..begun };
    let id = new.row.id;
    let entry = Entry::new("draft session", "session", id).after(&(&new.row.code, &new.row.title));
    let change = ctx.change(Touches::Nothing).await?;
    put(change.tx(), from_ref(&new)).await?;
    let mut entries = vec![passed.into_iter().fold(entry, Entry::let_through)];
    if let Begin::Request(request) = begin {
        entries.push(planned(ctx, &facts, change.tx(), (*request, id)).await?);
    }
    Ok((id, change, entries))
}

/// The end of an id is random; its beginning is the time, which two that are drafted together share.
pub(super) fn code_of(id: SessionId) -> String {
    let written = id.0.simple().to_string();
    let end: String = written.chars().skip(24).collect();
    format!("S-{end}")
}

//! A session that nobody but those who run it can see yet.

use super::blank::blank;
use super::describe::described;
use super::hosts::chosen;
use super::leads::on_record;
use super::may_run_any;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::refusal::Refusal;
use domain::sessions::forms::DescribeSession;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;

/// Drafts a session; whoever drafts it leads it, where they are on record.
///
/// # Errors
/// Refuses places that are not known beside their field, and those for which the asker runs no sessions as not found.
pub async fn draft(ctx: &Ctx, says: &DescribeSession) -> Result<SessionId> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let host = chosen(ctx, &facts, says.held_for.as_deref())?;
    let id = SessionId(Uuid::now_v7());
    ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let new = blank(ctx, id, code_of(id));
    let row = described(new, says, host);
    let entry = Entry::new("draft session", "session", id).after(&(&row.code, &row.title));
    let change = ctx.change(Touches::Nothing).await?;
    row.into_active_model().reset_all().insert(change.tx()).await?;
    if let Some(person) = ctx.actor.person() {
        on_record(id, person).into_active_model().reset_all().insert(change.tx()).await?;
    }
    change.commit(entry.let_through(passed)).await?;
    Ok(id)
}

/// The end of an id is random; its beginning is the time, which two that are drafted together share.
fn code_of(id: SessionId) -> String {
    let written = id.0.simple().to_string();
    let end: String = written.chars().skip(24).collect();
    format!("S-{end}")
}

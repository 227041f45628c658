//! An action is agreed in a series, and it is said when it was done.

use super::find::{not_found, sessions_of};
use super::practices::teaches;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::may_read;
use domain::coverage::Facts;
use domain::ids::{SeriesActionId, SessionSeriesId};
use domain::refusal::Refusal;
use domain::sessions::series::actions::{ActionDone, AgreeAction};
use entities::series_action;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect,
};
use uuid::Uuid;

/// Writes down what was agreed, today.
///
/// # Errors
/// Refuses whoever neither runs nor leads a session of the series, as not found; and what could identify a patient.
pub async fn agree(ctx: &Ctx, id: SessionSeriesId, says: &AgreeAction) -> Result<()> {
    may_read(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    kept_by(ctx, &facts, change.tx(), id).await?;
    let row = series_action::Model {
        id: SeriesActionId(Uuid::now_v7()),
        series_id: id,
        what: says.what.clone(),
        by_whom: says.by_whom.clone(),
        due_on: says.due_on,
        agreed_on: ctx.today,
        done_on: None,
        recorded_at: ctx.now,
        recorded_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    let entry = Entry::new("agree action", "series_action", row.id).after(&says.due_on);
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry.let_through(passed)).await
}

/// Says on which day an action was done; said again, the later word holds.
///
/// # Errors
/// Refuses, beside `done_on`, days before the agreement and ahead; and actions of series of which the asker neither runs nor leads
/// a session, as not found.
pub async fn done(ctx: &Ctx, id: SeriesActionId, done_on: &str) -> Result<SessionSeriesId> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let held = series_action::Entity::find_by_id(id).lock(LockType::NoKeyUpdate);
    let row = held.one(change.tx()).await?.ok_or_else(not_found)?;
    kept_by(ctx, &facts, change.tx(), row.series_id).await?;
    let ActionDone(day) = ActionDone::parse(done_on, row.agreed_on, ctx.today)?;
    let (series, before) = (row.series_id, row.done_on);
    let mut row = row.into_active_model();
    row.done_on = Set(Some(day));
    row.update(change.tx()).await?;
    let entry = Entry::new("action done", "series_action", id).before(&before).after(&day);
    change.commit(entry).await?;
    Ok(series)
}

/// # Errors
/// Refuses whoever neither runs nor leads a session of the series, as not found.
async fn kept_by(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    id: SessionSeriesId,
) -> Result<()> {
    let rows = sessions_of(ctx, facts, db, id).await?;
    if teaches(ctx, facts, db, &rows).await? { Ok(()) } else { Err(not_found()) }
}

//! Windows, days on which they do not hold, and how many of a profession stay: added and removed.

use super::managed;
use super::read::professions;
use super::save::hold_team;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{NaiveDate, NaiveTime, Timelike};
use domain::fields::FieldErrors;
use domain::ids::ReleaseWindowId;
use domain::refusal::Refusal;
use domain::release::forms::{AddException, AddWindow, KeepMinimum};
use entities::{release_exception, release_minimum, release_window};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

/// Adds a window to a team's release.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found.
pub async fn add_window(ctx: &Ctx, code: &str, says: AddWindow) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let row = release_window::Model {
        id: ReleaseWindowId(Uuid::now_v7()),
        team_id: team.id,
        first_on: says.first,
        every_weeks: i32::from(says.every_weeks),
        last_on: says.last,
        from_minute: minute(says.from),
        to_minute: minute(says.to),
    };
    let told = (row.first_on, row.every_weeks, row.last_on, row.from_minute, row.to_minute);
    let entry = Entry::new("add release window", "team", team.id).after(&told);
    let change = ctx.change(Touches::Nothing).await?;
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry).await
}

/// The minutes after midnight.
fn minute(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// Removes a window. What was booked in it stays.
///
/// # Errors
/// Refuses teams whose release the asker does not manage, and windows of others, as not found.
pub async fn remove_window(ctx: &Ctx, code: &str, id: ReleaseWindowId) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Nothing).await?;
    let found = release_window::Entity::find_by_id(id).one(change.tx()).await?;
    let row = found.filter(|row| row.team_id == team.id);
    let row = row.ok_or_else(|| Refusal::not_found("this window"))?;
    let told = (row.first_on, row.every_weeks, row.last_on, row.from_minute, row.to_minute);
    let entry = Entry::new("remove release window", "team", team.id).before(&told);
    row.into_active_model().delete(change.tx()).await?;
    change.commit(entry).await
}

/// Closes a day: no window holds on it. One that is closed stays so.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found.
pub async fn add_exception(ctx: &Ctx, code: &str, AddException(day): AddException) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_team(change.tx(), team.id).await?;
    let key = (team.id, day);
    if release_exception::Entity::find_by_id(key).one(change.tx()).await?.is_some() {
        return Ok(());
    }
    let row = release_exception::Model { team_id: team.id, closed_on: day };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(Entry::new("close day of release", "team", team.id).after(&day)).await
}

/// Opens a day again.
///
/// # Errors
/// Refuses teams whose release the asker does not manage, and days that are not closed, as not found.
pub async fn remove_exception(ctx: &Ctx, code: &str, day: NaiveDate) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Nothing).await?;
    let found = release_exception::Entity::find_by_id((team.id, day)).one(change.tx()).await?;
    let row = found.ok_or_else(|| Refusal::not_found("this day"))?;
    row.into_active_model().delete(change.tx()).await?;
    change.commit(Entry::new("open day of release", "team", team.id).before(&day)).await
}

/// Keeps so many of a profession in the team from now on: more or fewer than before.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found; and, beside `profession`, what nobody in the team is.
pub async fn keep_minimum(ctx: &Ctx, code: &str, KeepMinimum(says): &KeepMinimum) -> Result<()> {
    let facts = ctx.facts().await?;
    let (at, team) = managed(ctx, &facts, code)?;
    if !professions(ctx, &facts, at).contains(&says.profession) {
        let message = "Choose a profession of somebody in this team";
        return Err(FieldErrors::one("profession", message).into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    hold_team(change.tx(), team.id).await?;
    let key = (team.id, says.profession.clone());
    let before = release_minimum::Entity::find_by_id(key).one(change.tx()).await?;
    let profession = says.profession.clone();
    let row = release_minimum::Model { team_id: team.id, profession, least: i32::from(says.least) };
    let mut entry =
        Entry::new("keep minimum", "team", team.id).after(&(&says.profession, says.least));
    let kept = row.into_active_model().reset_all();
    match before {
        Some(was) => {
            entry = entry.before(&was.least);
            kept.update(change.tx()).await?;
        }
        None => {
            kept.insert(change.tx()).await?;
        }
    }
    change.commit(entry).await
}

/// Keeps no number of a profession any more. Requests that wait still wait for an answer.
///
/// # Errors
/// Refuses teams whose release the asker does not manage, and professions that are not kept, as not found.
pub async fn remove_minimum(ctx: &Ctx, code: &str, profession: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Nothing).await?;
    let key = (team.id, profession.to_owned());
    let found = release_minimum::Entity::find_by_id(key).one(change.tx()).await?;
    let row = found.ok_or_else(|| Refusal::not_found("this number"))?;
    let entry = Entry::new("remove minimum", "team", team.id).before(&(&row.profession, row.least));
    row.into_active_model().delete(change.tx()).await?;
    change.commit(entry).await
}

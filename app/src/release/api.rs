//! Server functions: a team's release read and kept, its windows, days without, and how many stay.

use crate::error::AppError;
use chrono::NaiveDate;
use domain::ids::ReleaseWindowId;
use domain::release::forms::{ReleaseFields, WindowFields};
use domain::release::views::ReleaseDetail;
use leptos::prelude::*;

#[server(endpoint = "team_release")]
pub async fn team_release(team: String) -> Result<ReleaseDetail, AppError> {
    Ok(services::release::release(&crate::visit::ctx()?, &team).await?)
}

#[server(endpoint = "keep_release")]
pub async fn keep_release(
    team: String,
    #[server(flatten)] typed: ReleaseFields,
) -> Result<(), AppError> {
    let says = domain::release::forms::KeepRelease::parse(&typed);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::release::keep(&crate::visit::ctx()?, &team, &says).await?;
    crate::answer::notice("Saved what the team asks");
    Ok(())
}

#[server(endpoint = "add_release_window")]
pub async fn add_release_window(
    team: String,
    #[server(flatten)] typed: WindowFields,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let says = domain::release::forms::AddWindow::parse(&typed, ctx.today);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::release::add_window(&ctx, &team, says).await?;
    crate::answer::notice("Added the time");
    Ok(())
}

#[server(endpoint = "remove_release_window")]
pub async fn remove_release_window(team: String, id: ReleaseWindowId) -> Result<(), AppError> {
    services::release::remove_window(&crate::visit::ctx()?, &team, id).await?;
    crate::answer::notice("Removed the time");
    Ok(())
}

#[server(endpoint = "close_release_day")]
pub async fn close_release_day(team: String, day: String) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let says = domain::release::forms::AddException::parse(&day, ctx.today);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::release::add_exception(&ctx, &team, says).await?;
    crate::answer::notice("Nobody goes to sessions on this day");
    Ok(())
}

/// `closed` is the day.
#[server(endpoint = "open_release_day")]
pub async fn open_release_day(team: String, closed: NaiveDate) -> Result<(), AppError> {
    services::release::remove_exception(&crate::visit::ctx()?, &team, closed).await?;
    crate::answer::notice("This day is as any other again");
    Ok(())
}

#[server(endpoint = "keep_minimum")]
pub async fn keep_minimum(team: String, profession: String, least: String) -> Result<(), AppError> {
    let says = domain::release::forms::KeepMinimum::parse(&profession, &least);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::release::keep_minimum(&crate::visit::ctx()?, &team, &says).await?;
    crate::answer::notice("Saved how many stay");
    Ok(())
}

/// `kept` is the profession.
#[server(endpoint = "remove_minimum")]
pub async fn remove_minimum(team: String, kept: String) -> Result<(), AppError> {
    services::release::remove_minimum(&crate::visit::ctx()?, &team, &kept).await?;
    crate::answer::notice("No number of them is kept any more");
    Ok(())
}

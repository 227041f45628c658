//! Server functions: read a log, write into it, take an entry back.

use crate::error::AppError;
use domain::ids::SupervisionId;
use domain::supervision::views::{OwnLog, TeamLog};
use leptos::prelude::*;

#[server(endpoint = "my_supervision")]
pub async fn my_supervision(page: usize) -> Result<OwnLog, AppError> {
    Ok(services::supervision::mine(&crate::visit::ctx()?, page).await?)
}

#[server(endpoint = "log_supervision")]
pub async fn log_supervision(
    kind: String,
    held_on: String,
    minutes: String,
) -> Result<(), AppError> {
    use domain::supervision::LogSupervision;
    let ctx = crate::visit::ctx()?;
    let logged = LogSupervision::parse(&kind, &held_on, &minutes, ctx.today);
    let logged = logged.map_err(domain::refusal::Refusal::from)?;
    services::supervision::log_mine(&ctx, logged).await?;
    crate::answer::notice("Saved in your supervision log");
    Ok(())
}

#[server(endpoint = "team_supervision")]
pub async fn team_supervision(team: String) -> Result<TeamLog, AppError> {
    Ok(services::supervision::of_team(&crate::visit::ctx()?, &team).await?)
}

#[server(endpoint = "log_team_supervision")]
pub async fn log_team_supervision(
    team: String,
    #[server(default)] people: Vec<String>,
    kind: String,
    held_on: String,
    minutes: String,
) -> Result<(), AppError> {
    use domain::supervision::LogSupervision;
    let ctx = crate::visit::ctx()?;
    let logged = LogSupervision::parse(&kind, &held_on, &minutes, ctx.today);
    let logged = logged.map_err(domain::refusal::Refusal::from)?;
    let saved = services::supervision::log_team(&ctx, &team, &people, logged).await?;
    let people = if saved == 1 { "1 person".to_owned() } else { format!("{saved} people") };
    crate::answer::notice(format!("Saved in the supervision log of {people}"));
    Ok(())
}

#[server(endpoint = "take_supervision_back")]
pub async fn take_supervision_back(id: SupervisionId) -> Result<(), AppError> {
    services::supervision::take_back(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("The entry is taken back and no longer counts");
    Ok(())
}

//! Server functions: which returns are prepared by themselves, and that those of a place are, or are not.

use crate::error::AppError;
use domain::returns::schedule::ReturnSchedules;
use leptos::prelude::*;

#[server(endpoint = "list_return_schedules")]
pub async fn list_return_schedules() -> Result<ReturnSchedules, AppError> {
    Ok(services::return_schedule::list(&crate::visit::ctx()?).await?)
}

/// `on` is `yes` or `no`.
#[server(endpoint = "schedule_returns")]
pub async fn schedule_returns(place: String, on: String) -> Result<(), AppError> {
    let is_on = on == "yes";
    let name = services::return_schedule::set(&crate::visit::ctx()?, &place, is_on).await?;
    crate::answer::notice(match is_on {
        true => format!("The returns of {name} are prepared automatically from now on"),
        false => format!("The returns of {name} are not prepared automatically from now on"),
    });
    Ok(())
}

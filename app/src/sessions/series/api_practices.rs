//! Server functions: a series looked back on, and what was agreed in it.

use crate::error::AppError;
use domain::ids::{SeriesActionId, SessionSeriesId};
use domain::sessions::series::views::SeriesPractices as Found;
use leptos::prelude::*;

#[server(endpoint = "series_practices")]
pub async fn series_practices(id: SessionSeriesId) -> Result<Found, AppError> {
    Ok(services::sessions::series::practices(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "agree_action")]
pub async fn agree_action(
    id: SessionSeriesId,
    what: String,
    by_whom: String,
    due_on: String,
) -> Result<(), AppError> {
    use domain::sessions::series::actions::AgreeAction as Says;
    let ctx = crate::visit::ctx()?;
    let says = Says::parse(&what, &by_whom, &due_on, ctx.today);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::sessions::series::agree(&ctx, id, &says).await?;
    crate::answer::notice("Saved this action");
    Ok(())
}

/// `id` is that of the action.
#[server(endpoint = "action_done")]
pub async fn action_done(id: SeriesActionId, done_on: String) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let series = services::sessions::series::done(&ctx, id, &done_on).await?;
    crate::answer::notice("Saved that it is done");
    crate::answer::go_to(&format!("{}/practices", super::address_of(series)));
    Ok(())
}

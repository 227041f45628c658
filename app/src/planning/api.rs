//! Server functions: the load of a year, and where it can be narrowed to.

use crate::error::AppError;
use domain::coverage::views::Heading;
use domain::judgements::assessing::WhoConfirms;
use domain::judgements::load::views::YearLoad;
use leptos::prelude::*;

/// The load of the 12 months from today, with the areas that it can be narrowed to.
#[server(endpoint = "load_of_year")]
pub async fn load_of_year(
    within: String,
    most: String,
    at_register: String,
) -> Result<(YearLoad, Vec<Heading>), AppError> {
    let ctx = crate::visit::ctx()?;
    let plan = domain::judgements::load::Plan::read(&most, &at_register, ctx.today);
    let places = services::judgements::load_places(&ctx).await?;
    Ok((services::judgements::year_load(&ctx, plan, &within).await?, places))
}

#[server(endpoint = "assessors_of_each")]
pub async fn assessors_of_each(within: String) -> Result<WhoConfirms, AppError> {
    Ok(services::judgements::who_confirms(&crate::visit::ctx()?, &within).await?)
}

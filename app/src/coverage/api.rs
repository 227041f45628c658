//! Server functions: the heatmap, its figures in order and over time, its forecast, why a figure is what it is and why it changed,
//! which teams are covered, and who comes to them.

use crate::error::AppError;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::views::{CoverReasons, CoverTable};
use domain::coverage::explain::views::{ChangePage, FigurePage};
use domain::coverage::forecast::views::ForecastPage;
use domain::coverage::ranking::RankedPage;
use domain::coverage::trend::TrendPage;
use domain::coverage::views::Heatmap;
use domain::inputs::beside::InputTable;
use leptos::prelude::*;

#[server(endpoint = "coverage")]
pub async fn coverage(address: CoverageAddress) -> Result<Option<Heatmap>, AppError> {
    use services::coverage::{PageAsk, heatmap};
    let ctx = crate::visit::ctx()?;
    Ok(heatmap(&ctx, PageAsk::of(address, ctx.today)).await?)
}

#[server(endpoint = "coverage_forecast")]
pub async fn coverage_forecast(address: CoverageAddress) -> Result<Option<ForecastPage>, AppError> {
    use services::coverage::{PageAsk, forecast};
    let ctx = crate::visit::ctx()?;
    let horizon = address.horizon();
    Ok(forecast(&ctx, PageAsk::of(address, ctx.today), horizon).await?)
}

#[server(endpoint = "coverage_ranked")]
pub async fn coverage_ranked(address: CoverageAddress) -> Result<Option<RankedPage>, AppError> {
    use services::coverage::{PageAsk, ranked};
    let ctx = crate::visit::ctx()?;
    let list = address.list;
    Ok(ranked(&ctx, PageAsk::of(address, ctx.today), list).await?)
}

#[server(endpoint = "coverage_trend")]
pub async fn coverage_trend(address: CoverageAddress) -> Result<Option<TrendPage>, AppError> {
    use services::coverage::{Ask, trend};
    let ctx = crate::visit::ctx()?;
    let item = address.item.clone();
    Ok(trend(&ctx, Ask::of(address, ctx.today), item.as_deref()).await?)
}

#[server(endpoint = "coverage_people")]
pub async fn coverage_people(address: CoverageAddress) -> Result<FigurePage, AppError> {
    use services::coverage::{FigureAsk, people};
    let ctx = crate::visit::ctx()?;
    Ok(people(&ctx, FigureAsk::of(address, ctx.today)).await?)
}

#[server(endpoint = "coverage_change")]
pub async fn coverage_change(address: CoverageAddress) -> Result<ChangePage, AppError> {
    use services::coverage::{ChangeAsk, change};
    let ctx = crate::visit::ctx()?;
    Ok(change(&ctx, ChangeAsk::of(address, ctx.today)).await?)
}

#[server(endpoint = "cover_of_teams")]
pub async fn cover_of_teams(address: CoverageAddress) -> Result<Option<CoverTable>, AppError> {
    use services::coverage::{Ask, Shown, cover};
    let ctx = crate::visit::ctx()?;
    let shown = Shown::of(&address);
    Ok(cover(&ctx, Ask::of(address, ctx.today), shown).await?)
}

#[server(endpoint = "why_covered")]
pub async fn why_covered(address: CoverageAddress) -> Result<CoverReasons, AppError> {
    use services::coverage::Ask;
    let ctx = crate::visit::ctx()?;
    let item = address.item.clone().unwrap_or_default();
    Ok(services::coverage::why_covered(&ctx, Ask::of(address, ctx.today), &item).await?)
}

#[server(endpoint = "input_of_teams")]
pub async fn input_of_teams(address: CoverageAddress) -> Result<Option<InputTable>, AppError> {
    use services::coverage::{PageAsk, input};
    let ctx = crate::visit::ctx()?;
    Ok(input(&ctx, PageAsk::of(address, ctx.today)).await?)
}

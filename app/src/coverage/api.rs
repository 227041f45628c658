//! Server functions: the heatmap, and the people behind a figure.

use crate::error::AppError;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{FigurePeople, Heatmap};
use leptos::prelude::*;

#[server(endpoint = "coverage")]
pub async fn coverage(address: CoverageAddress) -> Result<Option<Heatmap>, AppError> {
    use services::coverage::{PageAsk, heatmap};
    let ctx = crate::visit::ctx()?;
    let (rows, domain) = (address.rows, address.domain.clone());
    Ok(heatmap(&ctx, PageAsk { ask: ask(&ctx, address), rows, domain }).await?)
}

#[server(endpoint = "coverage_people")]
pub async fn coverage_people(address: CoverageAddress) -> Result<FigurePeople, AppError> {
    let ctx = crate::visit::ctx()?;
    let item = address.item.clone().unwrap_or_default();
    Ok(services::coverage::people(&ctx, ask(&ctx, address), &item).await?)
}

#[cfg(feature = "ssr")]
fn ask(ctx: &services::Ctx, address: CoverageAddress) -> services::coverage::Ask {
    use domain::coverage::{ItemKind, ScopeKind};
    services::coverage::Ask {
        as_at: address.as_at.unwrap_or(ctx.today),
        scope: ScopeKind::Team,
        item: ItemKind::Domain,
        within: address.within,
        setting: address.setting,
        care_level: address.care_level,
        group: address.group,
        include_bank: address.include_bank,
    }
}

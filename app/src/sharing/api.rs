//! Server functions: read what organisations share, set a level.

use crate::error::AppError;
use domain::paging::Paged;
use domain::sharing::views::{SharingDetail, SharingLine};
use leptos::prelude::*;

#[server(endpoint = "sharing")]
pub async fn sharing(
    search: String,
    level: String,
    page: usize,
) -> Result<Paged<SharingLine>, AppError> {
    let level = level.parse().ok();
    Ok(services::sharing::list(&crate::visit::ctx()?, &search, level, page).await?)
}

#[server(endpoint = "sharing_of")]
pub async fn sharing_of(code: String) -> Result<SharingDetail, AppError> {
    Ok(services::sharing::detail(&crate::visit::ctx()?, &code).await?)
}

#[server(endpoint = "set_sharing")]
pub async fn set_sharing(code: String, level: String, from: String) -> Result<(), AppError> {
    use domain::sharing::SetSharing;
    let ctx = crate::visit::ctx()?;
    let typed = SetSharing::parse(&level, &from, ctx.today);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    services::sharing::set(&ctx, &code, typed).await?;
    let from = domain::dates::spoken(typed.from);
    crate::answer::notice(format!("From {from}: {}", typed.level.label().to_lowercase()));
    Ok(())
}

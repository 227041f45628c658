//! Server functions: list grants, find an account, give a grant, end one.

use crate::error::AppError;
use domain::accounts::views::Holder;
use domain::grants::views::{GrantLine, Offer};
use domain::ids::{AccountId, GrantId};
use domain::paging::Paged;
use leptos::prelude::*;

#[server(endpoint = "grants")]
pub async fn grants(
    search: String,
    kind: String,
    past: bool,
    page: usize,
) -> Result<Paged<GrantLine>, AppError> {
    use services::grants::{Listing, list};
    let listing = Listing { search, kind: kind.parse().ok(), past };
    Ok(list(&crate::visit::ctx()?, &listing, page).await?)
}

#[server(endpoint = "grant_receivers")]
pub async fn grant_receivers(search: String) -> Result<Vec<Holder>, AppError> {
    Ok(services::grants::receivers(&crate::visit::ctx()?, &search).await?)
}

#[server(endpoint = "grant_offer")]
pub async fn grant_offer(account: AccountId, search: String) -> Result<Offer, AppError> {
    Ok(services::grants::offer(&crate::visit::ctx()?, account, &search).await?)
}

#[server(endpoint = "grant")]
pub async fn grant(grant: GrantId) -> Result<GrantLine, AppError> {
    Ok(services::grants::one(&crate::visit::ctx()?, grant).await?)
}

#[server(endpoint = "give_grant")]
pub async fn give_grant(
    account: AccountId,
    kind: String,
    place: String,
    ends_on: String,
) -> Result<(), AppError> {
    use domain::grants::NewGrant;
    let ctx = crate::visit::ctx()?;
    let typed = NewGrant::parse(&kind, &place, &ends_on, ctx.today);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    let is_new = services::grants::give_new(&ctx, account, &typed).await?;
    crate::answer::notice(domain::grants::outcome(is_new));
    crate::answer::go_to("/grants");
    Ok(())
}

#[server(endpoint = "give_founding_grant")]
pub async fn give_founding_grant(
    account: AccountId,
    place: String,
    highest: String,
    #[server(default)] competencies: Vec<String>,
    ends_on: String,
) -> Result<(), AppError> {
    use domain::grants::NewGrant;
    let ctx = crate::visit::ctx()?;
    let typed = NewGrant::parse_founding(&place, &highest, &competencies, &ends_on, ctx.today);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    let is_new = services::grants::give_new(&ctx, account, &typed).await?;
    crate::answer::notice(domain::grants::outcome(is_new));
    crate::answer::go_to("/grants");
    Ok(())
}

#[server(endpoint = "end_grant")]
pub async fn end_grant(grant: GrantId) -> Result<(), AppError> {
    services::grants::end(&crate::visit::ctx()?, grant).await?;
    crate::answer::notice("The grant has ended");
    crate::answer::go_to("/grants");
    Ok(())
}

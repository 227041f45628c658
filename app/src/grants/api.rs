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
pub async fn grant_offer(account: String, search: String) -> Result<Offer, AppError> {
    Ok(services::grants::offer(&crate::visit::ctx()?, known(&account)?, &search).await?)
}

#[server(endpoint = "grant")]
pub async fn grant(grant: String) -> Result<GrantLine, AppError> {
    Ok(services::grants::one(&crate::visit::ctx()?, known_grant(&grant)?).await?)
}

#[server(endpoint = "give_grant")]
pub async fn give_grant(
    account: String,
    kind: String,
    place: String,
    ends_on: String,
) -> Result<(), AppError> {
    use domain::grants::NewGrant;
    let ctx = crate::visit::ctx()?;
    let typed = NewGrant::parse(&kind, &place, &ends_on, ctx.today);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    given(services::grants::give_new(&ctx, known(&account)?, &typed).await?);
    Ok(())
}

#[server(endpoint = "give_founding_grant")]
pub async fn give_founding_grant(
    account: String,
    place: String,
    highest: String,
    #[server(default)] competencies: Vec<String>,
    ends_on: String,
) -> Result<(), AppError> {
    use domain::grants::NewGrant;
    let ctx = crate::visit::ctx()?;
    let typed = NewGrant::parse_founding(&place, &highest, &competencies, &ends_on, ctx.today);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    given(services::grants::give_new(&ctx, known(&account)?, &typed).await?);
    Ok(())
}

#[server(endpoint = "end_grant")]
pub async fn end_grant(grant: String) -> Result<(), AppError> {
    services::grants::end(&crate::visit::ctx()?, known_grant(&grant)?).await?;
    crate::answer::notice("The grant has ended");
    crate::answer::go_to("/grants");
    Ok(())
}

/// Back to the list, with what came of it.
#[cfg(feature = "ssr")]
fn given(is_new: bool) {
    crate::answer::notice(if is_new {
        "The grant is given, from today"
    } else {
        "Nothing changed: this grant is held already"
    });
    crate::answer::go_to("/grants");
}

/// The account an address or a form names; what is no id names nothing.
#[cfg(feature = "ssr")]
fn known(account: &str) -> Result<AccountId, AppError> {
    let id = account.parse();
    id.map_err(|_| domain::refusal::Refusal::not_found("this account").into())
}

#[cfg(feature = "ssr")]
fn known_grant(grant: &str) -> Result<GrantId, AppError> {
    grant.parse().map_err(|_| domain::refusal::Refusal::not_found("this grant").into())
}

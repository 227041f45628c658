//! Server functions: list accounts, add one, invite its holder, link, disable and enable it.

use crate::error::AppError;
use domain::accounts::views::{AccountDetail, AccountLine};
use domain::ids::AccountId;
use domain::paging::Paged;
use leptos::prelude::*;

#[server(endpoint = "accounts")]
pub async fn accounts(search: String, page: usize) -> Result<Paged<AccountLine>, AppError> {
    Ok(services::accounts::list(&crate::visit::ctx()?, &search, page).await?)
}

#[server(endpoint = "account")]
pub async fn account(id: String) -> Result<AccountDetail, AppError> {
    Ok(services::accounts::detail(&crate::visit::ctx()?, known(&id)?).await?)
}

/// Whether the page with the form is there for whoever asks.
#[server(endpoint = "may_add_account")]
pub async fn may_add_account() -> Result<(), AppError> {
    Ok(services::accounts::may_add(&crate::visit::ctx()?)?)
}

#[server(endpoint = "add_account")]
pub async fn add_account(
    email: String,
    employee_number: String,
    employer_code: String,
) -> Result<(), AppError> {
    use domain::accounts::forms::AddAccount;
    let typed = AddAccount::parse(&email, &employee_number, &employer_code);
    let typed = typed.map_err(domain::refusal::Refusal::from)?;
    let opened = services::accounts::open(&crate::visit::ctx()?, &typed).await?;
    show_link(&opened.invitation)
}

#[server(endpoint = "invite")]
pub async fn invite(id: String) -> Result<(), AppError> {
    let invitation = services::accounts::invite(&crate::visit::ctx()?, known(&id)?).await?;
    show_link(&invitation)
}

#[server(endpoint = "link_account")]
pub async fn link_account(
    id: String,
    employee_number: String,
    employer_code: String,
) -> Result<(), AppError> {
    use domain::accounts::forms::StaffNumber;
    let staff = StaffNumber::parse(&employee_number, &employer_code);
    let staff = staff.map_err(domain::refusal::Refusal::from)?;
    services::accounts::link(&crate::visit::ctx()?, known(&id)?, &staff).await?;
    crate::answer::notice("The account is linked to the staff record");
    Ok(())
}

#[server(endpoint = "disable_account")]
pub async fn disable_account(id: String) -> Result<(), AppError> {
    services::accounts::disable(&crate::visit::ctx()?, known(&id)?).await?;
    crate::answer::notice("The account is disabled, and signed out everywhere");
    Ok(())
}

#[server(endpoint = "enable_account")]
pub async fn enable_account(id: String) -> Result<(), AppError> {
    services::accounts::enable(&crate::visit::ctx()?, known(&id)?).await?;
    crate::answer::notice("The account is enabled");
    Ok(())
}

#[cfg(feature = "ssr")]
fn show_link(invitation: &services::accounts::Token) -> Result<(), AppError> {
    let base = crate::visit::visit()?.base_url;
    crate::answer::show_once(format!("{base}/invitation/{}", invitation.secret()));
    Ok(())
}

/// The account an address or a form names; what is no id names nothing.
#[cfg(feature = "ssr")]
fn known(id: &str) -> Result<AccountId, AppError> {
    id.parse().map_err(|_| domain::refusal::Refusal::not_found("this account").into())
}

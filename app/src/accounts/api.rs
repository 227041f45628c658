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
pub async fn account(id: AccountId) -> Result<AccountDetail, AppError> {
    Ok(services::accounts::detail(&crate::visit::ctx()?, id).await?)
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
    let visit = crate::visit::visit()?;
    let secret = services::accounts::open(&visit.ctx, &typed).await?.invitation;
    crate::answer::show_once(visit.address_of(&format!("/invitation/{}", secret.secret())));
    Ok(())
}

#[server(endpoint = "invite")]
pub async fn invite(id: AccountId) -> Result<(), AppError> {
    let visit = crate::visit::visit()?;
    let secret = services::accounts::invite(&visit.ctx, id).await?;
    crate::answer::show_once(visit.address_of(&format!("/invitation/{}", secret.secret())));
    Ok(())
}

#[server(endpoint = "link_account")]
pub async fn link_account(
    id: AccountId,
    employee_number: String,
    employer_code: String,
) -> Result<(), AppError> {
    use domain::accounts::forms::StaffNumber;
    let staff = StaffNumber::parse(&employee_number, &employer_code);
    let staff = staff.map_err(domain::refusal::Refusal::from)?;
    services::accounts::link(&crate::visit::ctx()?, id, &staff).await?;
    crate::answer::notice("The account is linked to the staff record");
    Ok(())
}

#[server(endpoint = "unlink_account")]
pub async fn unlink_account(id: AccountId) -> Result<(), AppError> {
    services::accounts::unlink(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("The account is no longer linked to a staff record");
    Ok(())
}

#[server(endpoint = "disable_account")]
pub async fn disable_account(id: AccountId) -> Result<(), AppError> {
    services::accounts::disable(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("The account is disabled, and signed out everywhere");
    Ok(())
}

#[server(endpoint = "enable_account")]
pub async fn enable_account(id: AccountId) -> Result<(), AppError> {
    services::accounts::enable(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("The account is enabled");
    Ok(())
}

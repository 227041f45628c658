//! Server functions: list the outbox, try a mail again, try all that were given up.

use crate::error::AppError;
use domain::ids::MailId;
use domain::outbox::views::OutboxList;
use leptos::prelude::*;

#[server(endpoint = "outbox")]
pub async fn outbox(
    search: String,
    state: String,
    kind: String,
    page: usize,
) -> Result<OutboxList, AppError> {
    use services::outbox::{Listing, list};
    let listing = Listing { search, state: state.parse().ok(), kind: kind.parse().ok() };
    Ok(list(&crate::visit::ctx()?, &listing, page).await?)
}

#[server(endpoint = "try_mail_again")]
pub async fn try_mail_again(id: MailId) -> Result<(), AppError> {
    services::outbox::try_again(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Esteem tries to send this email again now");
    Ok(())
}

#[server(endpoint = "try_all_mail_again")]
pub async fn try_all_mail_again() -> Result<(), AppError> {
    let count = services::outbox::try_all_again(&crate::visit::ctx()?).await?;
    crate::answer::notice(domain::outbox::tried_again(count));
    Ok(())
}

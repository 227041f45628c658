//! Server functions: whom returns are for, and one more.

use crate::error::AppError;
use domain::returns::recipients::RecipientLine;
use leptos::prelude::*;

#[server(endpoint = "return_recipients")]
pub async fn return_recipients() -> Result<Vec<RecipientLine>, AppError> {
    Ok(services::return_recipients::list(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "add_return_recipient")]
pub async fn add_return_recipient(name: String, from: String) -> Result<(), AppError> {
    use domain::dates::spoken;
    let added = services::return_recipients::add(&crate::visit::ctx()?, &name, &from).await?;
    let from = added.from.map(spoken).unwrap_or_default();
    crate::answer::notice(format!("Returns from {from} on are for {}", added.name));
    Ok(())
}

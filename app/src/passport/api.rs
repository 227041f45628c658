//! Server functions: what my passport holds; withdraw one that I made.

use crate::error::AppError;
use domain::ids::PassportId;
use domain::passport::views::OwnPassports;
use leptos::prelude::*;

#[server(endpoint = "my_passports")]
pub async fn my_passports(page: usize) -> Result<OwnPassports, AppError> {
    Ok(services::passport::mine(&crate::visit::ctx()?, page).await?)
}

#[server(endpoint = "withdraw_passport")]
pub async fn withdraw_passport(id: PassportId) -> Result<(), AppError> {
    services::passport::withdraw(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Withdrawn: whoever checks that passport is told that it is revoked");
    Ok(())
}

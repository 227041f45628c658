//! Server functions: funding schemes, added, changed from a day on, ended.

use crate::error::AppError;
use domain::funding::forms::SchemeFields;
use domain::funding::views::{SchemeClaims, SchemeForm, SchemeLine};
use domain::ids::FundingSchemeId;
use leptos::prelude::*;

#[server(endpoint = "funding_schemes")]
pub async fn funding_schemes() -> Result<Vec<SchemeLine>, AppError> {
    Ok(services::funding::list(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "claims_under_scheme")]
pub async fn claims_under_scheme(
    id: FundingSchemeId,
    page: usize,
) -> Result<SchemeClaims, AppError> {
    Ok(services::funding::claims_under(&crate::visit::ctx()?, id, page).await?)
}

#[server(endpoint = "offer_scheme")]
pub async fn offer_scheme() -> Result<SchemeForm, AppError> {
    Ok(services::funding::form(&crate::visit::ctx()?, None).await?)
}

#[server(endpoint = "scheme_to_change")]
pub async fn scheme_to_change(id: FundingSchemeId) -> Result<SchemeForm, AppError> {
    Ok(services::funding::form(&crate::visit::ctx()?, Some(id)).await?)
}

#[server(endpoint = "add_scheme")]
pub async fn add_scheme(#[server(flatten)] typed: SchemeFields) -> Result<(), AppError> {
    use domain::funding::forms::KeepScheme;
    let says = KeepScheme::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::funding::add(&crate::visit::ctx()?, &says).await?;
    crate::answer::notice(format!("Added {}", says.name));
    crate::answer::go_to(super::SCHEMES);
    Ok(())
}

#[server(endpoint = "change_scheme")]
pub async fn change_scheme(
    id: FundingSchemeId,
    #[server(flatten)] typed: SchemeFields,
) -> Result<(), AppError> {
    use domain::funding::forms::KeepScheme;
    let says = KeepScheme::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::funding::change(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice("Saved the change");
    crate::answer::go_to(super::SCHEMES);
    Ok(())
}

#[server(endpoint = "end_scheme")]
pub async fn end_scheme(id: FundingSchemeId, last_day: String) -> Result<(), AppError> {
    let ended = services::funding::end(&crate::visit::ctx()?, id, &last_day).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(super::SCHEMES);
    Ok(())
}

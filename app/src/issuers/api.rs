//! Server functions: the trusted issuers, one of them, one more, one less.

use crate::error::AppError;
use domain::ids::TrustedIssuerId;
use domain::issuers::views::{IssuerLine, Issuers};
use leptos::prelude::*;

#[server(endpoint = "trusted_issuers")]
pub async fn trusted_issuers() -> Result<Issuers, AppError> {
    let ctx = crate::visit::ctx()?;
    let (lines, own) =
        (services::issuers::list(&ctx).await?, services::passport::to_tell(&ctx).await?);
    Ok(Issuers { lines, own })
}

#[server(endpoint = "trusted_issuer")]
pub async fn trusted_issuer(id: TrustedIssuerId) -> Result<IssuerLine, AppError> {
    Ok(services::issuers::one(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "may_add_issuer")]
pub async fn may_add_issuer() -> Result<(), AppError> {
    Ok(services::issuers::may_list(&crate::visit::ctx()?)?)
}

#[server(endpoint = "add_issuer")]
pub async fn add_issuer(
    name: String,
    address: String,
    fingerprint: String,
) -> Result<(), AppError> {
    use domain::issuers::AddIssuer;
    let added = AddIssuer::parse(&name, &address, &fingerprint);
    let added = added.map_err(domain::refusal::Refusal::from)?;
    services::issuers::add(&crate::visit::ctx()?, added).await?;
    crate::answer::notice("The issuer is trusted from today");
    crate::answer::go_to("/trusted-issuers");
    Ok(())
}

#[server(endpoint = "end_issuer")]
pub async fn end_issuer(id: TrustedIssuerId) -> Result<(), AppError> {
    services::issuers::end(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Nothing more is accepted that this key signed");
    crate::answer::go_to("/trusted-issuers");
    Ok(())
}

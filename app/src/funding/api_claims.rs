//! Server functions: what a team can claim and has claimed, and a claim that is made.

use crate::error::AppError;
use domain::funding::views::{ClaimDetail, ClaimsPage};
use domain::ids::{FundingClaimId, FundingSchemeId};
use leptos::prelude::*;

/// `year` is the calendar year in which it begins; what is none means the present one.
#[server(endpoint = "team_claims")]
pub async fn team_claims(team: String, year: String) -> Result<ClaimsPage, AppError> {
    Ok(services::funding::claims(&crate::visit::ctx()?, &team, &year).await?)
}

#[server(endpoint = "funding_claim")]
pub async fn funding_claim(id: FundingClaimId) -> Result<ClaimDetail, AppError> {
    Ok(services::funding::claim(&crate::visit::ctx()?, id).await?)
}

/// `sessions` are the ids of those that are claimed for.
#[server(endpoint = "make_claim")]
pub async fn make_claim(
    team: String,
    scheme: FundingSchemeId,
    branches: String,
    #[server(default)] sessions: Vec<String>,
) -> Result<(), AppError> {
    use domain::funding::forms::MakeClaim;
    let says = MakeClaim::parse(scheme, &branches, &sessions);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    let id = services::funding::make(&crate::visit::ctx()?, &team, &says).await?;
    crate::answer::notice("Made this claim. Print it, or download it to send it");
    crate::answer::go_to(&format!("/teams/{}/claims/{id}", crate::address::segment(&team)));
    Ok(())
}

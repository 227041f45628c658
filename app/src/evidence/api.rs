//! Server functions: my evidence, the form of a piece, and what is done with one that is not attached yet.

use crate::error::AppError;
use domain::evidence::forms::DescribeFields;
use domain::evidence::views::{EvidenceForm, OwnEvidence};
use domain::ids::EvidenceItemId;
use leptos::prelude::*;

/// `kind` and `about` narrow the list where they are not empty.
#[server(endpoint = "my_evidence")]
pub async fn my_evidence(
    kind: String,
    about: String,
    page: usize,
) -> Result<OwnEvidence, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::evidence::own(&ctx, kind.parse().ok(), &about, page).await?)
}

#[server(endpoint = "evidence_to_add")]
pub async fn evidence_to_add(about: String) -> Result<EvidenceForm, AppError> {
    Ok(services::evidence::form(&crate::visit::ctx()?, None, &about).await?)
}

#[server(endpoint = "evidence_to_change")]
pub async fn evidence_to_change(id: EvidenceItemId) -> Result<EvidenceForm, AppError> {
    Ok(services::evidence::form(&crate::visit::ctx()?, Some(id), "").await?)
}

#[server(endpoint = "change_evidence")]
pub async fn change_evidence(
    id: EvidenceItemId,
    #[server(flatten)] fields: DescribeFields,
    #[server(default)] about: Vec<String>,
) -> Result<(), AppError> {
    use domain::evidence::forms::Describe;
    let ctx = crate::visit::ctx()?;
    let described = Describe::parse(&fields, about, ctx.today);
    let described = described.map_err(domain::refusal::Refusal::from)?;
    services::evidence::change(&ctx, id, described).await?;
    crate::answer::notice("Saved your changes");
    crate::answer::go_to("/my/evidence");
    Ok(())
}

#[server(endpoint = "remove_evidence")]
pub async fn remove_evidence(id: EvidenceItemId) -> Result<(), AppError> {
    services::evidence::remove(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Removed from your evidence");
    crate::answer::go_to("/my/evidence");
    Ok(())
}

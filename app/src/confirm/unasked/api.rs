//! Server functions: to whom something falls due, what may be confirmed of a person, and the confirming.

use crate::error::AppError;
use domain::ids::PersonId;
use domain::judgements::observing::{DuePerson, Observable, ObserveForm};
use domain::paging::Paged;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "due_again")]
pub async fn due_again(page: usize) -> Result<Paged<DuePerson>, AppError> {
    Ok(services::judgements::due(&crate::visit::ctx()?, page).await?)
}

#[server(endpoint = "what_to_observe")]
pub async fn what_to_observe(person: PersonId) -> Result<Observable, AppError> {
    Ok(services::judgements::observable(&crate::visit::ctx()?, person).await?)
}

#[server(endpoint = "read_observe_form")]
pub async fn read_observe_form(
    person: PersonId,
    #[server(default)] codes: Vec<String>,
) -> Result<ObserveForm, AppError> {
    Ok(services::judgements::observe_form(&crate::visit::ctx()?, person, &codes).await?)
}

/// Each is by the code of the competency.
#[server(endpoint = "confirm_observed")]
pub async fn confirm_observed(
    person: PersonId,
    #[server(default)] level: BTreeMap<String, String>,
    #[server(default)] evidence: BTreeMap<String, Vec<String>>,
    #[server(default)] made_on: BTreeMap<String, String>,
    #[server(default)] note: BTreeMap<String, String>,
) -> Result<(), AppError> {
    use domain::judgements::observing::{ObserveFields, Observed};
    let ctx = crate::visit::ctx()?;
    let fields =
        ObserveFields { level: &level, evidence: &evidence, made_on: &made_on, note: &note };
    let observed =
        Observed::parse_all(fields, ctx.today).map_err(domain::refusal::Refusal::from)?;
    let done = services::judgements::observe(&ctx, person, observed).await?;
    crate::answer::go_to(&format!("/confirm/people/{person}"));
    crate::answer::notice(done.to_string());
    Ok(())
}

#[server(endpoint = "confirm_again")]
pub async fn confirm_again(
    person: PersonId,
    #[server(default)] codes: Vec<String>,
    #[server(default)] evidence: Vec<String>,
    evidence_on: String,
    note: String,
) -> Result<(), AppError> {
    use domain::judgements::observing::Reaffirm;
    let ctx = crate::visit::ctx()?;
    let again = Reaffirm::parse(&codes, &evidence, &evidence_on, &note, ctx.today);
    let again = again.map_err(domain::refusal::Refusal::from)?;
    let done = services::judgements::reaffirm(&ctx, person, again).await?;
    crate::answer::notice(done.to_string());
    Ok(())
}

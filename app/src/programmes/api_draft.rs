//! Server functions: start, change and end a programme; its steps and their competencies.

use crate::error::AppError;
use domain::ids::ProgrammeStepId;
use domain::programmes::forms::{ProgrammeFields, StepFields};
use domain::programmes::views::{ProgrammeDetail, ProgrammeForm, StepCompetencies, StepForm};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `code` is empty for a new programme.
#[server(endpoint = "offer_programme")]
pub async fn offer_programme(code: String) -> Result<ProgrammeForm, AppError> {
    let code = Some(code.as_str()).filter(|code| !code.is_empty());
    Ok(services::programmes::form(&crate::visit::ctx()?, code).await?)
}

#[server(endpoint = "start_programme")]
pub async fn start_programme(
    #[server(flatten)] typed: ProgrammeFields,
    #[server(default)] roles: Vec<String>,
    #[server(default)] settings: Vec<String>,
) -> Result<(), AppError> {
    use domain::programmes::forms::DescribeProgramme;
    let says = DescribeProgramme::parse(&typed, roles, &settings);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::programmes::start(&crate::visit::ctx()?, &says).await?;
    crate::answer::notice(format!("Started {}. Add its steps now", says.title));
    crate::answer::go_to(&format!("{}/edit", super::address_of(&says.code)));
    Ok(())
}

/// `was` is the code that it has so far.
#[server(endpoint = "change_programme")]
pub async fn change_programme(
    was: String,
    #[server(flatten)] typed: ProgrammeFields,
    #[server(default)] roles: Vec<String>,
    #[server(default)] settings: Vec<String>,
) -> Result<(), AppError> {
    use domain::programmes::forms::DescribeProgramme;
    let says = DescribeProgramme::parse(&typed, roles, &settings);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::programmes::change(&crate::visit::ctx()?, &was, &says).await?;
    crate::answer::notice(format!("Saved {}", says.title));
    crate::answer::go_to(&format!("{}/edit", super::address_of(&says.code)));
    Ok(())
}

#[server(endpoint = "programme_to_edit")]
pub async fn programme_to_edit(code: String) -> Result<ProgrammeDetail, AppError> {
    Ok(services::programmes::to_edit(&crate::visit::ctx()?, &code).await?)
}

#[server(endpoint = "end_programme")]
pub async fn end_programme(code: String, ends_on: String) -> Result<(), AppError> {
    let last = services::programmes::end(&crate::visit::ctx()?, &code, &ends_on).await?;
    crate::answer::notice(format!("Its last day is {}", domain::dates::spoken(last)));
    Ok(())
}

#[server(endpoint = "offer_step")]
pub async fn offer_step(code: String) -> Result<StepForm, AppError> {
    Ok(services::programmes::new_step(&crate::visit::ctx()?, &code).await?)
}

#[server(endpoint = "read_step")]
pub async fn read_step(code: String, step: ProgrammeStepId) -> Result<StepForm, AppError> {
    Ok(services::programmes::step(&crate::visit::ctx()?, &code, step).await?)
}

/// Then on to what the step is meant to lead to.
#[server(endpoint = "add_step")]
pub async fn add_step(code: String, #[server(flatten)] typed: StepFields) -> Result<(), AppError> {
    use domain::programmes::forms::DescribeStep;
    let says = DescribeStep::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let id = services::programmes::add_step(&crate::visit::ctx()?, &code, &says).await?;
    crate::answer::notice(format!("Added the step {}. Choose its competencies now", says.title));
    crate::answer::go_to(&format!("{}/steps/{id}/competencies", super::address_of(&code)));
    Ok(())
}

#[server(endpoint = "change_step")]
pub async fn change_step(
    code: String,
    step: ProgrammeStepId,
    #[server(flatten)] typed: StepFields,
) -> Result<(), AppError> {
    use domain::programmes::forms::DescribeStep;
    let says = DescribeStep::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::programmes::change_step(&crate::visit::ctx()?, &code, step, &says).await?;
    crate::answer::notice(format!("Saved the step {}", says.title));
    crate::answer::go_to(&format!("{}/edit", super::address_of(&code)));
    Ok(())
}

/// `to` is `up` or `down`.
#[server(endpoint = "move_step")]
pub async fn move_step(
    code: String,
    step: ProgrammeStepId,
    to: domain::programmes::forms::Move,
) -> Result<(), AppError> {
    let title = services::programmes::move_step(&crate::visit::ctx()?, &code, step, to).await?;
    crate::answer::notice(format!("Moved {title} {to}"));
    Ok(())
}

#[server(endpoint = "remove_step")]
pub async fn remove_step(code: String, step: ProgrammeStepId) -> Result<(), AppError> {
    let title = services::programmes::remove_step(&crate::visit::ctx()?, &code, step).await?;
    crate::answer::notice(format!("Removed the step {title}"));
    crate::answer::go_to(&format!("{}/edit", super::address_of(&code)));
    Ok(())
}

#[server(endpoint = "read_step_competencies")]
pub async fn read_step_competencies(
    code: String,
    step: ProgrammeStepId,
) -> Result<StepCompetencies, AppError> {
    Ok(services::programmes::competencies(&crate::visit::ctx()?, &code, step).await?)
}

/// `level` is by competency code; an empty one is no part of the step.
#[server(endpoint = "set_step_competencies")]
pub async fn set_step_competencies(
    code: String,
    step: ProgrammeStepId,
    level: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let levels = domain::programmes::forms::intended_levels(&level);
    let levels = levels.map_err(domain::refusal::Refusal::from)?;
    services::programmes::set_competencies(&crate::visit::ctx()?, &code, step, &levels).await?;
    crate::answer::notice("Saved the competencies of this step");
    crate::answer::go_to(&format!("{}/edit", super::address_of(&code)));
    Ok(())
}

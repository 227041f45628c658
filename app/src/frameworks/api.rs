//! Server functions: versions and their words, the crosswalk, what is asked, the preview, publishing.

use crate::error::AppError;
use domain::frameworks::drafting::CompetencyFields;
use domain::frameworks::ordering::Direction;
use domain::frameworks::views::{
    Crosswalk, CrosswalkQuestion, DraftCompetency, DraftDomain, DraftOverview, DraftRequirements,
    DraftRoles, Preview, Versions,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "framework_versions")]
pub async fn framework_versions() -> Result<Versions, AppError> {
    Ok(services::frameworks::list(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "start_draft")]
pub async fn start_draft(title: String, begin: String) -> Result<(), AppError> {
    use domain::frameworks::drafting::StartDraft;
    let start = StartDraft::parse(&title, &begin).map_err(domain::refusal::Refusal::from)?;
    let number = services::frameworks::start(&crate::visit::ctx()?, &start).await?;
    crate::answer::notice(format!("Started version {number} as a draft"));
    crate::answer::go_to(&format!("/frameworks/{number}"));
    Ok(())
}

#[server(endpoint = "framework_draft")]
pub async fn framework_draft(number: i32) -> Result<DraftOverview, AppError> {
    Ok(services::frameworks::overview_of(&crate::visit::ctx()?, number).await?)
}

#[server(endpoint = "send_draft_to_review")]
pub async fn send_draft_to_review(number: i32, review: String) -> Result<(), AppError> {
    let review = review == "yes";
    services::frameworks::send_to_review(&crate::visit::ctx()?, number, review).await?;
    let done =
        if review { "The draft is in review" } else { "The draft is taken back from review" };
    crate::answer::notice(done);
    Ok(())
}

#[server(endpoint = "delete_draft")]
pub async fn delete_draft(number: i32) -> Result<(), AppError> {
    services::frameworks::delete(&crate::visit::ctx()?, number).await?;
    crate::answer::notice(format!("Deleted the draft of version {number}"));
    crate::answer::go_to("/frameworks");
    Ok(())
}

/// `code` is empty for a new domain.
#[server(endpoint = "read_draft_domain")]
pub async fn read_draft_domain(number: i32, code: String) -> Result<DraftDomain, AppError> {
    let code = (!code.is_empty()).then_some(code.as_str());
    Ok(services::frameworks::domain_of(&crate::visit::ctx()?, number, code).await?)
}

/// `was` is the code of the domain that is worded anew; empty for a new one.
#[server(endpoint = "word_domain")]
pub async fn word_domain(
    number: i32,
    was: String,
    code: String,
    title: String,
    origin: String,
) -> Result<(), AppError> {
    use domain::frameworks::drafting::WordDomain;
    let says = WordDomain::parse(&code, &title, &origin).map_err(domain::refusal::Refusal::from)?;
    let was = (!was.is_empty()).then_some(was.as_str());
    services::frameworks::word_domain(&crate::visit::ctx()?, number, was, &says).await?;
    crate::answer::notice(format!("Saved the domain {}", says.title));
    crate::answer::go_to(&format!("/frameworks/{number}"));
    Ok(())
}

#[server(endpoint = "remove_domain")]
pub async fn remove_domain(number: i32, code: String) -> Result<(), AppError> {
    services::frameworks::remove_domain(&crate::visit::ctx()?, number, &code).await?;
    crate::answer::notice(format!("Removed the domain {code}"));
    crate::answer::go_to(&format!("/frameworks/{number}"));
    Ok(())
}

#[server(endpoint = "move_domain")]
pub async fn move_domain(number: i32, code: String, direction: Direction) -> Result<(), AppError> {
    services::frameworks::move_domain(&crate::visit::ctx()?, number, &code, direction).await?;
    crate::answer::notice(format!("Moved {code} {direction}"));
    Ok(())
}

#[server(endpoint = "move_competency")]
pub async fn move_competency(
    number: i32,
    code: String,
    direction: Direction,
) -> Result<(), AppError> {
    services::frameworks::move_competency(&crate::visit::ctx()?, number, &code, direction).await?;
    crate::answer::notice(format!("Moved {code} {direction}"));
    Ok(())
}

/// `code` is empty for a new competency in `domain`.
#[server(endpoint = "read_draft_competency")]
pub async fn read_draft_competency(
    number: i32,
    code: String,
    domain: String,
) -> Result<DraftCompetency, AppError> {
    let ctx = crate::visit::ctx()?;
    let code = (!code.is_empty()).then_some(code.as_str());
    Ok(services::frameworks::competency_of(&ctx, number, code, &domain).await?)
}

#[server(endpoint = "word_competency")]
pub async fn word_competency(
    number: i32,
    was: String,
    #[server(flatten)] says: CompetencyFields,
) -> Result<(), AppError> {
    use domain::frameworks::drafting::WordCompetency;
    let says = WordCompetency::parse(&says).map_err(domain::refusal::Refusal::from)?;
    let was = (!was.is_empty()).then_some(was.as_str());
    services::frameworks::word_competency(&crate::visit::ctx()?, number, was, &says).await?;
    crate::answer::notice(format!("Saved {}", says.code));
    crate::answer::go_to(&format!("/frameworks/{number}"));
    Ok(())
}

#[server(endpoint = "remove_competency")]
pub async fn remove_competency(number: i32, code: String) -> Result<(), AppError> {
    services::frameworks::remove_competency(&crate::visit::ctx()?, number, &code).await?;
    crate::answer::notice(format!("Removed {code} from the draft"));
    crate::answer::go_to(&format!("/frameworks/{number}"));
    Ok(())
}

#[server(endpoint = "draft_crosswalk")]
pub async fn draft_crosswalk(number: i32) -> Result<Crosswalk, AppError> {
    Ok(services::frameworks::crosswalk(&crate::visit::ctx()?, number).await?)
}

#[server(endpoint = "read_crosswalk_question")]
pub async fn read_crosswalk_question(
    number: i32,
    code: String,
) -> Result<CrosswalkQuestion, AppError> {
    Ok(services::frameworks::crosswalk_of(&crate::visit::ctx()?, number, &code).await?)
}

#[server(endpoint = "answer_crosswalk")]
pub async fn answer_crosswalk(
    number: i32,
    code: String,
    relation: String,
    #[server(default)] to: Vec<String>,
    asked_again: String,
) -> Result<(), AppError> {
    use domain::frameworks::answering::AnswerOld;
    let says = AnswerOld::parse(&relation, &to, !asked_again.is_empty());
    let says = says.map_err(domain::refusal::Refusal::from)?;
    let saved = services::frameworks::answer(&crate::visit::ctx()?, number, &code, &says).await?;
    crate::answer::notice(saved.words(&code));
    crate::answer::go_to(&format!("/frameworks/{number}/crosswalk"));
    Ok(())
}

#[server(endpoint = "read_draft_roles")]
pub async fn read_draft_roles(number: i32) -> Result<DraftRoles, AppError> {
    Ok(services::frameworks::roles(&crate::visit::ctx()?, number).await?)
}

#[server(endpoint = "read_draft_requirements")]
pub async fn read_draft_requirements(
    number: i32,
    role: String,
) -> Result<DraftRequirements, AppError> {
    Ok(services::frameworks::requirements_of(&crate::visit::ctx()?, number, &role).await?)
}

/// `level` and `way` are by competency code; an empty level asks nothing.
#[server(endpoint = "set_draft_requirements")]
pub async fn set_draft_requirements(
    number: i32,
    role: String,
    level: BTreeMap<String, String>,
    way: BTreeMap<String, String>,
) -> Result<(), AppError> {
    use domain::frameworks::drafting::SetRequirement;
    let asks = SetRequirement::parse_all(&level, &way).map_err(domain::refusal::Refusal::from)?;
    let ctx = crate::visit::ctx()?;
    services::frameworks::set_requirements(&ctx, number, &role, &asks).await?;
    crate::answer::notice("Saved what this role is asked");
    crate::answer::go_to(&format!("/frameworks/{number}/requirements"));
    Ok(())
}

#[server(endpoint = "preview_draft")]
pub async fn preview_draft(
    number: i32,
    from: String,
    rows: String,
    row: String,
) -> Result<Preview, AppError> {
    let rows = rows.parse().unwrap_or(domain::coverage::ScopeKind::Team);
    Ok(services::frameworks::preview(&crate::visit::ctx()?, number, &from, rows, &row).await?)
}

#[server(endpoint = "publish_draft")]
pub async fn publish_draft(number: i32, from: String) -> Result<(), AppError> {
    services::frameworks::publish(&crate::visit::ctx()?, number, &from).await?;
    crate::answer::notice(format!("Version {number} is published"));
    crate::answer::go_to("/frameworks");
    Ok(())
}

//! Server functions: plan a session one decision a page, and make a draft of the answers.

use crate::error::AppError;
use domain::sessions::forms::SessionFields;
use domain::sessions::planning::Plan;
use leptos::prelude::*;

/// What the reader has answered so far.
#[server(endpoint = "session_plan")]
pub async fn session_plan() -> Result<Plan, AppError> {
    Ok(services::sessions::plan(&crate::visit::ctx()?).await?)
}

/// `step` is the code of the page; what it does not ask is left aside. Then the first page that is not answered, or all answers.
#[server(endpoint = "keep_session_step")]
pub async fn keep_session_step(
    step: String,
    #[server(flatten)] typed: SessionFields,
) -> Result<(), AppError> {
    let step = step.parse::<domain::sessions::planning::Step>();
    let step = step.map_err(|_| domain::refusal::Refusal::not_found("this page"))?;
    let left = services::sessions::keep_step(&crate::visit::ctx()?, step, &typed).await?;
    crate::answer::go_to(&super::planning::page_of(left));
    Ok(())
}

/// `becomes` is the id of the draft that the answers become: sent once more, they lead to that draft.
#[server(endpoint = "draft_planned_session")]
pub async fn draft_planned_session(#[server(default)] becomes: String) -> Result<(), AppError> {
    let becomes = becomes.parse().ok();
    let (id, title) = services::sessions::draft_planned(&crate::visit::ctx()?, becomes).await?;
    crate::answer::notice(format!("Saved {title} as a draft. See below what it lacks"));
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

//! Server functions: find and read teams; add a starter.

use crate::error::AppError;
use domain::entitlement::Entitlements;
use domain::people::forms::{PersonFields, PostFields};
use domain::people::team_views::{Matrix, TeamDetail, TeamDue, TeamsList};
use domain::people::views::StarterForm;
use leptos::prelude::*;

/// `setting` is the code of a care setting; what is none means all.
#[server(endpoint = "teams")]
pub async fn teams(words: String, setting: String, page: usize) -> Result<TeamsList, AppError> {
    let ask = services::teams::TeamsAsk { words, setting: setting.parse().ok(), page };
    Ok(services::teams::find(&crate::visit::ctx()?, &ask).await?)
}

#[server(endpoint = "team")]
pub async fn team(code: String) -> Result<TeamDetail, AppError> {
    Ok(services::teams::team(&crate::visit::ctx()?, &code).await?)
}

/// How many sessions teams are due, have booked and had, those first that are behind.
#[server(endpoint = "team_entitlements")]
pub async fn team_entitlements(words: String, page: usize) -> Result<Entitlements, AppError> {
    Ok(services::sessions::entitlements(&crate::visit::ctx()?, &words, page).await?)
}

#[server(endpoint = "team_matrix")]
pub async fn team_matrix(code: String, domain: String) -> Result<Matrix, AppError> {
    Ok(services::teams::matrix(&crate::visit::ctx()?, &code, &domain).await?)
}

#[server(endpoint = "who_is_due")]
pub async fn who_is_due(code: String) -> Result<TeamDue, AppError> {
    Ok(services::teams::due(&crate::visit::ctx()?, &code).await?)
}

/// `everyone` is `yes` for all of those `shown`; else `people` are those chosen.
#[server(endpoint = "nudge")]
pub async fn nudge(
    code: String,
    #[server(default)] everyone: String,
    #[server(default)] shown: String,
    #[server(default)] people: Vec<String>,
) -> Result<(), AppError> {
    let people = match everyone.as_str() {
        "yes" => domain::fields::each_of_field(&shown),
        _ => people,
    };
    let nudged = services::teams::nudge(&crate::visit::ctx()?, &code, &people).await?;
    crate::answer::notice(nudged.to_string());
    Ok(())
}

/// `typed` is what was typed about the person in a form that was refused; else it is empty.
#[server(endpoint = "offer_starter")]
pub async fn offer_starter(code: String, typed: PersonFields) -> Result<StarterForm, AppError> {
    Ok(services::people::starter_form(&crate::visit::ctx()?, &code, &typed).await?)
}

#[server(endpoint = "add_starter")]
pub async fn add_starter(
    #[server(flatten)] person: PersonFields,
    #[server(flatten)] post: PostFields,
    starts_on: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let started = services::people::add_starter(&ctx, &person, &post, &starts_on).await?;
    crate::answer::notice(started.to_string());
    crate::answer::go_to(&format!("/teams/{}", post.team));
    Ok(())
}

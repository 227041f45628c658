//! Server functions: find and read people; add, change and end posts; ask again what was taken from a post; ask for
//! confirmation on somebody's behalf.

use crate::error::AppError;
use domain::ids::{PersonId, PostId};
use domain::people::forms::{ChangeFields, PostFields};
use domain::people::views::{PeopleList, PersonCompetency, PersonDetail, PostForm};
use leptos::prelude::*;

#[server(endpoint = "people")]
pub async fn people(words: String, page: usize) -> Result<PeopleList, AppError> {
    Ok(services::people::find(&crate::visit::ctx()?, &words, page).await?)
}

#[server(endpoint = "person")]
pub async fn person(id: PersonId) -> Result<PersonDetail, AppError> {
    Ok(services::people::person(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "read_competency")]
pub async fn read_competency(id: PersonId, code: String) -> Result<PersonCompetency, AppError> {
    Ok(services::people::competency(&crate::visit::ctx()?, id, &code).await?)
}

#[server(endpoint = "read_post")]
pub async fn read_post(person: PersonId, post: PostId) -> Result<PostForm, AppError> {
    Ok(services::people::post_form(&crate::visit::ctx()?, person, post).await?)
}

#[server(endpoint = "offer_post")]
pub async fn offer_post(person: PersonId) -> Result<PostForm, AppError> {
    Ok(services::people::new_post_form(&crate::visit::ctx()?, person).await?)
}

#[server(endpoint = "add_post")]
pub async fn add_post(
    person: PersonId,
    #[server(flatten)] post: PostFields,
    starts_on: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let started = services::people::add_post(&ctx, person, &post, &starts_on).await?;
    crate::answer::notice(started.to_string());
    crate::answer::go_to(&format!("/people/{person}"));
    Ok(())
}

#[server(endpoint = "change_post")]
pub async fn change_post(
    person: PersonId,
    post: PostId,
    #[server(flatten)] fields: ChangeFields,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let changed = services::people::change_post(&ctx, person, post, &fields).await?;
    crate::answer::notice(changed.to_string());
    crate::answer::go_to(&format!("/people/{person}"));
    Ok(())
}

#[server(endpoint = "end_post")]
pub async fn end_post(person: PersonId, post: PostId, last_day: String) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let ended = services::people::end_post(&ctx, person, post, &last_day).await?;
    crate::answer::notice(ended.to_string());
    crate::answer::go_to(&format!("/people/{person}"));
    Ok(())
}

#[server(endpoint = "end_exemption")]
pub async fn end_exemption(person: PersonId, code: String) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let ended = services::judgements::end_exemption(&ctx, person, &code).await?;
    crate::answer::notice(ended.to_string());
    Ok(())
}

/// `of` is a person from the list of assessors, or empty for any of them.
#[server(endpoint = "ask_for_somebody")]
pub async fn ask_for_somebody(
    person: PersonId,
    code: String,
    level: String,
    evidence: String,
    note: String,
    of: String,
) -> Result<(), AppError> {
    use domain::judgements::asking_for::AskFor;
    let asked = AskFor::parse(&level, &evidence, &note).map_err(domain::refusal::Refusal::from)?;
    let ctx = crate::visit::ctx()?;
    let done = services::judgements::ask_for(&ctx, person, &code, asked, &of).await?;
    crate::answer::notice(done.to_string());
    Ok(())
}

#[server(endpoint = "revoke_confirmation")]
pub async fn revoke_confirmation(
    person: PersonId,
    code: String,
    reason: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let revoked = services::judgements::revoke(&ctx, person, &code, &reason).await?;
    crate::answer::notice(revoked.to_string());
    Ok(())
}

#[server(endpoint = "sign_off_role")]
pub async fn sign_off_role(person: PersonId, role: String) -> Result<(), AppError> {
    let done = services::judgements::sign_off(&crate::visit::ctx()?, person, &role).await?;
    crate::answer::notice(done.to_string());
    Ok(())
}

//! One more post of somebody who is known.

use super::forms::{offer, open_on_start, terms_of};
use super::person::Sight;
use super::save::{TermsSaid, save_post};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::ids::PersonId;
use domain::people::Terms;
use domain::people::done::Started;
use domain::people::forms::{AddPost, PostFields};
use domain::people::views::PostForm;
use domain::policy::Action;
use domain::refusal::Refusal;

/// The form of a new post of `person`.
///
/// # Errors
/// Refuses people the asker may not see, and whoever manages no posts, as not found.
pub async fn new_post_form(ctx: &Ctx, person: PersonId) -> Result<PostForm> {
    let facts = ctx.facts().await?;
    let person = known(ctx, &facts, person)?;
    Ok(offer(ctx, &facts, Some(person), None))
}

/// Adds a post in a team whose posts the asker manages.
///
/// # Errors
/// Refuses as [`new_post_form`] does, choices that were not offered, and a post the person holds already.
pub async fn add_post(
    ctx: &Ctx,
    person: PersonId,
    post: &PostFields,
    starts_on: &str,
) -> Result<Started> {
    ctx.authorise_somewhere(Action::ManagePosts, "this person")?;
    let change = ctx.change(Touches::Places).await?;
    // Read after the counter's lock is held: of a form that was sent twice at once, the second finds the post.
    let facts = ctx.facts().await?;
    let person = known(ctx, &facts, person)?;
    let AddPost { wanted, starts_on } = AddPost::parse(post, starts_on)?;
    let terms = terms_of(&facts, &offer(ctx, &facts, Some(person), None), &wanted)?;
    open_on_start(&facts, &terms, starts_on)?;
    refuse_held(person, &terms, starts_on)?;
    let id = save_post(ctx, change.tx(), &facts, person.id, starts_on, &terms).await?;
    change
        .commit(Entry::new("add post", "post", id).after(&TermsSaid::of(&facts, &terms)?))
        .await?;
    Ok(Started {
        person: person.id,
        person_name: person.name(),
        role_title: facts.roles.get(terms.role).map(|r| r.title.clone()).unwrap_or_default(),
        starts_on,
    })
}

fn known<'a>(ctx: &Ctx, facts: &'a Facts, person: PersonId) -> Result<&'a Person> {
    ctx.authorise_somewhere(Action::ManagePosts, "this person")?;
    let person = facts.person(person).filter(|p| Sight::of(ctx, facts, p).is_theirs());
    person.ok_or_else(|| Refusal::not_found("this person").into())
}

/// A form that was sent twice makes one post.
fn refuse_held(person: &Person, terms: &Terms, starts_on: NaiveDate) -> Result<()> {
    let same = |held: &Terms| (held.team, held.role) == (terms.team, terms.role);
    let holds = person
        .posts
        .iter()
        .any(|post| post.held.contains(starts_on) && post.terms_at(starts_on).is_some_and(same));
    if holds {
        let message =
            "They hold this role in this team already on that day. Change that post instead";
        return Err(FieldErrors::one("role", message).into());
    }
    Ok(())
}

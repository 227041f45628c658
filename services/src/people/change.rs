//! A post is different from a day on: new terms are added, and earlier days keep what they had.

use super::forms::{offer, terms_of};
use super::managed::{Managed, manages};
use super::save::{TermsSaid, save_terms};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::changing::nothing_changed;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, PostId};
use domain::people::Terms;
use domain::people::done::Changed;
use domain::people::forms::{ChangeFields, ChangePost};
use domain::people::views::{PostForm, PostNow};
use domain::policy::Action;

/// The form of a post: what stands in it and what can be chosen.
///
/// # Errors
/// Refuses posts the asker does not manage as not found.
pub async fn post_form(ctx: &Ctx, person: PersonId, post: PostId) -> Result<PostForm> {
    let facts = ctx.facts().await?;
    let managed = Managed::find(ctx, &facts, person, post)?;
    let form = offer(ctx, &facts, Some(managed.person), Some(managed.terms));
    Ok(PostForm { post: post_now(&facts, &managed), ..form })
}

fn post_now(facts: &Facts, managed: &Managed<'_>) -> Option<PostNow> {
    let terms = managed.terms;
    let (team, role) = (facts.places.teams.get(terms.team)?, facts.roles.get(terms.role)?);
    Some(PostNow {
        title: format!("{}, {}", role.title, team.name),
        team: team.code.clone(),
        role: role.code.clone(),
        fte: terms.fte,
        category: terms.category,
        status: terms.status,
        line_manager: terms.line_manager,
        held: managed.post.held,
        shown_on: managed.shown_on,
    })
}

/// Changes a post from a day on.
///
/// # Errors
/// Refuses posts and teams the asker does not manage, days outside the post, and a form in which nothing was changed.
pub async fn change_post(
    ctx: &Ctx,
    person: PersonId,
    post: PostId,
    fields: &ChangeFields,
) -> Result<Changed> {
    ctx.authorise_somewhere(Action::ManagePosts, "this post")?;
    let change = ctx.change(Touches::Places).await?;
    // Read after the counter's lock is held: of two changes at once, the second starts from the first.
    let facts = ctx.facts().await?;
    let managed = Managed::find(ctx, &facts, person, post)?;
    let ChangePost { wanted, status, from } = ChangePost::parse(fields, managed.post.held)?;
    let offered = offer(ctx, &facts, Some(managed.person), Some(managed.terms));
    let wanted = Terms { status, ..terms_of(&facts, &offered, &wanted)? };
    allowed_on(ctx, &facts, &managed, &wanted, from)?;
    let recorded = managed.post.changed(managed.shown_on, &wanted, from);
    let Some(first) = recorded.first() else { return Err(nothing_changed().into()) };
    let entry = Entry::new("change post", "post", post)
        .before(&TermsSaid::of(&facts, managed.terms)?)
        .after(&TermsSaid::of(&facts, first)?);
    for terms in &recorded {
        save_terms(ctx, change.tx(), &facts, post, terms).await?;
    }
    change.commit(entry).await?;
    Ok(Changed { person_name: managed.person.name(), from })
}

/// The post must be the asker's on the day of the change, and a new team open on it.
fn allowed_on(
    ctx: &Ctx,
    facts: &Facts,
    managed: &Managed<'_>,
    wanted: &Terms,
    from: NaiveDate,
) -> Result<()> {
    let then = managed.post.terms_at(from);
    if !then.is_some_and(|terms| manages(ctx, facts, terms.team)) {
        let message = "On that day the post is not in a team you manage. Enter another day";
        return Err(FieldErrors::one("from", message).into());
    }
    if wanted.team != managed.terms.team && !facts.team_open(wanted.team, from) {
        let message =
            "This team is not open on the day the change starts. Choose another team or day";
        return Err(FieldErrors::one("team", message).into());
    }
    Ok(())
}

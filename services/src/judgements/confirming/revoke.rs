//! A workforce lead revokes a confirmation, with a reason.

use super::super::save::Said;
use super::super::{find, judging};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::PersonId;
use domain::judgements::revoking::{Revoked, reason, stands_to_revoke};
use domain::policy::{Action, Resource, may};

/// Whether the asker may revoke what a person holds.
pub(crate) fn may_revoke(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    may(&ctx.actor, Action::Revoke, Resource::Person { person, posts: &posts })
}

/// Revokes the level a person holds in a competency: from today it is none, and nothing earlier comes back.
///
/// # Errors
/// Refuses people out of reach and oneself as not found, accounts that are no person's, a missing reason, and where nothing is held.
pub async fn revoke(ctx: &Ctx, person: PersonId, code: &str, typed: &str) -> Result<Revoked> {
    let facts = ctx.facts().await?;
    let posts = subject_posts(ctx, &facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::Revoke, resource, "this person")?;
    judging(ctx)?;
    let reason = reason(typed)?;
    let passed = ctx.guard(&[("reason", &reason)])?;
    let change = ctx.change(Touches::Judgements).await?;
    // Read after the counter's lock is held: what somebody else revokes meanwhile is not revoked twice.
    let facts = ctx.facts().await?;
    let (at, of) = find(ctx, &facts, code)?;
    let held = facts.person(person).map(|who| who.standing_in(at, of, ctx.today));
    stands_to_revoke(&held.unwrap_or_default())?;
    let revoked = Said::today(ctx, person, of.id, JudgementKind::Revoked);
    Said { note: Some(reason), ..revoked }.save(ctx, change.tx()).await?;
    let entry = Entry::new("revoke", "person", person).after(&of.code);
    change.commit(entry.let_through(passed)).await?;
    Ok(Revoked { person_name: facts.name_of(person), competency_title: of.title.clone() })
}

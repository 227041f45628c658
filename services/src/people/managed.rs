//! Posts within somebody's right to manage them: that right follows the post's team.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, PostId};
use domain::organisations::{Team, TeamIndex};
use domain::people::{Post, Terms};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Whether the asker manages the posts of a team.
pub(crate) fn manages(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    let place = facts.places.located_team(team, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::ManagePosts, Resource::Place(&place)))
}

/// Whether the asker manages a post, in the team it has on the day it is shown. Nobody manages those who left long ago.
pub(super) fn manages_post(ctx: &Ctx, facts: &Facts, post: &Post) -> bool {
    let terms = post.terms_at(post.shown_on(ctx.today)).filter(|_| !post.has_long_ended(ctx.today));
    terms.is_some_and(|terms| manages(ctx, facts, terms.team))
}

/// The teams whose posts the asker manages and that are open today, by position.
pub(super) fn managed_teams(ctx: &Ctx, facts: &Facts) -> Vec<TeamIndex> {
    let teams = 0..facts.places.teams.len();
    teams.filter(|&at| facts.team_open(at, ctx.today) && manages(ctx, facts, at)).collect()
}

/// The team with this code.
///
/// # Errors
/// Refuses teams whose posts the asker does not manage as not found.
pub(super) fn managed_team<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<&'a Team> {
    ctx.authorise_somewhere(Action::ManagePosts, "this team")?;
    let teams = facts.places.teams.iter().enumerate();
    let mut found = teams.filter(|(at, team)| team.code == code && manages(ctx, facts, *at));
    found.next().map(|(_, team)| team).ok_or_else(|| Refusal::not_found("this team").into())
}

/// A post that the asker manages, on the day it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Managed<'a> {
    pub person: &'a Person,
    pub post: &'a Post,
    pub terms: &'a Terms,
    /// Today, or the nearest day on which the post is held.
    pub shown_on: NaiveDate,
}

impl<'a> Managed<'a> {
    /// # Errors
    /// Refuses posts that the asker does not manage as not found.
    pub fn find(ctx: &Ctx, facts: &'a Facts, person: PersonId, post: PostId) -> Result<Self> {
        ctx.authorise_somewhere(Action::ManagePosts, "this post")?;
        let found = facts.person(person).and_then(|person| {
            let post = person.posts.iter().find(|p| p.id == post)?;
            let shown_on = post.shown_on(ctx.today);
            Some(Self { person, post, terms: post.terms_at(shown_on)?, shown_on })
        });
        let managed = found.filter(|found| manages_post(ctx, facts, found.post));
        managed.ok_or_else(|| Refusal::not_found("this post").into())
    }
}

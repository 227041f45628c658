//! Teams' requests for sessions: asked by whoever manages a team or leads its mental health work, answered by educators.

mod answer; // turned into a session, or declined
mod ask; // asked, and withdrawn
mod letters; // the mail that tells the answer
mod lines; // as pages show them
mod open; // those that educators can answer
mod stored; // requests as they are stored
mod team; // those of one team

pub use answer::decline;
pub(crate) use answer::{planned, to_plan};
pub use ask::{ask, withdraw};
pub(crate) use letters::letter_for;
pub use open::open;
pub use team::of_team;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::organisations::{Team, TeamIndex};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Whether the asker asks for sessions for a team.
pub(crate) fn may_ask(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    allowed(ctx, facts, Action::AskForSessions, team)
}

/// Whether the asker runs sessions that are held for a team, and so answers its requests.
fn may_answer(ctx: &Ctx, facts: &Facts, team: TeamId) -> bool {
    let at = facts.places.teams.iter().position(|known| known.id == team);
    at.is_some_and(|at| allowed(ctx, facts, Action::RunSessions, at))
}

fn allowed(ctx: &Ctx, facts: &Facts, action: Action, team: TeamIndex) -> bool {
    let place = facts.places.located_team(team, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, action, Resource::Place(&place)))
}

/// The team with this code.
///
/// # Errors
/// Refuses teams for which the asker asks for no sessions as not found.
fn asking<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<&'a Team> {
    ctx.authorise_somewhere(Action::AskForSessions, "this team")?;
    let mut teams = facts.places.teams.iter().enumerate();
    let found = teams.find(|(at, team)| team.code == code && may_ask(ctx, facts, *at));
    found.map(|(_, team)| team).ok_or_else(|| Refusal::not_found("this team").into())
}

/// What is not there, or not for the asker to see.
fn not_found() -> Error {
    Refusal::not_found("this request").into()
}

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
pub use open::{open, waiting};
pub(crate) use stored::needed_in;
pub use team::of_team;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reach::{may_in_team, team_with_code};
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::organisations::{Team, TeamIndex};
use domain::policy::Action;
use domain::refusal::Refusal;

/// Whether the asker asks for sessions for a team.
pub(crate) fn may_ask(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    may_in_team(ctx, facts, Action::AskForSessions, team)
}

/// Whether the asker runs sessions that are held for a team, and so answers its requests.
fn may_answer(ctx: &Ctx, facts: &Facts, team: TeamId) -> bool {
    let at = facts.places.team_at(team);
    at.is_some_and(|at| may_in_team(ctx, facts, Action::RunSessions, at))
}

/// The team with this code.
///
/// # Errors
/// Refuses teams for which the asker asks for no sessions as not found.
fn asking<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<&'a Team> {
    Ok(team_with_code(ctx, facts, Action::AskForSessions, code)?.1)
}

/// What is not there, or not for the asker to see.
fn not_found() -> Error {
    Refusal::not_found("this request").into()
}

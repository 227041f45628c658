//! Mental health input of teams: who comes, when and how to reach them; read, added, changed, ended.

mod form; // the form of a row, and whom it may name
mod read; // a team's rows over time
mod rows; // from rows to what pages show
mod save; // add, change, end, remove

pub use form::{change_form, new_form};
pub use read::team_input;
pub(crate) use read::{Names, lines, today_in_words};
pub(crate) use rows::of_teams;
pub use save::{add, change, end, remove};

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Whether the asker keeps the input of a team.
pub(crate) fn may_manage(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    let place = facts.places.located_team(team, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::ManageInput, Resource::Place(&place)))
}

/// The team with this code.
///
/// # Errors
/// Refuses teams whose input the asker does not keep as not found.
fn managed<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<&'a Team> {
    ctx.authorise_somewhere(Action::ManageInput, "this team")?;
    let teams = facts.places.teams.iter().enumerate();
    let mut found = teams.filter(|(at, team)| team.code == code && may_manage(ctx, facts, *at));
    found.next().map(|(_, team)| team).ok_or_else(|| Refusal::not_found("this team").into())
}

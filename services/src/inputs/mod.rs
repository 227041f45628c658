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
use crate::reach::{may_in_team, team_with_code};
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::policy::Action;

/// Whether the asker keeps the input of a team.
pub(crate) fn may_manage(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    may_in_team(ctx, facts, Action::ManageInput, team)
}

/// The team with this code.
///
/// # Errors
/// Refuses teams whose input the asker does not keep as not found.
fn managed<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<&'a Team> {
    Ok(team_with_code(ctx, facts, Action::ManageInput, code)?.1)
}

//! When teams let their people go to sessions, and what they ask before they do; kept by their managers.

mod read; // a team's release, for its page
mod rows; // from rows to what the rules look at
mod save; // what a team asks, changed
mod windows; // windows, days without, and how many stay

pub use read::release;
pub(crate) use rows::{Releases, cover_of, deputies, deputised};
pub(crate) use save::hold_team;
pub use save::keep;
pub use windows::{add_exception, add_window, keep_minimum};
pub use windows::{remove_exception, remove_minimum, remove_window};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{may_in_team, team_with_code};
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::policy::Action;

/// Whether the asker manages the release of a team.
pub(crate) fn may_manage(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    may_in_team(ctx, facts, Action::ManageRelease, team)
}

/// The team with this code.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found.
pub(crate) fn managed<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    code: &str,
) -> Result<(TeamIndex, &'a Team)> {
    team_with_code(ctx, facts, Action::ManageRelease, code)
}

//! When teams let their people go to sessions, and what they ask before they do; kept by their managers.

mod read; // a team's release, for its page
mod rows; // from rows to what the rules look at
mod save; // what a team asks, changed
mod windows; // windows, days without, and how many stay

pub use read::release;
pub(crate) use rows::{Releases, cover_of, deputised};
pub use save::keep;
pub use windows::{add_exception, add_window, keep_minimum};
pub use windows::{remove_exception, remove_minimum, remove_window};

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Whether the asker manages the release of a team.
pub(crate) fn may_manage(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
    let place = facts.places.located_team(team, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::ManageRelease, Resource::Place(&place)))
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
    ctx.authorise_somewhere(Action::ManageRelease, "this team")?;
    let mut teams = facts.places.teams.iter().enumerate();
    let found = teams.find(|(at, team)| team.code == code && may_manage(ctx, facts, *at));
    found.ok_or_else(|| Refusal::not_found("this team").into())
}

//! A session for the pages that change it: without who booked, and with what can be chosen there.

use super::attend::is_for;
use super::detail::{heading, opened};
use super::may_run_any;
use super::seats::Seats;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, GroupBy};
use domain::ids::SessionId;
use domain::organisations::TeamIndex;
use domain::sessions::views::SessionDetail;
use std::collections::BTreeSet;

/// A session for whoever runs it: the teams that can still be invited, and the professions and teams that seats can be kept
/// for. Nobody’s booking is shown, so nothing is noted.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn to_run(ctx: &Ctx, id: SessionId) -> Result<SessionDetail> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let seats = Seats::load(&facts, db, &stored, ctx.rule_now()).await?.seating;
    let detail = opened(ctx, &facts, &stored, &seats).await?;
    let is_invited = |at: TeamIndex| {
        facts.places.teams.get(at).is_some_and(|team| stored.invited.contains(&team.id))
    };
    Ok(SessionDetail {
        teams: teams(&facts, &stored, |at| !is_invited(at)),
        professions: professions(&facts),
        quota_teams: teams(&facts, &stored, |at| is_for(&facts, &stored, at)),
        ..detail
    })
}

/// Those of the teams that are open on the session’s day which are meant, by name.
fn teams(facts: &Facts, stored: &Stored, meant: impl Fn(TeamIndex) -> bool) -> Vec<Heading> {
    let open = |at: TeamIndex| facts.team_open(at, stored.day()) && meant(at);
    let teams = facts.places.teams.iter().enumerate();
    let mut found: Vec<Heading> =
        teams.filter(|(at, _)| open(*at)).map(|(_, team)| heading(team)).collect();
    found.sort_by_cached_key(|team| (team.title.to_lowercase(), team.code.clone()));
    found
}

/// Every profession that a role has, each once.
pub(super) fn professions(facts: &Facts) -> Vec<String> {
    let known = facts.roles.iter().filter_map(|role| role.group(GroupBy::Profession));
    known.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

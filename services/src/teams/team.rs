//! One team: where it belongs, who is in it, who comes and who goes.

use super::people::{line as person_line, members, movers};
use super::sight::{Sight, line, met_in};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs;
use crate::people::manages;
use crate::release;
use crate::session_requests;
use crate::sessions::{entitlements_of, requests_in};
use crate::viewings;
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::people::counting::people_in_scope;
use domain::people::team_views::{Mover, TeamDetail, TeamPerson};
use domain::policy::{Action, reach};
use domain::refusal::Refusal;

/// The team with this code. Its list of people is noted once.
///
/// # Errors
/// Refuses teams the asker may not see as not found.
pub async fn team(ctx: &Ctx, code: &str) -> Result<TeamDetail> {
    let facts = ctx.facts().await?;
    let sight = Sight::of(ctx, &facts)?;
    let at = sight.find(ctx, &facts, code)?;
    let team = facts.places.teams.get(at).ok_or_else(|| Refusal::not_found("this team"))?;
    let met = match sight.sees_figures(at) {
        true => Some(met_in(ctx, &facts, &[at]).await?.remove(&at).unwrap_or_default()),
        false => None,
    };
    let in_scope = people_in_scope(&facts, ctx.today).get(at).copied().unwrap_or_default();
    let entitled = entitlements_of(ctx, &facts, &[at]).await?;
    let entitlement = entitled.get(&at).copied().ok_or_else(|| Refusal::not_found("this team"))?;
    let named = Named::of(ctx, &facts, at);
    if named.people.is_some() || !named.starters.is_empty() || !named.leavers.is_empty() {
        viewings::note_list(ctx, &format!("team {code}")).await?;
    }
    Ok(TeamDetail {
        line: line(&facts, team, in_scope, met),
        areas: areas(ctx, &facts, team),
        care_level: team.care_level,
        open: team.open,
        mental_health_input: inputs::today_in_words(ctx, &facts, team.id).await?,
        may_open_matrix: !members(ctx, &facts, at, Action::ReadRecord).is_empty(),
        may_log_supervision: !members(ctx, &facts, at, Action::LogSupervision).is_empty(),
        may_manage: manages(ctx, &facts, at),
        may_ask_for_sessions: session_requests::may_ask(ctx, &facts, at),
        entitlement,
        seat_requests: match release::may_manage(ctx, &facts, at) {
            true => Some(requests_in(ctx, team.id).await?),
            false => None,
        },
        people: named.people,
        starters: named.starters,
        leavers: named.leavers,
    })
}

/// The people of a team, as far as they are the asker's to see by name.
struct Named {
    people: Option<Vec<TeamPerson>>,
    starters: Vec<Mover>,
    leavers: Vec<Mover>,
}

impl Named {
    fn of(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> Self {
        let found = members(ctx, facts, team, Action::FindPeople);
        let place = facts.places.located_team(team, ctx.today);
        let whole = reach(&ctx.actor, Action::FindPeople);
        let whole = place.is_some_and(|place| whole.contains(&place));
        let (starters, leavers) = movers(ctx, facts, team);
        // Who has not begun yet is nobody's to find by name: only those who manage the posts know of them.
        let manages = manages(ctx, facts, team);
        let seen = |mover: &Mover| manages || found.iter().any(|m| m.person.id == mover.person);
        Self {
            starters: starters.into_iter().filter(|m| seen(m)).collect(),
            leavers: leavers.into_iter().filter(|m| seen(m)).collect(),
            people: (whole || !found.is_empty())
                .then(|| found.iter().map(|member| person_line(ctx, facts, member)).collect()),
        }
    }
}

fn areas(ctx: &Ctx, facts: &Facts, team: &Team) -> Vec<String> {
    let areas = facts.places.areas_of(team, ctx.today);
    let areas = areas.filter_map(|at| facts.places.areas.get(at));
    areas.map(|area| format!("{} ({})", area.name, area.kind.label().to_lowercase())).collect()
}

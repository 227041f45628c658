//! What the asker may see of which team: its figures, its people by name, their records, its posts.

use crate::coverage::counting;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs;
use crate::people::manages;
use crate::reach::visible_teams;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit, coverage, is_among};
use domain::organisations::{Team, TeamIndex};
use domain::people::counting::Met;
use domain::people::team_views::TeamLine;
use domain::policy::{Action, Actor, Reach, reach};
use domain::refusal::Refusal;
use std::collections::HashMap;
use std::sync::Arc;

/// The asker's reach over teams.
pub(crate) struct Sight {
    /// `None` for the command line, which sees all.
    figures: Option<Vec<bool>>,
    names: Reach,
}

impl Sight {
    /// # Errors
    /// Refuses whoever sees no team at all.
    pub fn of(ctx: &Ctx, facts: &Facts) -> Result<Self> {
        if ctx.actor == Actor::Nobody {
            return Err(Refusal::SignInFirst.into());
        }
        let actions =
            [Action::FindPeople, Action::ReadFigures, Action::ManagePosts, Action::ManageInput];
        if actions.iter().all(|action| reach(&ctx.actor, *action).is_empty()) {
            return Err(Refusal::not_found("this page").into());
        }
        let names = reach(&ctx.actor, Action::FindPeople);
        Ok(Self { figures: visible_teams(ctx, facts), names })
    }

    /// Whether the asker may open a team.
    pub fn sees(&self, ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
        let place = facts.places.located_team(team, ctx.today);
        self.sees_figures(team)
            || place.is_some_and(|place| self.names.contains(&place))
            || manages(ctx, facts, team)
            || inputs::may_manage(ctx, facts, team)
    }

    /// Whether the asker may know by name who comes to a team: whoever finds its people by name, keeps its input or works in it.
    pub fn sees_names(&self, ctx: &Ctx, facts: &Facts, team: TeamIndex) -> bool {
        let place = facts.places.located_team(team, ctx.today);
        let me = ctx.actor.person().and_then(|id| facts.person(id));
        let works_there =
            me.is_some_and(|me| facts.posts_in_scope(me, ctx.today).any(|t| t.team == team));
        works_there
            || place.is_some_and(|place| self.names.contains(&place))
            || inputs::may_manage(ctx, facts, team)
    }

    pub fn sees_figures(&self, team: TeamIndex) -> bool {
        is_among(self.figures.as_deref(), team)
    }

    /// The team with this code.
    ///
    /// # Errors
    /// Refuses teams the asker may not see as not found.
    pub fn find(&self, ctx: &Ctx, facts: &Facts, code: &str) -> Result<TeamIndex> {
        let found = facts.places.teams.iter().position(|team| team.code == code);
        let seen = found.filter(|&at| self.sees(ctx, facts, at));
        seen.ok_or_else(|| Refusal::not_found("this team").into())
    }
}

/// Requirements met in each of these teams, today.
pub(super) async fn met_in(
    ctx: &Ctx,
    facts: &Arc<Facts>,
    teams: &[TeamIndex],
) -> Result<HashMap<TeamIndex, Met>> {
    let visible = (0..facts.places.teams.len()).map(|at| teams.contains(&at)).collect();
    let everything = Query::new(ctx.today, ScopeKind::Team, ItemKind::All);
    let query = Query { visible: Some(visible), ..everything };
    let rows = counting(facts, move |facts| coverage(facts, &query)).await?;
    let met = |row: domain::coverage::Row| match row.unit {
        Unit::Team(at) => {
            let (met, asked) = (row.counts.requirements_met, row.counts.requirements);
            Some((at, Met { met, asked }))
        }
        Unit::Area(_) | Unit::Organisation(_) | Unit::NamedGroup(_) => None,
    };
    Ok(rows.into_iter().filter_map(met).collect())
}

/// A team as lists show it.
pub(super) fn line(facts: &Facts, team: &Team, people: u32, met: Option<Met>) -> TeamLine {
    let organisation = facts.places.organisations.get(team.organisation);
    TeamLine {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        organisation: organisation.map(|o| o.name.clone()).unwrap_or_default(),
        setting: team.setting,
        people,
        met,
    }
}

//! Teams by name, organisation or care setting: those the asker may see, a page at a time.

use super::sight::{Sight, line, met_in};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::CareSetting;
use domain::coverage::Facts;
use domain::organisations::{Team, TeamIndex};
use domain::paging::Paged;
use domain::people::counting::people_in_scope;
use domain::people::team_views::TeamsList;

/// Which teams are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamsAsk {
    /// Words that the name of the team or of its organisation, or the team's code, holds.
    pub words: String,
    pub setting: Option<CareSetting>,
    pub page: usize,
}

/// A page of the teams that are open today and within the asker's reach, by name.
///
/// # Errors
/// Refuses whoever sees no team at all.
pub async fn find(ctx: &Ctx, ask: &TeamsAsk) -> Result<TeamsList> {
    let facts = ctx.facts().await?;
    let sight = Sight::of(ctx, &facts)?;
    let words: Vec<String> = ask.words.split_whitespace().map(str::to_lowercase).collect();
    let teams = facts.places.teams.iter().enumerate();
    let mut found: Vec<(TeamIndex, &Team)> = teams
        .filter(|(_, team)| team.open.contains(ctx.today))
        .filter(|(_, team)| fits(&facts, team, ask.setting, &words))
        .filter(|&(at, _)| sight.sees(ctx, &facts, at))
        .collect();
    found.sort_by_cached_key(|(_, team)| (team.name.to_lowercase(), team.code.clone()));
    let list = Paged::of(found, ask.page);
    let on_page = list.entries.iter().map(|(at, _)| *at);
    let with_figures: Vec<TeamIndex> = on_page.filter(|&at| sight.sees_figures(at)).collect();
    let met = met_in(ctx, &facts, &with_figures).await?;
    let people = people_in_scope(&facts, ctx.today);
    Ok(list.map(|(at, team)| {
        let figure = sight.sees_figures(at).then(|| met.get(&at).copied().unwrap_or_default());
        line(&facts, team, people.get(at).copied().unwrap_or_default(), figure)
    }))
}

fn fits(facts: &Facts, team: &Team, setting: Option<CareSetting>, words: &[String]) -> bool {
    let organisation = facts.places.organisations.get(team.organisation);
    let organisation = organisation.map_or("", |o| &o.name);
    let text = format!("{} {} {organisation}", team.code, team.name).to_lowercase();
    setting.is_none_or(|wanted| wanted == team.setting)
        && words.iter().all(|word| text.contains(word))
}

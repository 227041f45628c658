//! The teams whose figures somebody sees, with what each is due: a page of them, those furthest behind first.

use super::of_teams;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, is_among};
use domain::entitlement::{DUE_A_YEAR, Entitlement, EntitlementLine, Entitlements};
use domain::organisations::{Team, TeamIndex};
use domain::paging::Paged;
use domain::people::holds_words;
use domain::policy::Action;
use domain::years::Year;

/// A page of the teams whose figures the asker may see and that are open today, those furthest behind first. Teams and hours are no
/// figures of people: nothing is suppressed.
///
/// # Errors
/// Refuses whoever sees no figures anywhere.
pub async fn entitlements(ctx: &Ctx, words: &str, page: usize) -> Result<Entitlements> {
    ctx.authorise_somewhere(Action::ReadFigures, "this page")?;
    let facts = ctx.facts().await?;
    let visible = visible_teams(ctx, &facts);
    let teams: Vec<(TeamIndex, &Team)> = facts
        .places
        .teams
        .iter()
        .enumerate()
        .filter(|(at, team)| is_among(visible.as_deref(), *at) && team.open.contains(ctx.today))
        .filter(|(_, team)| holds_words(&known_by(&facts, team), words))
        .collect();
    let found: Vec<TeamIndex> = teams.iter().map(|(at, _)| *at).collect();
    let entitled = of_teams(ctx, &facts, &found).await?;
    let line = |(at, team): (TeamIndex, &Team)| EntitlementLine {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        organisation: organisation(&facts, team).to_owned(),
        entitlement: entitled.get(&at).copied().unwrap_or(NOTHING_SAID),
    };
    let mut lines: Vec<EntitlementLine> = teams.into_iter().map(line).collect();
    lines.sort_by_cached_key(|line| {
        let behind = std::cmp::Reverse(line.entitlement.missing());
        (behind, line.team.title.to_lowercase(), line.team.code.clone())
    });
    Ok(Entitlements { year: Year::of(ctx.today), lines: Paged::of(lines, page) })
}

const NOTHING_SAID: Entitlement = Entitlement { due: DUE_A_YEAR, booked: 0, delivered: 0 };

fn organisation<'a>(facts: &'a Facts, team: &Team) -> &'a str {
    facts.places.organisations.get(team.organisation).map_or("", |found| &found.name)
}

fn known_by(facts: &Facts, team: &Team) -> String {
    format!("{} {} {}", team.code, team.name, organisation(facts, team))
}

//! The load of a year, for whoever plans who assesses: from the teams whose exact figures they may see.

use super::capacity::{capacities, name_for};
use crate::coverage::{counting, unit_with_code};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, is_asked_about};
use domain::fields::FieldErrors;
use domain::judgements::load::views::YearLoad;
use domain::judgements::load::{Plan, load};
use domain::policy::{Action, Actor, reach};

/// The load of the year from `plan.day` for the teams within the asker's reach; only those in or below the area,
/// organisation, team or named group with the code `within`, where it is not empty.
///
/// # Errors
/// Refuses whoever plans nobody's work, and codes that are not known.
pub async fn year_load(ctx: &Ctx, plan: Plan, within: &str) -> Result<YearLoad> {
    ctx.authorise_somewhere(Action::ReadLoad, "this page")?;
    let facts = ctx.facts().await?;
    let counted = counted_teams(ctx, &facts, (Action::ReadLoad, plan.day), within)?;
    let assessors = capacities(ctx, &facts, plan.day).await?;
    // Those who reach none of these teams have nothing to do here.
    let serves =
        |reaches: &[bool]| reaches.iter().zip(&counted).any(|(reach, count)| *reach && *count);
    let assessors: Vec<_> = assessors.into_iter().filter(|one| serves(&one.reaches)).collect();
    let names: Vec<(String, usize)> = assessors
        .iter()
        .map(|one| (name_for(ctx, &facts, one.person), one.confirms.len()))
        .collect();
    let year = counting(&facts, move |facts| {
        let name = |at: usize| names.get(at).cloned().unwrap_or_default();
        load(facts, &plan, &counted, &assessors).in_figures(facts, &plan, name)
    });
    year.await
}

/// Which teams within the asker's reach for `action` are counted on a day, by position: those in or below the place with
/// the code `within`, where it is not empty.
pub(super) fn counted_teams(
    ctx: &Ctx,
    facts: &Facts,
    (action, day): (Action, NaiveDate),
    within: &str,
) -> Result<Vec<bool>> {
    let reach = reach(&ctx.actor, action);
    let teams = 0..facts.places.teams.len();
    let visible = |team| {
        let place = facts.places.located_team(team, ctx.today);
        ctx.actor == Actor::Operator || place.is_some_and(|place| reach.contains(&place))
    };
    let visible: Vec<bool> = teams.clone().map(visible).collect();
    let unit = match within.trim() {
        "" => None,
        code => Some(unit_with_code(facts, code).ok_or_else(|| {
            let message = format!(
                "There is no area, organisation, team or named group with the code '{code}'"
            );
            FieldErrors::one("in", message)
        })?),
    };
    let everything = Query::new(day, ScopeKind::Team, ItemKind::All);
    let query = Query { within: unit, visible: Some(visible), ..everything };
    Ok(teams.map(|team| is_asked_about(facts, &query, team)).collect())
}

/// The areas a lead can narrow the load to: those that hold a team within their reach.
///
/// # Errors
/// As [`year_load`].
pub async fn load_places(ctx: &Ctx) -> Result<Vec<Heading>> {
    ctx.authorise_somewhere(Action::ReadLoad, "this page")?;
    let facts = ctx.facts().await?;
    let counted = counted_teams(ctx, &facts, (Action::ReadLoad, ctx.today), "")?;
    let teams = facts.places.teams.iter().zip(counted).filter(|(_, counted)| *counted);
    let mut areas: Vec<usize> =
        teams.flat_map(|(team, _)| facts.places.areas_of(team, ctx.today)).collect();
    areas.sort_unstable();
    areas.dedup();
    let heading = |at: usize| {
        let area = facts.places.areas.get(at)?;
        Some(Heading { code: area.code.clone(), title: area.name.clone() })
    };
    let mut headings: Vec<Heading> = areas.into_iter().filter_map(heading).collect();
    headings.sort_by(|a, b| (&a.title, &a.code).cmp(&(&b.title, &b.code)));
    Ok(headings)
}

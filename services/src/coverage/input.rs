//! The mental health input of each team of a unit on a day, beside its coverage and cover in risk and emergencies.

mod beside; // coverage and cover of each team
mod told; // by whom each team is reached

use super::heatmap::PageAsk;
use super::subject::Subject;
use super::units::heading;
use super::{Ask, ROWS, authorise, framework_version, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs::of_teams;
use crate::reach::visible_teams;
use beside::beside;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit, is_asked_about};
use domain::ids::TeamId;
use domain::inputs::Input;
use domain::inputs::beside::{Beside, InputTable, TeamInput};
use domain::inputs::sums::{InputSum, input_sums};
use domain::organisations::TeamIndex;
use domain::paging::Paged;
use std::collections::BTreeMap;
use told::told;

/// The teams in the unit that `page.ask.within` names, or in the one with which the asker begins; their sums by `page.rows`.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn input(ctx: &Ctx, page: PageAsk) -> Result<Option<InputTable>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let Some(subject) = Subject::of(ctx, &facts, &page.ask, None)? else { return Ok(None) };
    let query = query(ctx, &facts, (&subject, page.ask))?;
    let as_at = query.as_at;
    let inputs = of_chosen(ctx, &facts, &query).await?;
    let by_team = input_sums(&facts, &query, &inputs);
    let whole = by_team.values().copied().reduce(InputSum::and).unwrap_or_default();
    let parts = Parts::of(&facts, &query, (&subject, page.rows), &inputs);
    let rows = Paged::with_size(ROWS, ranked(&facts, by_team), page.page);
    let (domains, mut beside) = beside(&facts, &query).await?;
    let mut told = told(ctx, &facts, (&rows.entries, &inputs), as_at).await?;
    let rows = rows.map(|Ranked { at, id, team, sum }| {
        let told = told.remove(&id).unwrap_or_default();
        let nothing = || vec![Beside::default(); domains.len()];
        let beside = beside.remove(&at).unwrap_or_else(nothing);
        TeamInput { team, sum, lines: told.lines, says_none: told.says_none, beside }
    });
    Ok(Some(InputTable {
        as_at,
        is_future: as_at > ctx.today,
        framework_version: framework_version(&facts, as_at),
        around: subject.around(&facts, (as_at, None), left_out(&facts, &query)),
        domains,
        whole,
        parts_are: parts.are,
        parts_could_be: parts.could_be,
        parts: parts.sums,
        rows,
    }))
}

/// The question of the unit's teams, domain by domain.
fn query(ctx: &Ctx, facts: &Facts, (subject, ask): (&Subject, Ask)) -> Result<Query> {
    let within = Some(subject.heading.code.clone());
    let (scope, item) = (ScopeKind::Team, ItemKind::Domain);
    let ask = Ask { scope, item, within, ..ask.of_everything() };
    Ok(Query { visible: visible_teams(ctx, facts), ..ask.query(facts)? })
}

/// The rows of the teams that are asked about, of every day.
async fn of_chosen(ctx: &Ctx, facts: &Facts, query: &Query) -> Result<Vec<Input>> {
    let teams = facts.places.teams.iter().enumerate();
    let chosen = teams.filter(|(at, _)| is_asked_about(facts, query, *at));
    let ids: Vec<TeamId> = chosen.map(|(_, team)| team.id).collect();
    of_teams(ctx.db().read(), &ids).await
}

/// What the unit is made of, added up.
struct Parts {
    are: Option<ScopeKind>,
    could_be: Vec<ScopeKind>,
    /// By name.
    sums: Vec<(Heading, InputSum)>,
}

impl Parts {
    /// By what is asked for, else by networks, where the unit has such.
    fn of(
        facts: &Facts,
        query: &Query,
        (subject, asked): (&Subject, Option<ScopeKind>),
        inputs: &[Input],
    ) -> Self {
        let kinds = subject.rows_could_be.iter().copied();
        let could_be: Vec<ScopeKind> = kinds.filter(|kind| *kind != ScopeKind::Team).collect();
        let wanted = [asked, Some(ScopeKind::Network), could_be.first().copied()];
        let are = wanted.into_iter().flatten().find(|kind| could_be.contains(kind));
        let Some(scope) = are else { return Self { are, could_be, sums: Vec::new() } };
        let by_part = input_sums(facts, &Query { scope, ..query.clone() }, inputs);
        let named = |(unit, sum): (Unit, InputSum)| Some((heading(facts, unit)?, sum));
        let mut sums: Vec<(Heading, InputSum)> = by_part.into_iter().filter_map(named).collect();
        sums.sort_by(|(a, _), (b, _)| (&a.title, &a.code).cmp(&(&b.title, &b.code)));
        Self { are, could_be, sums }
    }
}

/// A team with its sum.
struct Ranked {
    at: TeamIndex,
    id: TeamId,
    team: Heading,
    sum: InputSum,
}

/// Those that need a look first, then by name.
fn ranked(facts: &Facts, sums: BTreeMap<Unit, InputSum>) -> Vec<Ranked> {
    let row = |(unit, sum): (Unit, InputSum)| {
        let Unit::Team(at) = unit else { return None };
        let id = facts.places.teams.get(at)?.id;
        Some(Ranked { at, id, team: heading(facts, unit)?, sum })
    };
    let mut rows: Vec<Ranked> = sums.into_iter().filter_map(row).collect();
    rows.sort_by_cached_key(|row| (row.sum.rank(), row.team.title.clone(), row.team.code.clone()));
    rows
}

//! The cover of each team of an area or organisation, domain by domain.

use crate::coverage::ask::Ask;
use crate::coverage::columns::domains;
use crate::coverage::subject::Subject;
use crate::coverage::units::heading;
use crate::coverage::{ROWS, authorise, counting, framework_version, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use domain::coverage::cover::views::{CoverRow, CoverTable};
use domain::coverage::cover::{TeamCover, Verdict, teams_covered};
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit};
use domain::paging::Paged;

/// The teams in the unit that `ask.within` names, or in the one with which the asker begins.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn cover(ctx: &Ctx, ask: Ask, page: usize) -> Result<Option<CoverTable>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let rows_are = ScopeKind::Team;
    let Some(subject) = Subject::of(ctx, &facts, &ask, Some(rows_are))? else { return Ok(None) };
    let within = Some(subject.heading.code.clone());
    let ask = Ask { within, scope: rows_are, item: ItemKind::Domain, group: None, ..ask };
    let query = Query { visible: visible_teams(ctx, &facts), ..ask.query(&facts)? };
    let as_at = query.as_at;
    let asked = query.clone();
    let teams = counting(&facts, move |facts| teams_covered(facts, &asked)).await?;
    let all = |cover: &TeamCover| cover.domains.iter().flatten().copied().reduce(Verdict::and);
    let capable = teams.iter().filter_map(all).filter(|verdict| verdict.is_capable()).count();
    let hangs = |cover: &&TeamCover| cover.domains.iter().flatten().any(|of| of.one_person);
    Ok(Some(CoverTable {
        as_at,
        is_future: as_at > ctx.today,
        framework_version: framework_version(&facts, as_at),
        around: subject.around(&facts, (as_at, None), left_out(&facts, &query)),
        columns: domains(&facts, as_at),
        capable,
        one_person: teams.iter().filter(hangs).count(),
        rows: Paged::with_size(ROWS, rows(&facts, teams), page),
    }))
}

/// By name.
fn rows(facts: &Facts, teams: Vec<TeamCover>) -> Vec<CoverRow> {
    let row = |cover: TeamCover| {
        let team = heading(facts, Unit::Team(cover.team))?;
        Some(CoverRow { team, cells: cover.domains })
    };
    let mut rows: Vec<CoverRow> = teams.into_iter().filter_map(row).collect();
    rows.sort_by(|a, b| (&a.team.title, &a.team.code).cmp(&(&b.team.title, &b.team.code)));
    rows
}

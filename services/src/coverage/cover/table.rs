//! The cover of each team of an area or organisation, domain by domain.

use crate::coverage::ask::Ask;
use crate::coverage::columns::{chosen, domains};
use crate::coverage::subject::Subject;
use crate::coverage::units::heading;
use crate::coverage::{ROWS, authorise, counting, framework_version, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::views::{CoverRow, CoverTable};
use domain::coverage::cover::{Only, TeamCover, Verdict, teams_covered};
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit};
use domain::paging::Paged;

/// Which part of the table a page shows.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The code of the only domain that is told of; all of them when `None`.
    pub domain: Option<String>,
    /// The teams that are told of; all of them when `None`.
    pub only: Option<Only>,
    /// Which page of the rows, counted from 1.
    pub page: usize,
}

impl Shown {
    /// What a page's address asks.
    pub fn of(address: &CoverageAddress) -> Self {
        let page = address.page.unwrap_or(1);
        Self { domain: address.domain.clone(), only: address.only, page }
    }
}

/// The teams in the unit that `ask.within` names, or in the one with which the asker begins.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses domains that are not known; whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn cover(ctx: &Ctx, ask: Ask, shown: Shown) -> Result<Option<CoverTable>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let rows_are = ScopeKind::Team;
    let Some(subject) = Subject::of(ctx, &facts, &ask, Some(rows_are))? else { return Ok(None) };
    let domains = domains(&facts, ask.as_at);
    let domain = chosen(&domains, shown.domain.as_deref())?;
    let within = Some(subject.heading.code.clone());
    let ask = Ask { within, scope: rows_are, item: ItemKind::Domain, ..ask.of_everything() };
    let query = Query { visible: visible_teams(ctx, &facts), ..ask.query(&facts)? };
    let as_at = query.as_at;
    let asked = query.clone();
    let teams = counting(&facts, move |facts| teams_covered(facts, &asked)).await?;
    let columns = domain.clone().map_or_else(|| domains.clone(), |domain| vec![domain]);
    let mut rows = rows(&facts, teams, (&domains, &columns));
    let all = |row: &CoverRow| said(row).reduce(Verdict::and);
    let capable = rows.iter().filter_map(all).filter(|verdict| verdict.is_capable()).count();
    let (teams, one_person) =
        (rows.len(), rows.iter().filter(|row| Only::OnePerson.takes(said(row))).count());
    rows.retain(|row| shown.only.is_none_or(|only| only.takes(said(row))));
    Ok(Some(CoverTable {
        as_at,
        is_future: as_at > ctx.today,
        framework_version: framework_version(&facts, as_at),
        around: subject.around(&facts, (as_at, domain), left_out(&facts, &query)),
        domains,
        columns,
        teams,
        capable,
        one_person,
        rows: Paged::with_size(ROWS, rows, shown.page),
    }))
}

fn said(row: &CoverRow) -> impl Iterator<Item = Verdict> {
    row.cells.iter().flatten().copied()
}

/// The teams that require something of the columns, which are some of all domains; by name.
fn rows(
    facts: &Facts,
    teams: Vec<TeamCover>,
    (domains, columns): (&[Heading], &[Heading]),
) -> Vec<CoverRow> {
    let row = |cover: TeamCover| {
        let team = heading(facts, Unit::Team(cover.team))?;
        let cells = domains.iter().zip(cover.domains);
        let cells = cells.filter(|(domain, _)| columns.contains(domain)).map(|(_, said)| said);
        let cells: Vec<Option<Verdict>> = cells.collect();
        cells.iter().any(Option::is_some).then_some(CoverRow { team, cells })
    };
    let mut rows: Vec<CoverRow> = teams.into_iter().filter_map(row).collect();
    rows.sort_by(|a, b| (&a.team.title, &a.team.code).cmp(&(&b.team.title, &b.team.code)));
    rows
}

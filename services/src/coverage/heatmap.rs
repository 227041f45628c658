//! The coverage page: one area, organisation or team as a whole, and what it is made of.

use super::ask::Ask;
use super::columns::{chosen, columns, domains, turned};
use super::subject::Subject;
use super::{Figures, ROWS, authorise, read_together};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Figure, Heading, HeatRow, Heatmap};
use domain::coverage::{GroupBy, ItemKind, Row, ScopeKind, pairs_of};
use domain::paging::Paged;

/// What a page asks for: the unit to look at, the rows to break it into, and the columns.
#[derive(Clone, Debug)]
pub struct PageAsk {
    /// Filters, date, group and `within`, the code of the unit; `scope` and `item` are set from what follows.
    pub ask: Ask,
    /// What the rows stand for; the next narrower when `None`.
    pub rows: Option<ScopeKind>,
    /// The domain whose competencies are the columns; domains when `None`.
    pub domain: Option<String>,
    /// Which page of the rows, counted from 1.
    pub page: usize,
}

impl PageAsk {
    /// What a page's address asks, on that day or else today, from the first row where it names no page.
    pub fn of(address: CoverageAddress, today: NaiveDate) -> Self {
        let (rows, domain) = (address.rows, address.domain.clone());
        let page = address.page.unwrap_or(1);
        Self { ask: Ask::of(address, today), rows, domain, page }
    }
}

/// The heatmap for whoever may see exact figures of anything in the unit.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses domains that are not known; whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn heatmap(ctx: &Ctx, page: PageAsk) -> Result<Option<Heatmap>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let Some(subject) = Subject::of(ctx, &facts, &page.ask, page.rows)? else { return Ok(None) };
    let heading = chosen(&domains(&facts, page.ask.as_at), page.domain.as_deref())?;
    let (kind, rows_are) = (subject.kind, subject.rows_are);
    let item = if page.domain.is_some() { ItemKind::Competency } else { ItemKind::Domain };
    let within = Some(subject.heading.code.clone());
    let base = Ask { item, within, ..page.ask };
    let asked_whole = Ask { scope: kind, ..base.clone() };
    let asked_parts = Ask { scope: rows_are, ..base.clone() };
    let item = if page.domain.is_some() { ItemKind::Competency } else { ItemKind::All };
    let asked_all = Ask { scope: kind, item, group: None, ..base };
    let asked = [&asked_whole, &asked_parts, &asked_all];
    let [whole, parts, all] = read_together(ctx, asked, true).await?;
    let as_at = whole.query.as_at;
    let domain = page.domain.as_deref();
    let columns = columns(&facts, as_at, domain);
    let rows = match subject.has_parts() {
        true => heat_rows(&parts, rows_are, &columns),
        false => Vec::new(),
    };
    Ok(Some(Heatmap {
        as_at,
        is_future: as_at > ctx.today,
        framework_version: whole.framework_version,
        rows_are,
        total: total(&all, &columns),
        whole: heat_rows(&whole, kind, &columns),
        around: subject.around(&facts, (as_at, heading), whole.left_out),
        rows_could_be: subject.rows_could_be,
        rows: Paged::with_size(ROWS, rows, page.page),
        columns,
    }))
}

/// Everything asked in the columns together.
fn total(all: &Figures, columns: &[Heading]) -> Option<Figure> {
    let is_shown = |row: &&Row| {
        all.query.item == ItemKind::All || columns.iter().any(|column| column.code == row.item_code)
    };
    let figure = pairs_of(all.rows.iter().filter(is_shown)).map(Figure::from)?;
    // Teams that are covered in several items are not the sum of those that are in each.
    let capable = match all.query.item {
        ItemKind::All => all.rows.iter().find_map(|row| row.capable),
        ItemKind::Domain | ItemKind::Competency => None,
    };
    Some(figure.with_teams(capable))
}

/// A group as people call it: a role by its title.
fn group_name(figures: &Figures, group: &str) -> String {
    let role = figures.facts.roles.iter().find(|role| role.code == group);
    let role = role.filter(|_| figures.query.group == Some(GroupBy::Role));
    role.map_or_else(|| group.to_owned(), |role| role.title.clone())
}

/// Rows of figures, turned so that the items are columns; by name.
fn heat_rows(figures: &Figures, kind: ScopeKind, columns: &[Heading]) -> Vec<HeatRow> {
    let grouped = figures.query.group.is_some();
    let cells = figures.rows.iter().map(|row| {
        let key = (&*row.scope_name, &*row.scope_code, &*row.group);
        (key, &*row.item_code, Figure::from(row))
    });
    let row = |((name, code, group), cells): ((&str, &str, &str), Vec<Option<Figure>>)| HeatRow {
        kind,
        code: code.to_owned(),
        name: name.to_owned(),
        group: grouped.then(|| group_name(figures, group)),
        cells,
    };
    turned(cells, columns).into_iter().map(row).collect()
}

//! The coverage page: one area, organisation or team as a whole, and what it is made of.

use super::ask::Ask;
use super::units::{above, asked_for, heading, kind_of, narrower, tops};
use super::{Figures, ROWS, authorise, read_together};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::views::{Figure, Heading, HeatRow, Heatmap};
use domain::coverage::{Facts, GroupBy, ItemKind, Query, Row, ScopeKind, pairs_of};
use domain::frameworks::version_at;
use domain::paging::Paged;
use std::collections::{BTreeMap, HashMap};

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

/// The heatmap for whoever may see exact figures of anything in the unit.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn heatmap(ctx: &Ctx, page: PageAsk) -> Result<Option<Heatmap>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let tops = tops(ctx, &facts);
    let unit = asked_for(ctx, &facts, &tops, page.ask.within.as_deref())?;
    let Some((unit, own)) = unit.and_then(|unit| Some((unit, heading(&facts, unit)?))) else {
        return Ok(None);
    };
    let kind = kind_of(&facts, unit);
    let rows_could_be = narrower(kind);
    let rows_are =
        page.rows.filter(|r| rows_could_be.contains(r)).or(rows_could_be.first().copied());
    let rows_are = rows_are.unwrap_or(kind);
    let item = if page.domain.is_some() { ItemKind::Competency } else { ItemKind::Domain };
    let base = Ask { within: Some(own.code.clone()), item, ..page.ask };
    let asked_whole = Ask { scope: kind, ..base.clone() };
    let asked_parts = Ask { scope: rows_are, ..base.clone() };
    let item = if page.domain.is_some() { ItemKind::Competency } else { ItemKind::All };
    let asked_all = Ask { scope: kind, item, group: None, ..base };
    let [whole, parts, all] = read_together(ctx, [&asked_whole, &asked_parts, &asked_all]).await?;
    let columns = columns(&facts, &whole.query, page.domain.as_deref());
    let rows = match rows_could_be.is_empty() {
        true => Vec::new(),
        false => heat_rows(&parts, rows_are, &columns),
    };
    let domains = headings_of_domains(&facts, &whole.query);
    Ok(Some(Heatmap {
        as_at: whole.query.as_at,
        is_future: whole.query.as_at > ctx.today,
        framework_version: whole.framework_version,
        above: above(&tops, &facts, unit, whole.query.as_at),
        unit: own,
        rows_are,
        rows_could_be,
        total: total(&all, &columns),
        whole: heat_rows(&whole, kind, &columns),
        rows: Paged::with_size(ROWS, rows, page.page),
        domain: page.domain.and_then(|code| domains.iter().find(|d| d.code == code).cloned()),
        columns,
        domains,
        tops,
        left_out: whole.left_out,
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

pub(super) fn headings_of_domains(facts: &Facts, query: &Query) -> Vec<Heading> {
    let domains = facts.domains_at(query.as_at).into_iter();
    let domains = domains.filter_map(|at| facts.domains.get(at));
    domains.map(|d| Heading { code: d.code.clone(), title: d.title.clone() }).collect()
}

fn columns(facts: &Facts, query: &Query, domain: Option<&str>) -> Vec<Heading> {
    let Some(domain) = domain else { return headings_of_domains(facts, query) };
    let version = version_at(&facts.versions, query.as_at);
    let in_domain = facts.competencies.iter().filter(|c| {
        Some(c.version) == version && facts.domains.get(c.domain).is_some_and(|d| d.code == domain)
    });
    in_domain.map(|c| Heading { code: c.code.clone(), title: c.title.clone() }).collect()
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
    let column_of: HashMap<&str, usize> =
        columns.iter().enumerate().map(|(at, column)| (&*column.code, at)).collect();
    let mut rows: BTreeMap<(&str, &str, &str), HeatRow> = BTreeMap::new();
    for row in &figures.rows {
        let Some(&column) = column_of.get(&*row.item_code) else { continue };
        let key = (&*row.scope_name, &*row.scope_code, &*row.group);
        let heat = rows.entry(key).or_insert_with(|| HeatRow {
            kind,
            code: row.scope_code.clone(),
            name: row.scope_name.clone(),
            group: grouped.then(|| group_name(figures, &row.group)),
            cells: vec![None; columns.len()],
        });
        if let Some(cell) = heat.cells.get_mut(column) {
            *cell = Some(Figure::from(row));
        }
    }
    rows.into_values().collect()
}

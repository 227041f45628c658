//! Published figures of a revision, as they were kept: nothing is counted again.

use super::exact::ExactFigures;
use super::kept::{contents, kept};
use super::may::readable;
use super::one::line_of;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::ScopeKind;
use domain::coverage::views::Heading;
use domain::paging::Paged;
use domain::protected_time::WhyLost;
use domain::returns::contents::Titles;
use domain::returns::keys::ALL;
use domain::returns::shortfalls::{Need, NeedKind, NeedShown};
use domain::returns::views::{FigureRow, FiguresAsked, NeedGap, NeedRow, ReturnFigures};
use domain::returns::{Basis, Cell, Contents, Measure, Part, ReturnId, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// A page of the rows that are asked for, with a column for each measure; and what the place needs.
///
/// # Errors
/// Refuses returns that the asker may not read, as not found.
pub async fn figures(ctx: &Ctx, id: &ReturnId, asked: &FiguresAsked) -> Result<ReturnFigures> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let db = ctx.db().read();
    let line = line_of(&of, &kept(db, of.stored.row.id).await?);
    let contents = contents(db, of.stored.row.id).await?;
    let item = if asked.item.is_empty() { ALL } else { asked.item.as_str() };
    let columns = columns(item);
    let exact = ExactFigures::of_day(ctx, &facts, id.date);
    let rows = Paged::of(rows(&contents, &asked.rows, item), asked.page);
    let rows = rows.map(|(row, cells)| FigureRow {
        exact: exact.of(row),
        ..figure_row(row, &cells, &columns)
    });
    let asked = FiguresAsked { page: rows.page, ..asked.clone() };
    Ok(ReturnFigures {
        line,
        asked,
        items: items(&contents),
        measures: columns
            .iter()
            .map(|(measure, basis)| measure.told_in(*basis).to_owned())
            .collect(),
        rows,
        needs: contents.needs.iter().map(|need| need_row(need, &contents.titles)).collect(),
        may_say: of.rights.prepares && !of.stored.is_locked(),
    })
}

/// A measure and what it is counted in.
type Column = (Measure, Basis);

/// Requirements met come first. Of everything together there are pairs and no people.
fn columns(item: &str) -> Vec<Column> {
    let met = Measure::MetConfirmed;
    if item == ALL {
        return vec![(met, Basis::Requirements), (Measure::Assessed, Basis::Requirements)];
    }
    vec![
        (met, Basis::Requirements),
        (met, Basis::PeopleAll),
        (met, Basis::PeopleCritical),
        (Measure::MetRecognised, Basis::PeopleAll),
    ]
}

/// A row with its cells, by measure.
type Cells<'a> = (&'a RowKey, BTreeMap<Column, &'a Cell>);

/// The rows of one kind, of one item, in their order.
fn rows<'a>(contents: &'a Contents, kind: &str, item: &str) -> Vec<Cells<'a>> {
    let mut rows: BTreeMap<&RowKey, BTreeMap<Column, &Cell>> = BTreeMap::new();
    for cell in &contents.cells {
        let key = &cell.key;
        if key.item == item && is_meant(&key.row, kind) {
            rows.entry(&key.row).or_default().insert((key.measure, key.basis), cell);
        }
    }
    rows.into_iter().collect()
}

/// Whether a row is of the kind that is asked for: areas where it is blank or no kind.
fn is_meant(row: &RowKey, kind: &str) -> bool {
    match (kind, &row.part) {
        ("setting", part) => matches!(part, Part::Setting(_)),
        ("care_level", part) => matches!(part, Part::CareLevel(_)),
        ("staff_group", part) => matches!(part, Part::GpWorkforce(_) | Part::Esr(_)),
        ("team", Part::Everybody) => row.level == ScopeKind::Team,
        ("organisation", Part::Everybody) => row.level == ScopeKind::Organisation,
        ("team" | "organisation", _) => false,
        (_, part) => *part == Part::Everybody && row.level.area_kind().is_some(),
    }
}

fn figure_row(row: &RowKey, cells: &BTreeMap<Column, &Cell>, columns: &[Column]) -> FigureRow {
    let told = |column: &Column| cells.get(column).map(|cell| cell.words()).unwrap_or_default();
    let named = cells.values().next().map(|cell| cell.name.clone()).unwrap_or_default();
    let (name, under) = name(row, named);
    let first = columns.first().and_then(|column| cells.get(column));
    FigureRow {
        name,
        under,
        told: columns.iter().map(told).collect(),
        percent: first.and_then(|cell| cell.percent()),
        exact: None,
    }
}

/// What a row is called, and what stands beneath: of a part of the place what it is a part by.
fn name(row: &RowKey, whole: String) -> (String, String) {
    let part = |name: &str, by: &str| (name.to_owned(), by.to_owned());
    match &row.part {
        Part::Everybody => (whole, format!("{} {}", row.level.label(), row.code)),
        Part::Setting(setting) => part(setting.label(), "Care setting"),
        Part::CareLevel(level) => part(level.label(), "Care level"),
        Part::GpWorkforce(group) => part(group, "GP workforce group"),
        Part::Esr(group) => part(group, "ESR staff group"),
        Part::Role(role) => part(role, "Role"),
    }
}

/// The domains that there are figures of.
fn items(contents: &Contents) -> Vec<Heading> {
    let codes: BTreeSet<&str> = contents.cells.iter().map(|cell| cell.key.item.as_str()).collect();
    let codes = codes.into_iter().filter(|code| *code != ALL);
    codes
        .map(|code| {
            let title = contents.titles.items.get(code).map_or(code, String::as_str);
            Heading { code: code.to_owned(), title: title.to_owned() }
        })
        .collect()
}

pub(super) fn need_row(need: &Need, titles: &Titles) -> NeedRow {
    let heading = |titles: &BTreeMap<String, String>, code: &str| {
        let title = titles.get(code).map(|title| format!("{code} {title}"));
        Heading { code: code.to_owned(), title: title.unwrap_or_else(|| code.to_owned()) }
    };
    let gap = (need.kind == NeedKind::Gap).then(|| NeedGap {
        role: heading(&titles.roles, &need.role),
        item: heading(&titles.items, &need.item),
        met: met(need.shown),
    });
    let what = match (need.kind, &gap) {
        (_, Some(NeedGap { role, item, .. })) => format!("{}: {}", item.title, role.title),
        (NeedKind::TimeLost, None) if !need.item.is_empty() => {
            format!("{}: {}", need.label(), lost_for(&need.item))
        }
        _ => need.label().to_owned(),
    };
    NeedRow {
        key: need.said_of(),
        what,
        told: need.told(),
        words: need.words.clone(),
        gap,
        needs_nothing: need.needs_nothing(),
    }
}

/// How much of a need is met, in whole percent, as far as it is published.
fn met(NeedShown { numerator, denominator, percent, .. }: NeedShown) -> Option<u32> {
    let counted = || (numerator? * 100).checked_div(denominator?);
    percent.or_else(counted)
}

/// A reason for lost time in words.
fn lost_for(code: &str) -> String {
    let why = code.parse::<WhyLost>();
    why.map_or_else(|_| code.to_owned(), |why| why.told().to_lowercase())
}

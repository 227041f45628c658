//! Published figures, looked up by what they are of, and as heatmaps of rows and domains.

use crate::document::{self, Part};
use crate::heat::{Heat, HeatRow, Shaded};
use domain::coverage::ScopeKind;
use domain::returns::keys::{ALL, Basis, CellKey, Measure, RowKey};
use domain::returns::method::HELD_WHY;
use domain::returns::{Cell, Contents, Marker};
use std::collections::{BTreeMap, BTreeSet};

/// As many narrow columns as a page is wide, where their heads are short and where one is longer.
const COLUMNS_MOST: usize = 11;
const WIDE_COLUMNS_MOST: usize = 6;
const SHORT_HEAD: usize = 5;

/// There are fewer kinds of area.
const DEEPEST: usize = 8;

/// Stands where nothing is asked of anybody.
const NOBODY: &str = Marker::NotApplicable.code();

/// What a report looks up.
pub struct Figures<'a> {
    pub contents: &'a Contents,
    /// Everything together, then domains by their codes.
    pub items: Vec<&'a str>,
    cells: BTreeMap<&'a CellKey, &'a Cell>,
    names: BTreeMap<&'a RowKey, &'a str>,
}

impl<'a> Figures<'a> {
    pub fn of(contents: &'a Contents) -> Self {
        let of_coverage = || contents.cells.iter().filter(|cell| !cell.key.row.is_of_role());
        let items: BTreeSet<&str> = of_coverage().map(|cell| cell.key.item.as_str()).collect();
        let (all, domains): (Vec<&str>, Vec<&str>) =
            items.into_iter().partition(|item| *item == ALL);
        Self {
            contents,
            items: all.into_iter().chain(domains).collect(),
            cells: of_coverage().map(|cell| (&cell.key, cell)).collect(),
            names: of_coverage().map(|cell| (&cell.key.row, cell.name.as_str())).collect(),
        }
    }

    /// The rows of a kind with their names, in the order of the files.
    pub fn rows(&self, is: impl Fn(&RowKey) -> bool) -> Vec<(&'a RowKey, &'a str)> {
        let rows = self.names.iter().filter(|(row, _)| is(row));
        rows.map(|(row, name)| (*row, *name)).collect()
    }

    pub fn name(&self, row: &RowKey) -> &'a str {
        self.names.get(row).copied().unwrap_or_default()
    }

    /// The whole place.
    pub fn place(&self) -> RowKey {
        RowKey::whole(ScopeKind::Place, &self.contents.stamp.id.place)
    }

    /// The area that an area or a team lies in.
    pub fn area(&self, row: &RowKey) -> Option<&'a RowKey> {
        self.contents.within.get(row)
    }

    /// What a row lies in from the widest area to itself: sorted by it, whatever lies in an area follows it.
    pub fn path(&self, row: &'a RowKey) -> Vec<&'a RowKey> {
        let above = std::iter::successors(Some(row), |row| self.area(row));
        let mut path: Vec<&RowKey> = above.take(DEEPEST).collect();
        path.reverse();
        path
    }

    pub fn cell(
        &self,
        row: &RowKey,
        item: &str,
        (measure, basis): (Measure, Basis),
    ) -> Option<&'a Cell> {
        self.cells.get(&row.cell(item, measure, basis)).copied()
    }

    /// A figure in words, `35 of 48, 73%`. There is nobody to count where there is no line.
    pub fn words(&self, row: &RowKey, item: &str, of: (Measure, Basis)) -> String {
        self.cell(row, item, of).map_or_else(|| NOBODY.to_owned(), Cell::words)
    }

    /// The share of requirements met.
    fn met(&self, row: &RowKey, item: &str) -> Option<&'a Cell> {
        self.cell(row, item, (Measure::MetConfirmed, Basis::Requirements))
    }

    /// Heatmaps of the rows of which some share is shown, and a sentence on those of which none is.
    pub fn heatmaps(&self, of: &'static str, rows: &[(&RowKey, document::Cell)]) -> Vec<Part> {
        let is_shown = |row: &RowKey| {
            self.items.iter().any(|item| self.met(row, item).is_some_and(|c| c.percent().is_some()))
        };
        let (shown, held): (Vec<_>, Vec<_>) = rows.iter().partition(|(row, _)| is_shown(row));
        let held: Vec<String> = held.into_iter().map(|(_, about)| named(about)).collect();
        let heats = self.items.chunks(columns_most(&self.items)).map(|items| {
            let rows = shown.iter().map(|(row, about)| self.heat_row(row, about, items));
            let heads = items.iter().map(|item| head(item)).collect();
            Part::Heat(Heat { of, heads, rows: rows.collect() })
        });
        let mut parts: Vec<Part> = if shown.is_empty() { Vec::new() } else { heats.collect() };
        if !held.is_empty() {
            let held = held.join(", ");
            let said =
                format!("No share of requirements is shown of these, because {HELD_WHY}: {held}.");
            parts.push(Part::paragraph(said));
        }
        parts
    }

    fn heat_row(&self, row: &RowKey, about: &document::Cell, items: &[&str]) -> HeatRow {
        let cells = items.iter().map(|item| shaded(self.met(row, item)));
        HeatRow { about: about.clone(), cells: cells.collect() }
    }
}

/// A domain stands by its code: its title stands where domains are told one by one.
pub fn head(item: &str) -> String {
    if item == ALL { "All".to_owned() } else { item.to_owned() }
}

/// How many columns of these heads are beside each other.
pub fn columns_most(heads: &[&str]) -> usize {
    let is_short = |head: &&str| head.chars().count() <= SHORT_HEAD;
    if heads.iter().all(is_short) { COLUMNS_MOST } else { WIDE_COLUMNS_MOST }
}

fn shaded(cell: Option<&Cell>) -> Shaded {
    let Some(cell) = cell else { return Shaded::new(NOBODY, None) };
    let text = match (cell.percent(), cell.note()) {
        (Some(percent), Some(note)) => format!("{percent}% {note}"),
        (Some(percent), None) => format!("{percent}%"),
        (None, Some(note)) => note.to_string(),
        (None, None) => cell.words(),
    };
    Shaded::new(text, cell.percent())
}

/// `Name (code)`; the name alone where there is no code.
fn named(about: &document::Cell) -> String {
    match about.under.as_str() {
        "" => about.text.clone(),
        under => format!("{} ({under})", about.text),
    }
}

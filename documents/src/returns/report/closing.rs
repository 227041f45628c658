//! The end of the report: what the place measures besides, how complete the figures are, what was corrected, and how they came about.

use super::figures::Figures;
use crate::document::{Cell, Part};
use crate::returns::{said, told};
use domain::coverage::ScopeKind;
use domain::figures::counted;
use domain::returns::contents::Correction;
use domain::returns::keys::{self, ALL, Basis, Measure, RowKey};
use domain::returns::local_measures::LocalMeasure;
use domain::returns::{self, Change, Contents, Marker};

/// A report lists as many changed figures; all of them are in the workbook.
const CHANGES_MOST: usize = 200;

pub fn local_measures(contents: &Contents) -> Vec<Part> {
    let names = told::names(contents);
    let row = |of: &LocalMeasure| {
        let code = of.scope_code.as_str();
        let name = names.get(&(of.level, code)).copied().unwrap_or(code);
        let value = match &of.value {
            Some(value) if of.unit == "%" => format!("{value}%"),
            Some(value) => format!("{value} {}", of.unit),
            None => Marker::NotAvailable.to_string(),
        };
        [
            Cell::of(of.definition.as_str()).with(format!("{}. Source: {}", of.code, of.source)),
            Cell::of(name).with(format!("{} {code}", of.level.label())),
            Cell::of(of.period.words()),
            Cell::of(value),
        ]
    };
    let rows: Vec<[Cell; 4]> = contents.local_measures.iter().map(row).collect();
    let table = if rows.is_empty() {
        Part::paragraph("None was brought in for the twelve months before the reference date.")
    } else {
        Part::table([("Measure", 44), ("Where", 26), ("When", 26), ("Value", 18)], rows)
    };
    vec![Part::Section("Local measures".to_owned()), Part::paragraph(said::LOCAL_MEASURES), table]
}

/// What is assessed, of the place and of each organisation.
pub fn completeness(of: &Figures<'_>) -> Vec<Part> {
    let is_told = |row: &RowKey| {
        let is_whole = row.part == keys::Part::Everybody;
        is_whole && matches!(row.level, ScopeKind::Place | ScopeKind::Organisation)
    };
    let row = |(row, name): (&RowKey, &str)| {
        let words = of.words(row, ALL, (Measure::Assessed, Basis::Requirements));
        let under = format!("{} {}", row.level.label(), row.code);
        [Cell::of(name).with(under), Cell::of(words)]
    };
    let rows: Vec<[Cell; 2]> = of.rows(is_told).into_iter().map(row).collect();
    let mut parts = vec![
        Part::Section("How complete the figures are".to_owned()),
        Part::paragraph(
            "A requirement is assessed once anything was said of it: by the person, by somebody who confirmed it, or by recognition. \
             An organisation of which less than half is assessed is provisional, and so are its teams; where it is held back how much is (c), \
             nothing is marked.",
        ),
    ];
    if !rows.is_empty() {
        parts.push(Part::table([("Place or organisation", 70), ("Assessed", 40)], rows));
    }
    parts
}

/// Nothing where it is the first of its date.
pub fn correction(contents: &Contents) -> Vec<Part> {
    contents.correction.as_ref().map_or_else(Vec::new, |of| corrected(contents, of))
}

fn corrected(contents: &Contents, correction: &Correction) -> Vec<Part> {
    let changes = &correction.cells;
    let lines = counted(changes.len(), "figure of coverage differs", "figures of coverage differ");
    let said = format!("{lines} from {}.", correction.of);
    let mut parts = vec![Part::Section("What was corrected".to_owned()), Part::paragraph(said)];
    parts.extend(correction.others_told().map(Part::Paragraph));
    if let Some(more) = changes.len().checked_sub(CHANGES_MOST).filter(|more| *more > 0) {
        let more = counted(more, "more is", "more are");
        let listed = format!("The first {CHANGES_MOST} are listed; {more} in the workbook.");
        parts.push(Part::Paragraph(listed));
    }
    let rows: Vec<[Cell; 4]> =
        changes.iter().take(CHANGES_MOST).filter_map(|change| changed(contents, change)).collect();
    if !rows.is_empty() {
        let columns = [("Where", 34), ("What", 36), ("It was", 20), ("It is", 20)];
        parts.push(Part::table(columns, rows));
    }
    parts
}

/// In the words of the return's page.
fn changed(contents: &Contents, change: &Change<returns::Cell>) -> Option<[Cell; 4]> {
    let line = change.told(&contents.titles.items)?;
    let (place, what) =
        (Cell::of(line.place).with(line.under), Cell::of(line.item).with(line.what));
    Some([place, what, Cell::of(line.from), Cell::of(line.to)])
}

pub fn method(contents: &Contents) -> Vec<Part> {
    let mut parts = vec![Part::Section("How the figures came about".to_owned())];
    if !contents.method.is_empty() {
        parts.push(Part::Points(contents.method.clone()));
    }
    parts.push(Part::paragraph(
        "Every figure stands in the workbook coverage.xlsx and, for other programs, in the CSV files of this return.",
    ));
    parts
}

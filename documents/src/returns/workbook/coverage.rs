//! The sheets of coverage, line by line as in `coverage.csv` and `cover.csv`. What is the same in every line stands on the cover sheet.

use super::sheet::{Sheet, Value};
use super::under;
use crate::returns::{said, told};
use domain::returns::cover::CoverCell;
use domain::returns::keys::{CellKey, RowKey};
use domain::returns::method::ROUNDED;
use domain::returns::{Cell, Contents};

/// The columns that say what a figure is of.
pub const KEY: [(&str, u8); 10] = [
    ("Level", 14),
    ("Code", 14),
    ("Name", 34),
    ("Care setting", 18),
    ("Grouped by", 20),
    ("Group", 28),
    ("Domain code", 10),
    ("Domain", 38),
    ("Measure", 24),
    ("Counted in", 26),
];
const NUMBERS: [(&str, u8); 5] =
    [("How many", 11), ("Of how many", 11), ("Percent", 10), ("Band", 14), ("Note", 8)];
const COVER: [(&str, u8); 8] = [
    ("Level", 14),
    ("Code", 14),
    ("Name", 34),
    ("Domain code", 10),
    ("Domain", 38),
    ("Teams covered", 11),
    ("Of how many", 11),
    ("Note", 8),
];

/// Of roles it is told among the needs.
pub fn coverage(contents: &Contents) -> Sheet {
    let of_coverage = contents.cells.iter().filter(|cell| !cell.key.row.is_of_role());
    let row = |cell: &Cell| {
        let mut values = key(contents, &cell.key, &cell.name);
        values.extend(numbers(cell));
        values
    };
    Sheet::data(
        ("Coverage", under(contents, "Coverage")),
        vec![said::OVERLAP.to_owned(), ROUNDED.to_owned()],
        KEY.into_iter().chain(NUMBERS).collect(),
        of_coverage.map(row).collect(),
    )
}

/// What a figure is of, as [`KEY`] names it.
pub fn key(contents: &Contents, key: &CellKey, name: &str) -> Vec<Value> {
    let (setting, by, group) = told::part(&key.row.part);
    let item = key.item.as_str();
    let mut values = place(&key.row, name);
    values.extend([setting, by, group, item, told::item(contents, item)].map(Value::text));
    values.extend([key.measure.label(), key.basis.label()].map(Value::text));
    values
}

fn place(row: &RowKey, name: &str) -> Vec<Value> {
    [row.level.label(), row.code.as_str(), name].map(Value::text).to_vec()
}

fn numbers(cell: &Cell) -> [Value; 5] {
    [
        Value::whole(cell.numerator()),
        Value::whole(cell.denominator()),
        Value::percent(cell.percent()),
        cell.band().map_or(Value::Empty, |band| Value::text(band.to_string())),
        Value::note(cell.note()),
    ]
}

/// How many teams of an area are covered.
pub fn cover(contents: &Contents) -> Sheet {
    let row = |cell: &CoverCell| {
        let line = cell.line(&contents.stamp);
        let item = cell.item.as_str();
        let mut values = place(&cell.row, &cell.name);
        values.extend([item, told::item(contents, item)].map(Value::text));
        values.extend([Value::whole(line.capable_teams), Value::Whole(line.teams)]);
        values.push(Value::text(line.note));
        values
    };
    Sheet::data(
        ("Cover (k of m)", under(contents, "Teams that are covered, by area")),
        vec![said::COVER.to_owned()],
        COVER.to_vec(),
        contents.cover.iter().map(row).collect(),
    )
}

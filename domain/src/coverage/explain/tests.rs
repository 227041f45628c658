//! Explanations of a small place whose every number is counted out, and of places made at random.

mod as_read; // the worlds between two days, one person at a time
mod change; // why a figure changed
mod lives; // places in which something happens
mod number; // why a figure is what it is
mod steps; // in percentage points

use super::*;
use crate::coverage::{Facts, ItemKind, Row, ScopeKind, coverage};

/// The figure of a row.
fn figure<'a>(query: &'a Query, row: &'a Row) -> Figure<'a> {
    let group = query.group.map(|_| &*row.group);
    Figure { query, unit: row.unit, group, item_code: &row.item_code }
}

/// The counts of the row of a figure; none where nobody is asked anything.
fn counted(facts: &Facts, figure: Figure<'_>) -> Option<crate::coverage::Counts> {
    let rows = coverage(facts, figure.query);
    let is_it = |row: &&Row| {
        row.unit == figure.unit
            && row.item_code == figure.item_code
            && figure.group.is_none_or(|group| group == row.group)
    };
    rows.iter().find(is_it).map(|row| row.counts)
}

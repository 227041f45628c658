//! The sheet of what a correction changed: each figure as it was, and as it is.

use super::coverage::{KEY, key};
use super::sheet::{Sheet, Value};
use super::under;
use domain::returns::contents::Correction;
use domain::returns::{Cell, Change, Contents};

const NUMBERS: [(&str, u8); 8] = [
    ("How many before", 11),
    ("Of how many before", 11),
    ("Percent before", 10),
    ("Note before", 8),
    ("How many now", 11),
    ("Of how many now", 11),
    ("Percent now", 10),
    ("Note now", 8),
];

/// A figure that there was not before, or is not now, has neither numbers nor a note on that side.
pub fn changes(contents: &Contents, correction: &Correction) -> Sheet {
    let row = |change: &Change<Cell>| {
        // One of the two is there.
        let known = change.to.as_ref().or(change.from.as_ref());
        let mut values = known.map_or_else(Vec::new, |cell| key(contents, &cell.key, &cell.name));
        values
            .extend([&change.from, &change.to].into_iter().flat_map(|side| numbers(side.as_ref())));
        values
    };
    let mut lines = vec![format!("It corrects {}. Why: {}", correction.of, correction.reason)];
    lines.extend(correction.others_told());
    Sheet::data(
        ("Changes", under(contents, "What was corrected")),
        lines,
        KEY.into_iter().chain(NUMBERS).collect(),
        correction.cells.iter().map(row).collect(),
    )
}

fn numbers(cell: Option<&Cell>) -> [Value; 4] {
    [
        Value::whole(cell.and_then(Cell::numerator)),
        Value::whole(cell.and_then(Cell::denominator)),
        Value::percent(cell.and_then(Cell::percent)),
        Value::note(cell.and_then(Cell::note)),
    ]
}

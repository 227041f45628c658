//! How many teams of each area are covered, in the report.

use super::figures::{columns_most, head};
use crate::document::{Cell, Part};
use crate::heat::{Heat, HeatRow, Shaded};
use crate::returns::{said, told};
use domain::returns::cover::CoverCell;
use domain::returns::keys::RowKey;
use domain::returns::{Contents, Marker};
use std::collections::{BTreeMap, BTreeSet};

/// Areas by domains: `5 of 8`.
pub fn cover(contents: &Contents) -> Vec<Part> {
    let mut areas: BTreeMap<&RowKey, BTreeMap<&str, &CoverCell>> = BTreeMap::new();
    for cell in &contents.cover {
        areas.entry(&cell.row).or_default().insert(&cell.item, cell);
    }
    let items: BTreeSet<&str> = contents.cover.iter().map(|cell| cell.item.as_str()).collect();
    let items: Vec<&str> = items.into_iter().collect();
    let heats = items.chunks(columns_most(&items)).map(|items| {
        let rows = areas.values().filter_map(|cells| cover_row(cells, items)).collect();
        let heads = items.iter().map(|item| head(item)).collect();
        Part::Heat(Heat { of: "Area", heads, rows })
    });
    let mut parts =
        vec![Part::Section("Teams that are covered".to_owned()), Part::paragraph(said::COVER)];
    parts.extend(heats);
    if items.is_empty() {
        parts.push(Part::paragraph("No area has enough teams for this."));
    }
    parts
}

fn cover_row(cells: &BTreeMap<&str, &CoverCell>, items: &[&str]) -> Option<HeatRow> {
    let first = cells.values().next()?;
    let under = format!("{} {}", first.row.level.label(), first.row.code);
    let shaded = |item: &&str| match cells.get(item) {
        None => Shaded::new(told::NOTHING, None),
        Some(cell) => covered(cell),
    };
    let cells = items.iter().map(shaded).collect();
    Some(HeatRow { about: Cell::of(first.name.as_str()).with(under), cells })
}

fn covered(cell: &CoverCell) -> Shaded {
    match cell.capable {
        None => Shaded::new(format!("{} of {}", Marker::Confidential, cell.teams), None),
        Some(capable) => {
            let percent = (100 * capable).checked_div(cell.teams);
            Shaded::new(format!("{capable} of {}", cell.teams), percent)
        }
    }
}

//! A return as it is prepared: everything that is computed from one state of the facts, and from the returns before it.

use super::cover::{self, CoverCell};
use super::families::families;
use super::needs::need_families;
use super::published::{Frozen, Publication, publish};
use super::rows::{ReturnRow, rows};
use super::shortfalls::Need;
use crate::coverage::Facts;
use crate::organisations::AreaIndex;
use chrono::NaiveDate;

/// What the files are made of. From the same facts and the same earlier returns it is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// Exact: for the checks, and for nobody who may not see exact figures.
    pub rows: Vec<ReturnRow>,
    pub publication: Publication,
    pub cover: Vec<CoverCell>,
    /// The gaps by role and competency, without the lead's words.
    pub gaps: Vec<Need>,
}

/// Prepares the return of a place as at a day. `earlier` is what was kept of every submitted return of the place, and of those of other
/// places that have a team of it, in the order of their names.
pub fn prepare(facts: &Facts, place: AreaIndex, day: NaiveDate, earlier: &[Frozen]) -> Prepared {
    let rows = rows(facts, place, day);
    let families = families(facts, place, day);
    let teams = cover::teams(facts, place, day);
    let cover = cover::cover(&rows, &families, (&teams, earlier));
    let code = facts.places.areas.get(place).map_or("", |area| &area.code);
    let needs = need_families(facts, code, day);
    let mut publication = publish(&rows, (families, needs), earlier);
    publication.frozen.cover = cover::frozen(&cover, teams);
    let gaps = publication.cells.iter().filter_map(Need::gap).collect();
    Prepared { rows, publication, cover, gaps }
}

#[cfg(test)]
mod tests;

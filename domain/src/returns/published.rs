//! What is published of exact rows: each count by the disclosure rule, all of them held against each other and against every return
//! that was submitted before (rules, section 6, clauses 1 to 9).

use super::attendance::FrozenAttendance;
use super::cells::Cell;
use super::cover::FrozenCover;
use super::exact::{Exact, exact};
use super::families::Family;
use super::keys::{ALL, CellKey, Measure, Part, RowKey};
use super::needs::NeedFamily;
use super::relations::Web;
use super::rows::ReturnRow;
use crate::coverage::ScopeKind;
use crate::disclosure::Shown;
use crate::disclosure::audit::audited;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A count of a submitted return, and how it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCell {
    pub exact: Exact,
    pub shown: Shown,
}

/// What is kept of a return so that later ones can be held against it. It is exact: it stands in no file, and nobody reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    pub cells: Vec<FrozenCell>,
    pub families: Vec<Family>,
    pub needs: Vec<NeedFamily>,
    /// By item; [`publish`] leaves it empty.
    #[serde(default)]
    pub cover: Vec<FrozenCover>,
    /// As `cover`.
    #[serde(default)]
    pub attendance: Vec<FrozenAttendance>,
}

/// A return's counts, ready for its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Sorted by their keys. Those of roles are for the needs.
    pub cells: Vec<Cell>,
    pub frozen: Frozen,
    /// Held, and yet not shown to keep 3 possible numbers: for the checks before approval.
    pub open: Vec<CellKey>,
}

/// What is published of the rows, beside every earlier submitted return of the place, and of other places that have a team of it: in
/// the order of their names.
pub fn publish(
    rows: &[ReturnRow],
    (families, needs): (Vec<Family>, Vec<NeedFamily>),
    earlier: &[Frozen],
) -> Publication {
    let counts = exact(rows);
    let mut web = Web::default();
    for frozen in earlier {
        web.add_earlier(frozen);
    }
    let places = web.add_now(&counts, &families, &needs);
    let audited = audited(&web.counts, &web.relations());
    let open: BTreeSet<usize> = audited.open.into_iter().collect();
    let told = assessed_told(counts.iter().zip(&places), &audited.shown);
    let provisional = provisional(rows, &families, &told);
    let mut published = Publication::default();
    for (exact, at) in counts.iter().zip(places) {
        let Some(shown) = audited.shown.get(at).copied() else { continue };
        let is_provisional = provisional.contains(&exact.key.row);
        if !exact.is_hidden {
            published.cells.push(Cell::new(exact, shown, is_provisional));
        }
        published.frozen.cells.push(FrozenCell { exact: exact.clone(), shown });
        if open.contains(&at) {
            published.open.push(exact.key.clone());
        }
    }
    (published.frozen.families, published.frozen.needs) = (families, needs);
    published
}

/// Whether it is all that is asked of an organisation, of which less than half is assessed (rules, section 7).
pub fn is_under_half(row: &ReturnRow) -> bool {
    let is_organisation = row.key.level == ScopeKind::Organisation && row.item == ALL;
    is_organisation
        && row.key.part == Part::Everybody
        && 2 * row.counts.assessed < row.counts.required
}

/// The rows of which it is published how much is assessed.
fn assessed_told<'a>(
    counts: impl Iterator<Item = (&'a Exact, &'a usize)>,
    shown: &[Shown],
) -> BTreeSet<&'a RowKey> {
    let is_told = |(exact, at): &(&Exact, &usize)| {
        let is_whole = exact.key.item == ALL && exact.key.measure == Measure::Assessed;
        is_whole && shown.get(**at).is_some_and(|shown| !shown.is_held())
    };
    counts.filter(is_told).map(|(exact, _)| &exact.key.row).collect()
}

/// Organisations that are under half, and their teams, where it is `told` how much of the organisation is assessed: of a few people, that it
/// is less than half would say of each that they meet nothing, beside whichever number it stands.
fn provisional(
    rows: &[ReturnRow],
    families: &[Family],
    told: &BTreeSet<&RowKey>,
) -> BTreeSet<RowKey> {
    let under_half = rows.iter().filter(|row| is_under_half(row) && told.contains(&row.key));
    let mut provisional: BTreeSet<RowKey> = under_half.map(|row| row.key.clone()).collect();
    let of_them = families.iter().filter(|family| provisional.contains(&family.parent));
    let teams: Vec<RowKey> = of_them.flat_map(|family| family.children.iter().cloned()).collect();
    provisional.extend(teams);
    provisional
}

#[cfg(test)]
mod tests;

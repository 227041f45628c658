//! What is published of exact rows: each count by the disclosure rule, all of them held against each other and against every return
//! that was submitted before (rules, section 6, clauses 1 to 9).

use super::cells::Cell;
use super::exact::{Exact, exact};
use super::families::Family;
use super::keys::{ALL, CellKey, Part, RowKey};
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

/// What is published of the rows, beside every earlier submitted return of the place, in the order of their names.
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
    let provisional = provisional(rows, &families);
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

/// Organisations of which less than half of what is asked is assessed, and their teams (rules, section 7).
pub fn provisional(rows: &[ReturnRow], families: &[Family]) -> BTreeSet<RowKey> {
    let is_under_half = |row: &&ReturnRow| {
        let is_organisation = row.key.level == ScopeKind::Organisation && row.item == ALL;
        is_organisation
            && row.key.part == Part::Everybody
            && 2 * row.counts.assessed < row.counts.required
    };
    let mut provisional: BTreeSet<RowKey> =
        rows.iter().filter(is_under_half).map(|row| row.key.clone()).collect();
    let of_them = families.iter().filter(|family| provisional.contains(&family.parent));
    let teams: Vec<RowKey> = of_them.flat_map(|family| family.children.iter().cloned()).collect();
    provisional.extend(teams);
    provisional
}

#[cfg(test)]
mod tests;

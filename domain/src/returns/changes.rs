//! What differs between two revisions of a return, line by line: a correction lists exactly these (rules, section 7).

use super::cells::Cell;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of a return that can be told from every other one.
pub trait Keyed {
    type Key: Ord + Clone;

    fn key(&self) -> Self::Key;
}

impl Keyed for Cell {
    type Key = super::keys::CellKey;

    fn key(&self) -> Self::Key {
        self.key.clone()
    }
}

/// What became of one line. Both are there where it is another now; never neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<T> {
    /// `None` where the line was added.
    pub from: Option<T>,
    /// `None` where it was removed.
    pub to: Option<T>,
}

/// The lines that differ, in the order of their keys. Which return a line stands in is no part of it, so it never changes.
pub fn changes<T: Keyed + Clone + PartialEq>(before: &[T], after: &[T]) -> Vec<Change<T>> {
    let mut lines: BTreeMap<T::Key, Change<T>> = BTreeMap::new();
    for line in before {
        lines.insert(line.key(), Change { from: Some(line.clone()), to: None });
    }
    for line in after {
        lines.entry(line.key()).or_insert(Change { from: None, to: None }).to = Some(line.clone());
    }
    lines.into_values().filter(|change| change.from != change.to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ScopeKind;
    use crate::disclosure::people;
    use crate::returns::keys::{Basis, Measure, RowKey};
    use proptest::prelude::*;

    /// One team for each.
    fn cells(of: &BTreeMap<u8, (u32, bool)>) -> Vec<Cell> {
        let cell = |(team, (met, is_provisional)): (&u8, &(u32, bool))| {
            let row = RowKey::whole(ScopeKind::Team, &format!("T{team:03}"));
            let key = row.cell("A", Measure::MetConfirmed, Basis::PeopleAll);
            Cell {
                key,
                name: "Team".into(),
                shown: people(*met, 60),
                is_provisional: *is_provisional,
            }
        };
        of.iter().map(cell).collect()
    }

    fn applied(before: &[Cell], changes: &[Change<Cell>]) -> Vec<Cell> {
        let mut lines: BTreeMap<_, _> =
            before.iter().map(|cell| (cell.key(), cell.clone())).collect();
        for change in changes {
            match (&change.from, &change.to) {
                (_, Some(to)) => lines.insert(to.key(), to.clone()),
                (Some(from), None) => lines.remove(&from.key()),
                (None, None) => panic!("nothing became nothing"),
            };
        }
        lines.into_values().collect()
    }

    fn some() -> impl Strategy<Value = BTreeMap<u8, (u32, bool)>> {
        prop::collection::btree_map(0_u8..12, (0_u32..=60, any::<bool>()), 0..10)
    }

    proptest! {
        #[test]
        fn the_changes_and_the_old_lines_make_the_new_ones((before, after) in (some(), some())) {
            let (before, after) = (cells(&before), cells(&after));
            let changed = changes(&before, &after);
            prop_assert_eq!(applied(&before, &changed), after.clone());
            prop_assert!(changed.iter().all(|change| change.from != change.to));
            let mut backwards = changes(&after, &before);
            for change in &mut backwards {
                std::mem::swap(&mut change.from, &mut change.to);
            }
            prop_assert_eq!(backwards, changed);
        }

        #[test]
        fn nothing_changes_from_itself_in_whatever_order(of in some()) {
            let lines = cells(&of);
            let reversed: Vec<Cell> = lines.iter().rev().cloned().collect();
            prop_assert_eq!(changes(&lines, &reversed), vec![]);
        }
    }

    #[test]
    fn what_is_shown_alike_has_not_changed() {
        let lines = |met| cells(&BTreeMap::from([(1, (met, false))]));
        // 3 and 4 of 60 are both held with the same band, 30 and 31 are both shown as 30.
        assert_eq!(changes(&lines(3), &lines(4)), vec![]);
        assert_eq!(changes(&lines(30), &lines(31)), vec![]);
        assert_eq!(changes(&lines(3), &lines(30)).len(), 1);
    }
}

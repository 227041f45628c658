//! Everything that the files of a return say: they are written from this alone, so that no two of them can disagree.

use super::changes::{Keyed, changes};
use super::cover::CoverCell;
use super::local_measures::LocalMeasure;
use super::sessions::PublishedSession;
use super::shortfalls::Need;
use super::{Cell, Change, ReturnId, RowKey, Stamp};
use crate::figures::counted;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands in the files of one revision. No name of a person and no time of day is in it, so that the same data makes the same
/// files whoever prepares it, and whenever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    pub stamp: Stamp,
    /// The name of the place.
    pub place: String,
    /// Whom it is for, on its reference date.
    pub recipient: String,
    /// The name of the framework whose version is asked for.
    pub framework: String,
    /// In the order of their keys. Those of roles are among the needs.
    pub cells: Vec<Cell>,
    pub cover: Vec<CoverCell>,
    pub sessions: Vec<PublishedSession>,
    pub needs: Vec<Need>,
    pub local_measures: Vec<LocalMeasure>,
    /// What the figures say, in sentences.
    pub findings: Vec<String>,
    /// How the figures came about, in sentences.
    pub method: Vec<String>,
    pub titles: Titles,
    /// In which area each narrower area and each team lies, as [`within`](super::families::within) tells it.
    #[serde(with = "pairs")]
    pub within: BTreeMap<RowKey, RowKey>,
    /// What is another number than in the revision before; `None` for a first one.
    pub correction: Option<Correction>,
}

/// What codes are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// Domains, and the competencies of the needs.
    pub items: BTreeMap<String, String>,
    /// Roles of the needs.
    pub roles: BTreeMap<String, String>,
}

/// What a revision corrects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The revision before.
    pub of: ReturnId,
    /// In the words of whoever corrects it.
    pub reason: String,
    /// Lines of coverage that differ, in the order of their keys.
    pub cells: Vec<Change<Cell>>,
    /// How many lines of the other tables differ, by the name of the file.
    pub others: BTreeMap<String, usize>,
}

impl Correction {
    /// How many lines of the other tables differ, by the names of their files; `None` where none does.
    pub fn others_told(&self) -> Option<String> {
        let files = self.others.iter().filter(|(_, lines)| **lines > 0);
        let told =
            files.map(|(file, lines)| format!("{} of {file}", counted(*lines, "line", "lines")));
        let told = told.collect::<Vec<_>>();
        (!told.is_empty()).then(|| format!("Other tables that changed: {}.", told.join(", ")))
    }

    /// What is another line now than in the revision before, for a reason.
    pub fn of(before: &Contents, now: &Contents, reason: &str) -> Self {
        let others = [
            ("cover.csv", differing(&before.cover, &now.cover)),
            ("sessions.csv", differing(&before.sessions, &now.sessions)),
            ("needs.csv", differing(&before.needs, &now.needs)),
            ("local_measures.csv", differing(&before.local_measures, &now.local_measures)),
        ];
        let others = others.into_iter().filter(|(_, many)| *many > 0);
        Self {
            of: before.stamp.id.clone(),
            reason: reason.to_owned(),
            cells: changes(&before.cells, &now.cells),
            others: others.map(|(file, many)| (file.to_owned(), many)).collect(),
        }
    }
}

/// A map whose keys have several parts, as a list of pairs: where contents are kept as JSON, a key can be nothing but text.
mod pairs {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::collections::BTreeMap;

    pub fn serialize<K, V, S>(map: &BTreeMap<K, V>, to: S) -> Result<S::Ok, S::Error>
    where
        K: Serialize,
        V: Serialize,
        S: Serializer,
    {
        to.collect_seq(map)
    }

    pub fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Vec::<(K, V)>::deserialize(from)?.into_iter().collect())
    }
}

fn differing<T: Keyed + Clone + PartialEq>(before: &[T], now: &[T]) -> usize {
    changes(before, now).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ScopeKind;
    use crate::disclosure::people;
    use crate::returns::shortfalls::NeedKind;
    use crate::returns::{Basis, Measure};

    fn contents(id: &str, met: u32, waiting: u32) -> Contents {
        let row = RowKey::whole(ScopeKind::Team, "T1");
        let key = row.cell("A", Measure::MetConfirmed, Basis::PeopleAll);
        let shown = people(met, 60);
        let cell = Cell { key, name: "Team".into(), shown, is_provisional: false };
        let requests = (NeedKind::UnmetRequests, "");
        Contents {
            stamp: Stamp { id: id.parse().unwrap(), framework_version: 1 },
            place: "P".into(),
            recipient: String::new(),
            framework: String::new(),
            cells: vec![cell],
            cover: vec![],
            sessions: vec![],
            needs: vec![Need::short(("P", "P"), requests, (Some(waiting), Some(9)))],
            local_measures: vec![],
            findings: vec![],
            method: vec![],
            titles: Titles::default(),
            within: BTreeMap::new(),
            correction: None,
        }
    }

    #[test]
    fn a_correction_lists_the_cells_that_changed_and_counts_the_other_lines() {
        let before = contents("P-2026-03-31-r1", 30, 3);
        let of = |met, waiting| {
            Correction::of(
                &before,
                &contents("P-2026-03-31-r2", met, waiting),
                "A team was missing",
            )
        };
        let same = of(30, 3);
        assert_eq!((same.of.to_string().as_str(), same.cells.len()), ("P-2026-03-31-r1", 0));
        assert!(same.others.is_empty() && same.others_told().is_none());
        let other = of(40, 4);
        let changed = other.cells[0].told(&BTreeMap::new()).unwrap();
        assert_eq!([changed.from, changed.to], ["30 of 60, 50%", "40 of 60, 67%"]);
        assert_eq!(other.others, BTreeMap::from([("needs.csv".to_owned(), 1)]));
        let told = "Other tables that changed: 1 line of needs.csv.";
        assert_eq!(other.others_told().unwrap(), told);
    }
}

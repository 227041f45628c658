//! A published cell, and the line it becomes in `coverage.csv`: numbers stay numbers, and a marker stands in the note.

use super::exact::Exact;
use super::id::ReturnId;
use super::keys::CellKey;
use crate::disclosure::{Band, RULE, Shown};
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Why a number is missing, or what to think of one that is there.
    Marker, "note of a return" {
        Confidential "c" "Held back, so that nobody can be pointed at",
        NotApplicable "z" "There is nobody to count",
        NotAvailable "x" "Not recorded",
        Provisional "p" "Provisional: less than half of what is asked there is assessed",
    }
}

/// What is published of one count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub key: CellKey,
    /// The name of the area, organisation or team.
    pub name: String,
    pub shown: Shown,
    pub is_provisional: bool,
}

/// What every line of a return's files begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub id: ReturnId,
    pub framework_version: i32,
}

impl Cell {
    pub fn new(exact: &Exact, shown: Shown, is_provisional: bool) -> Self {
        Self { key: exact.key.clone(), name: exact.name.clone(), shown, is_provisional }
    }

    /// How many are met, rounded.
    pub const fn numerator(&self) -> Option<u32> {
        match self.shown {
            Shown::People { met, .. } => Some(met),
            _ => None,
        }
    }

    /// Of how many.
    pub const fn denominator(&self) -> Option<u32> {
        match self.shown {
            Shown::People { of, .. } => Some(of),
            Shown::Held { of, .. } => of,
            _ => None,
        }
    }

    /// In whole percent.
    pub const fn percent(&self) -> Option<u32> {
        match self.shown {
            Shown::People { percent, .. } => percent,
            Shown::Percent(percent) => Some(percent),
            _ => None,
        }
    }

    /// What can be said of a large count that is held. The long file has no column for it: pages, the workbook and the report
    /// show it.
    pub const fn band(&self) -> Option<Band> {
        match self.shown {
            Shown::Held { band, .. } => band,
            _ => None,
        }
    }

    /// One marker at most: of a number that is not there, it is no news that it is provisional.
    pub const fn note(&self) -> Option<Marker> {
        match self.shown {
            Shown::Held { .. } => Some(Marker::Confidential),
            Shown::Nobody => Some(Marker::NotApplicable),
            _ if self.is_provisional => Some(Marker::Provisional),
            _ => None,
        }
    }

    /// As pages and the report show it: `35 of 48, 73%`, `c of 22`; one that is provisional says so.
    pub fn words(&self) -> String {
        match self.note() {
            Some(Marker::Provisional) => format!("{}, provisional", self.shown),
            _ => self.shown.to_string(),
        }
    }

    /// As a line of `coverage.csv`.
    pub fn line(&self, stamp: &Stamp) -> CoverageLine {
        let CellKey { row, item, measure, basis } = &self.key;
        let (care_setting, staff_classification, staff_group) = row.part.columns();
        CoverageLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            framework_version: stamp.framework_version,
            geography_level: row.level.code().to_owned(),
            org_code: row.code.clone(),
            org_name: self.name.clone(),
            care_setting: care_setting.to_owned(),
            staff_classification: staff_classification.to_owned(),
            staff_group: staff_group.to_owned(),
            domain_code: item.clone(),
            measure: measure.code().to_owned(),
            basis: basis.code().to_owned(),
            numerator: self.numerator(),
            denominator: self.denominator(),
            percent: self.percent(),
            note: marked(self.note()),
            disclosure_rule: RULE.to_owned(),
        }
    }
}

/// The marker as it stands in a file; empty where there is none.
pub(super) fn marked(note: Option<Marker>) -> String {
    note.map_or("", Marker::code).to_owned()
}

/// A line of `coverage.csv`: its columns by name and in order (contract, "Return files").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub framework_version: i32,
    pub geography_level: String,
    pub org_code: String,
    pub org_name: String,
    pub care_setting: String,
    pub staff_classification: String,
    pub staff_group: String,
    pub domain_code: String,
    pub measure: String,
    pub basis: String,
    pub numerator: Option<u32>,
    pub denominator: Option<u32>,
    pub percent: Option<u32>,
    pub note: String,
    pub disclosure_rule: String,
}

/// The lines of `coverage.csv`, in the order of the cells' keys. Rows of roles are among the needs.
pub fn coverage_lines(stamp: &Stamp, cells: &[Cell]) -> Vec<CoverageLine> {
    let of_coverage = cells.iter().filter(|cell| !cell.key.row.is_of_role());
    let mut sorted: Vec<&Cell> = of_coverage.collect();
    sorted.sort_by(|a, b| a.key.cmp(&b.key));
    sorted.into_iter().map(|cell| cell.line(stamp)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ScopeKind;
    use crate::disclosure::people;
    use crate::returns::keys::{Basis, Measure, Part, RowKey};
    use crate::returns::tests::columns_of;

    fn cell(code: &str, shown: Shown, is_provisional: bool) -> Cell {
        let row = RowKey::whole(ScopeKind::Team, code);
        let key = row.cell("A", Measure::MetConfirmed, Basis::PeopleAll);
        Cell { key, name: code.to_owned(), shown, is_provisional }
    }

    #[test]
    fn the_columns_are_those_of_the_contract() {
        let contract = "return_id, reference_date, framework_version, geography_level, org_code, org_name, care_setting, \
            staff_classification, staff_group, domain_code, measure, basis, numerator, denominator, percent, note, \
            disclosure_rule";
        assert_eq!(columns_of::<CoverageLine>().join(", "), contract);
    }

    #[test]
    fn numbers_stay_numbers_and_one_marker_stands_beside_them() {
        let told = |met, of, is_provisional| {
            let cell = cell("T", people(met, of), is_provisional);
            (cell.numerator(), cell.denominator(), cell.percent(), marked(cell.note()))
        };
        assert_eq!(told(33, 48, false), (Some(35), Some(48), Some(73), String::new()));
        assert_eq!(told(33, 48, true), (Some(35), Some(48), Some(73), "p".to_owned()));
        assert_eq!(told(3, 22, true), (None, Some(22), None, "c".to_owned()));
        assert_eq!(told(0, 0, true), (None, None, None, "z".to_owned()));
    }

    #[test]
    fn lines_stand_in_one_order_and_roles_are_not_among_them() {
        let mut cells = ["T2", "T10", "T1"].map(|code| cell(code, people(8, 17), false)).to_vec();
        let place = RowKey::part(ScopeKind::Place, "P", Part::Role("N".to_owned()));
        cells.push(Cell {
            key: place.cell("A-1", Measure::MetConfirmed, Basis::PeopleAll),
            ..cells[0].clone()
        });
        let stamp = Stamp { id: "P-2026-03-31-r1".parse().unwrap(), framework_version: 1 };
        let lines = coverage_lines(&stamp, &cells);
        let codes: Vec<&str> = lines.iter().map(|line| line.org_code.as_str()).collect();
        assert_eq!(codes, ["T1", "T10", "T2"]);
        assert_eq!(
            (lines[0].return_id.as_str(), lines[0].disclosure_rule.as_str()),
            ("P-2026-03-31-r1", "R5-8")
        );
    }
}

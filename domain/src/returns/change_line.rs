//! A changed cell as a line of `changes.csv`: what names it, what was published before, and what is published now (rules, section 7).

use super::cells::{Cell, Stamp, marked};
use super::changes::Change;
use super::contents::Correction;
use super::id::ReturnId;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What became of a cell since the revision before.
    Became, "change of a cell" {
        Added "added" "It was not there",
        Removed "removed" "It is not there any more",
        Changed "changed" "It is another now",
    }
}

/// A line of `changes.csv`. Bands stand in it, although `coverage.csv` has none: a changed band is a changed cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    pub return_id: String,
    /// The revision before.
    pub corrects: String,
    pub reference_date: NaiveDate,
    pub geography_level: String,
    pub org_code: String,
    pub org_name: String,
    pub care_setting: String,
    pub staff_classification: String,
    pub staff_group: String,
    pub domain_code: String,
    pub measure: String,
    pub basis: String,
    pub change: String,
    pub from_numerator: Option<u32>,
    pub from_denominator: Option<u32>,
    pub from_percent: Option<u32>,
    pub from_band: String,
    pub from_note: String,
    pub to_numerator: Option<u32>,
    pub to_denominator: Option<u32>,
    pub to_percent: Option<u32>,
    pub to_band: String,
    pub to_note: String,
}

/// What is told of a cell; nothing of one that there is not.
#[derive(Default)]
struct Told {
    numerator: Option<u32>,
    denominator: Option<u32>,
    percent: Option<u32>,
    band: String,
    note: String,
}

/// The lines of `changes.csv`, in the order of the cells' keys. Rows of roles are among the needs, as in `coverage.csv`.
pub fn change_lines(stamp: &Stamp, correction: &Correction) -> Vec<ChangeLine> {
    let named = correction.cells.iter().filter_map(|change| Some((either(change)?, change)));
    let mut named: Vec<(&Cell, &Change<Cell>)> =
        named.filter(|(cell, _)| !cell.key.row.is_of_role()).collect();
    named.sort_by_key(|(cell, _)| &cell.key);
    named.into_iter().map(|of| line(stamp, &correction.of, of)).collect()
}

/// The cell as it is now, or as it was.
fn either(change: &Change<Cell>) -> Option<&Cell> {
    change.to.as_ref().or(change.from.as_ref())
}

fn line(stamp: &Stamp, of: &ReturnId, (cell, change): (&Cell, &Change<Cell>)) -> ChangeLine {
    let key = cell.line(stamp);
    let (from, to) = (told(change.from.as_ref()), told(change.to.as_ref()));
    ChangeLine {
        return_id: key.return_id,
        corrects: of.to_string(),
        reference_date: key.reference_date,
        geography_level: key.geography_level,
        org_code: key.org_code,
        org_name: key.org_name,
        care_setting: key.care_setting,
        staff_classification: key.staff_classification,
        staff_group: key.staff_group,
        domain_code: key.domain_code,
        measure: key.measure,
        basis: key.basis,
        change: became(change).code().to_owned(),
        from_numerator: from.numerator,
        from_denominator: from.denominator,
        from_percent: from.percent,
        from_band: from.band,
        from_note: from.note,
        to_numerator: to.numerator,
        to_denominator: to.denominator,
        to_percent: to.percent,
        to_band: to.band,
        to_note: to.note,
    }
}

const fn became(change: &Change<Cell>) -> Became {
    match (&change.from, &change.to) {
        (None, _) => Became::Added,
        (Some(_), None) => Became::Removed,
        (Some(_), Some(_)) => Became::Changed,
    }
}

fn told(cell: Option<&Cell>) -> Told {
    let Some(cell) = cell else { return Told::default() };
    Told {
        numerator: cell.numerator(),
        denominator: cell.denominator(),
        percent: cell.percent(),
        band: cell.band().map(|band| band.to_string()).unwrap_or_default(),
        note: marked(cell.note()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ScopeKind;
    use crate::disclosure::people;
    use crate::returns::keys::{Basis, Measure, Part, RowKey};
    use std::collections::BTreeMap;

    fn cell(row: &RowKey, met: u32) -> Cell {
        let key = row.cell("A", Measure::MetConfirmed, Basis::PeopleAll);
        Cell { key, name: row.code.clone(), shown: people(met, 60), is_provisional: false }
    }

    #[test]
    fn a_line_names_the_cell_and_tells_both_sides_of_it() {
        let team = |code| RowKey::whole(ScopeKind::Team, code);
        let role = RowKey::part(ScopeKind::Place, "P", Part::Role("N".to_owned()));
        let cells = vec![
            Change { from: Some(cell(&team("T3"), 30)), to: None },
            Change { from: Some(cell(&team("T1"), 3)), to: Some(cell(&team("T1"), 30)) },
            Change { from: None, to: Some(cell(&team("T2"), 57)) },
            Change { from: None, to: Some(cell(&role, 30)) },
        ];
        let of = "P-2026-03-31-r1".parse().unwrap();
        let correction =
            Correction { of, reason: String::new(), cells, others: BTreeMap::default() };
        let stamp = Stamp { id: "P-2026-03-31-r2".parse().unwrap(), framework_version: 1 };
        let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let told: Vec<String> = change_lines(&stamp, &correction)
            .iter()
            .map(|line| {
                let from = format!(
                    "{} {} {}",
                    number(line.from_numerator),
                    line.from_band,
                    line.from_note
                );
                let to = format!("{} {} {}", number(line.to_numerator), line.to_band, line.to_note);
                format!("{} {}: {from}; {to}", line.org_code, line.change)
            })
            .collect();
        // Of 60, 3 are held with a band and 57 leave 3; 30 are shown.
        let expected = [
            "T1 changed: - 20% or less c; 30  ",
            "T2 added: -  ; - 80% or more c",
            "T3 removed: 30  ; -  ",
        ];
        assert_eq!(told, expected);
    }
}

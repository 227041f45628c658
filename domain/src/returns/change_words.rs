//! A changed cell as people read it: by titles and not by codes, the same on pages and in the report.

use super::cells::Cell;
use super::changes::Change;
use super::keys::{ALL, RowKey};
use super::views::ChangedLine;
use std::collections::BTreeMap;

/// Stands where there is no such cell.
const NOT_THERE: &str = "—";

impl Change<Cell> {
    /// What changed, in words: `titles` are those of domains by their codes. A domain without one is told by its code. `None` of a change of
    /// nothing, which there never is.
    pub fn told(&self, titles: &BTreeMap<String, String>) -> Option<ChangedLine> {
        let known = self.to.as_ref().or(self.from.as_ref())?;
        let key = &known.key;
        let side =
            |cell: &Option<Cell>| cell.as_ref().map_or_else(|| NOT_THERE.to_owned(), Cell::words);
        let (place, under) = named(&key.row, &known.name);
        Some(ChangedLine {
            place,
            under,
            item: item(&key.item, titles),
            what: key.measure.told_in(key.basis).to_owned(),
            from: side(&self.from),
            to: side(&self.to),
        })
    }
}

/// The row by its name, and what it is beneath.
fn named(row: &RowKey, name: &str) -> (String, String) {
    let whole = format!("{} {}", row.level.label(), row.code);
    match row.part.told() {
        None => (name.to_owned(), whole),
        Some((part, by)) => (format!("{name}: {part}"), format!("{whole}, by {by}")),
    }
}

fn item(code: &str, titles: &BTreeMap<String, String>) -> String {
    match (code, titles.get(code)) {
        (ALL, _) => "Everything asked".to_owned(),
        (code, Some(title)) => format!("{title} ({code})"),
        (code, None) => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::CareSetting;
    use crate::coverage::ScopeKind;
    use crate::disclosure::{Shown, people};
    use crate::returns::keys::{Basis, Measure, Part};

    fn cell(part: Part, item: &str, of: (Measure, Basis), shown: Shown) -> Cell {
        let row = RowKey::part(ScopeKind::Place, "TH", part);
        let key = row.cell(item, of.0, of.1);
        Cell { key, name: "Tower Hamlets".to_owned(), shown, is_provisional: false }
    }

    fn told(from: Option<Cell>, to: Option<Cell>) -> [String; 6] {
        let titles = BTreeMap::from([("RSK".to_owned(), "Risk assessment".to_owned())]);
        let ChangedLine { place, under, item, what, from, to } =
            Change { from, to }.told(&titles).unwrap();
        [place, under, item, what, from, to]
    }

    #[test]
    fn a_change_is_told_by_titles_as_it_was_shown_and_as_it_is() {
        let of = (Measure::MetConfirmed, Basis::PeopleAll);
        let team = |met| cell(Part::Everybody, "RSK", of, people(met, 60));
        let whole = ["Tower Hamlets", "Place TH", "Risk assessment (RSK)"];
        let what = "People with everything met";
        // Of 60, 3 are held with a band, 30 are half.
        let sides = ["c of 60, 20% or less", "30 of 60, 50%"];
        assert_eq!(
            told(Some(team(3)), Some(team(30))),
            [whole[0], whole[1], whole[2], what, sides[0], sides[1]]
        );
        assert_eq!(told(Some(team(30)), None)[4..], [sides[1], "—"]);
        assert_eq!(told(None, Some(team(30)))[4..], ["—", sides[1]]);
    }

    #[test]
    fn no_code_of_ours_stands_in_it() {
        let setting = Part::Setting(CareSetting::PrimaryCare);
        let of = (Measure::MetRecognised, Basis::PeopleAll);
        let of_setting = told(None, Some(cell(setting, "EMG", of, people(30, 60))));
        assert_eq!(
            of_setting[..4],
            [
                "Tower Hamlets: Primary care",
                "Place TH, by care setting",
                "EMG",
                "People with everything met, some of it by recognition",
            ]
        );
        let of = (Measure::Assessed, Basis::Requirements);
        let of_all = told(None, Some(cell(Part::Everybody, ALL, of, Shown::Percent(62))));
        assert_eq!(of_all[2..], ["Everything asked", "Requirements assessed", "—", "62%"]);
    }
}

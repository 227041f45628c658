//! What the figures say, in sentences for the report and the page: computed from what is published, so they tell nothing more.

use super::cells::Cell;
use super::keys::{ALL, Basis, CellKey, Measure, Part};
use super::method::HELD_WHY;
use crate::coverage::ScopeKind;
use crate::dates::spoken;
use crate::figures::counted;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the thinnest domains are named.
const THINNEST: usize = 3;

/// What findings are computed from.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    pub cells: &'a [Cell],
    /// The submitted return before, and its day.
    pub before: Option<(&'a [Cell], NaiveDate)>,
    /// The titles of domains by their codes.
    pub titles: &'a BTreeMap<String, String>,
}

/// How complete the figures are, the thinnest domains, and the greatest change since the return before.
pub fn findings(of: Figures<'_>) -> Vec<String> {
    let mut sentences = completeness_told(&of);
    sentences.extend(thinnest(&of));
    sentences.extend(of.before.and_then(|before| greatest_change(&of, before)));
    sentences
}

/// How much of what is asked is assessed: of the place, and where it is under half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness<'a> {
    /// Of everything asked in the place; `None` where nothing is.
    pub assessed: Option<&'a Cell>,
    /// Those of which it is published how much is assessed, by their codes. That less than half is assessed where nobody may know how
    /// much would tell something of each person there.
    pub organisations: BTreeSet<&'a str>,
    /// Of these, those of which less than half is.
    pub provisional: BTreeSet<&'a str>,
    /// Those of which it is held back how much is assessed: none of them is marked.
    pub untold: BTreeSet<&'a str>,
}

/// How complete published figures are, by themselves.
pub fn completeness(cells: &[Cell]) -> Completeness<'_> {
    let is_assessed =
        |cell: &&Cell| is_of_place(&cell.key) && cell.key.measure == Measure::Assessed;
    let organisations = |is_counted: fn(&Cell) -> bool| {
        let is_whole = |cell: &&Cell| {
            let is_all = cell.key.item == ALL && cell.key.measure == Measure::Assessed;
            is_all && cell.key.row.level == ScopeKind::Organisation
        };
        let counted = cells.iter().filter(is_whole).filter(|cell| is_counted(cell));
        counted.map(|cell| cell.key.row.code.as_str()).collect()
    };
    Completeness {
        assessed: cells.iter().find(is_assessed),
        organisations: organisations(|cell| !cell.shown.is_held()),
        provisional: organisations(|cell| !cell.shown.is_held() && cell.is_provisional),
        untold: organisations(|cell| cell.shown.is_held()),
    }
}

fn is_of_place(key: &CellKey) -> bool {
    key.row.level == ScopeKind::Place && key.row.part == Part::Everybody
}

fn is_headline(key: &CellKey) -> bool {
    key.measure == Measure::MetConfirmed && key.basis == Basis::Requirements
}

fn completeness_told(of: &Figures<'_>) -> Vec<String> {
    let found = completeness(of.cells);
    let assessed = match found.assessed.map(Cell::percent) {
        Some(Some(percent)) => format!("{percent}% of what is asked is assessed."),
        Some(None) => {
            format!("How much of what is asked is assessed is held back: {HELD_WHY}.")
        }
        None => "Nothing is asked of anybody in this place.".to_owned(),
    };
    let mut sentences = vec![assessed];
    sentences.extend(provisional_told(&found));
    sentences.extend(untold_told(&found));
    sentences
}

/// How many of the organisations of which it is told are provisional.
fn provisional_told(found: &Completeness<'_>) -> Option<String> {
    let told = match found.organisations.len() {
        0 => return None,
        many => counted(many, "organisation", "organisations"),
    };
    let provisional = match found.provisional.len() {
        0 => "none is provisional: at least half is assessed in each".to_owned(),
        1 => "1 is provisional: less than half is assessed there".to_owned(),
        many => format!("{many} are provisional: less than half is assessed there"),
    };
    Some(format!("Of {told} of which it is told how much is assessed, {provisional}."))
}

/// How many there are besides: readers would miss them among the organisations that the figures list.
fn untold_told(found: &Completeness<'_>) -> Option<String> {
    let untold = match found.untold.len() {
        0 => return None,
        many => counted(many, "other organisation", "other organisations"),
    };
    Some(format!(
        "Of {untold} it is not told how much is assessed, and no figure is marked as provisional: {HELD_WHY}."
    ))
}

fn thinnest(of: &Figures<'_>) -> Option<String> {
    let is_domain =
        |cell: &&Cell| is_of_place(&cell.key) && is_headline(&cell.key) && cell.key.item != ALL;
    let with_percent = |cell: &Cell| Some((cell.percent()?, cell.key.item.clone()));
    let mut domains: Vec<(u32, String)> =
        of.cells.iter().filter(is_domain).filter_map(with_percent).collect();
    domains.sort();
    let named = domains.iter().take(THINNEST);
    let named: Vec<String> =
        named.map(|(percent, code)| format!("{} ({percent}%)", title(of, code))).collect();
    match named.as_slice() {
        [] => None,
        [one] => Some(format!("Requirements met: {one}.")),
        [several @ .., last] => {
            Some(format!("Fewest requirements are met in {} and {last}.", several.join(", ")))
        }
    }
}

/// Among wholes: parts of the place overlap with them. Of two that are as great, the one that stands first.
fn greatest_change(of: &Figures<'_>, (before, day): (&[Cell], NaiveDate)) -> Option<String> {
    let before: BTreeMap<&CellKey, &Cell> = before.iter().map(|cell| (&cell.key, cell)).collect();
    let is_whole = |cell: &&Cell| is_headline(&cell.key) && cell.key.row.part == Part::Everybody;
    let change = |cell| {
        let cell: &Cell = cell;
        Some((before.get(&cell.key)?.percent()?, cell.percent()?, cell))
    };
    let mut changes: Vec<_> = of.cells.iter().filter(is_whole).filter_map(change).collect();
    changes.sort_by_key(|(then, now, cell)| (std::cmp::Reverse(then.abs_diff(*now)), &cell.key));
    let (then, now, cell) = changes.first()?;
    let day = spoken(day);
    if then == now {
        return Some(format!("No percentage that can be compared has changed since {day}."));
    }
    let item = title(of, &cell.key.item);
    Some(format!(
        "The greatest change since {day} is in {}: {item} went from {then}% to {now}% of requirements met.",
        cell.name
    ))
}

fn title<'a>(of: &Figures<'a>, code: &'a str) -> &'a str {
    match code {
        ALL => "everything asked",
        code => of.titles.get(code).map_or(code, String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::day;
    use crate::disclosure::Shown;
    use crate::returns::keys::RowKey;

    fn cell(
        level: ScopeKind,
        code: &str,
        (item, measure): (&str, Measure),
        percent: Option<u32>,
    ) -> Cell {
        let held = Shown::Held { of: None, band: None };
        Cell {
            key: RowKey::whole(level, code).cell(item, measure, Basis::Requirements),
            name: format!("Name of {code}"),
            shown: percent.map_or(held, Shown::Percent),
            is_provisional: code == "X2",
        }
    }

    fn met(level: ScopeKind, code: &str, item: &str, percent: Option<u32>) -> Cell {
        cell(level, code, (item, Measure::MetConfirmed), percent)
    }

    fn told(cells: &[Cell], before: Option<&[Cell]>) -> Vec<String> {
        let titles = BTreeMap::from([("RSK".to_owned(), "Risk".to_owned())]);
        let before = before.map(|cells| (cells, day("2025-09-30")));
        findings(Figures { cells, before, titles: &titles })
    }

    #[test]
    fn the_thinnest_domains_and_the_greatest_change_are_named() {
        use ScopeKind::{Network, Organisation, Place};
        let cells = [
            cell(Place, "P", (ALL, Measure::Assessed), Some(62)),
            met(Place, "P", ALL, Some(30)),
            met(Place, "P", "A", Some(40)),
            met(Place, "P", "B", None),
            met(Place, "P", "C", Some(35)),
            met(Place, "P", "D", Some(70)),
            met(Place, "P", "RSK", Some(35)),
            met(Network, "N", "RSK", Some(65)),
            met(Organisation, "X1", "A", Some(50)),
            met(Organisation, "X2", "A", None),
            cell(Organisation, "X1", (ALL, Measure::Assessed), Some(80)),
            cell(Organisation, "X2", (ALL, Measure::Assessed), Some(45)),
            // Of few people, of whom nobody may know how much is assessed.
            Cell {
                is_provisional: true,
                ..cell(Organisation, "X3", (ALL, Measure::Assessed), None)
            },
        ];
        let before = [
            met(Network, "N", "RSK", Some(40)),
            met(Place, "P", "D", Some(80)),
            met(Place, "P", "B", Some(99)),
        ];
        assert_eq!(
            told(&cells, Some(&before)),
            [
                "62% of what is asked is assessed.",
                // X1 and X2 are told, X3 is not.
                "Of 2 organisations of which it is told how much is assessed, 1 is provisional: less than half is assessed there.",
                "Of 1 other organisation it is not told how much is assessed, and no figure is marked as provisional: too few people \
                 are counted, or it would give away what another row holds back.",
                "Fewest requirements are met in C (35%), Risk (35%) and A (40%).",
                "The greatest change since 30 September 2025 is in Name of N: Risk went from 40% to 65% of requirements met.",
            ]
        );
    }

    #[test]
    fn what_is_held_is_in_no_sentence() {
        let cells = [
            cell(ScopeKind::Place, "P", (ALL, Measure::Assessed), None),
            met(ScopeKind::Place, "P", "A", None),
        ];
        let held = format!("How much of what is asked is assessed is held back: {HELD_WHY}.");
        assert_eq!(told(&cells, Some(&cells)), [held]);
        assert_eq!(told(&[], None), ["Nothing is asked of anybody in this place."]);
    }

    #[test]
    fn every_organisation_is_counted_once_as_told_or_as_not_told() {
        let of = |code: &str, percent| {
            let key = (ALL, Measure::Assessed);
            let whole = cell(ScopeKind::Organisation, code, key, percent);
            [whole, met(ScopeKind::Organisation, code, "A", percent)]
        };
        let cells = [of("X1", Some(80)), of("X3", None), of("X4", None)].concat();
        let found = completeness(&cells);
        assert_eq!((found.organisations.len(), found.untold.len()), (1, 2));
        let of_organisations = told(&cells, None).split_off(1);
        assert_eq!(
            of_organisations[0],
            "Of 1 organisation of which it is told how much is assessed, none is provisional: at least half is assessed in each."
        );
        assert!(of_organisations[1].starts_with("Of 2 other organisations it is not told"));
        let none = told(&cells[2..], None).split_off(1);
        assert!(none.len() == 1 && none[0].starts_with("Of 2 other organisations"), "{none:?}");
    }

    #[test]
    fn where_nothing_changed_that_is_said() {
        let cells = [met(ScopeKind::Place, "P", "A", Some(40))];
        let last = told(&cells, Some(&cells)).pop().unwrap();
        assert_eq!(last, "No percentage that can be compared has changed since 30 September 2025.");
    }
}

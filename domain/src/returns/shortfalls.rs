//! What a place is short of besides skill: people who may confirm, educators, sessions asked for, seats, and protected time; and the
//! lines of `needs.csv`, with the lead's words beside them (rules, section 7).

use super::cells::{Cell, Marker, Stamp, marked};
use super::changes::Keyed;
use super::keys::Part;
use crate::coverage::ScopeKind;
use crate::disclosure::{RULE, Shown, people};
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How long the lead's words on one need may be, in characters.
pub const WORDS_MOST: usize = 500;

codes! {
    /// What is needed. The label says what is counted, and of what; in what, [`NeedKind::unit`] says.
    NeedKind, "kind of need" {
        Gap "gap" "People who meet what is asked of their role, of those who are asked",
        Assessors "assessors" "Competencies that fewer than two people may confirm, of all competencies",
        Educators "educators" "Time that teaching took beyond the protected time promised, of all that it took",
        UnmetRequests "unmet_requests" "Teams’ requests for sessions that are still open, of all that were made",
        /// Held and rounded like every count of people by attendance.
        WaitingList "waiting_list" "People waiting for a seat, of those who asked for one",
        TimeLost "time_lost" "Protected time lost",
    }
}

/// One need of a place, as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    pub place: String,
    pub name: String,
    pub kind: NeedKind,
    /// The code of the role; blank but for gaps.
    pub role: String,
    /// The code of the competency, or of the reason; blank for all of them.
    pub item: String,
    pub shown: NeedShown,
    /// The lead's; blank where there are none.
    pub words: String,
}

/// The numbers of a need that may be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedShown {
    pub numerator: Option<u32>,
    pub denominator: Option<u32>,
    pub percent: Option<u32>,
    pub note: Option<Marker>,
}

impl Keyed for Need {
    type Key = (String, NeedKind, String, String);

    fn key(&self) -> Self::Key {
        (self.place.clone(), self.kind, self.role.clone(), self.item.clone())
    }
}

impl Need {
    /// The gap that a cell of a role tells of; `None` of any other cell.
    pub fn gap(cell: &Cell) -> Option<Self> {
        let Part::Role(role) = &cell.key.row.part else { return None };
        let shown = NeedShown {
            numerator: cell.numerator(),
            denominator: cell.denominator(),
            percent: cell.percent(),
            note: cell.note(),
        };
        let (place, item) = (cell.key.row.code.clone(), cell.key.item.clone());
        let (name, role, words) = (cell.name.clone(), role.clone(), String::new());
        Some(Self { place, name, kind: NeedKind::Gap, role, item, shown, words })
    }

    /// What else is short: `part` of `whole`, where it is a part. People waiting are held and rounded; the rest are no people.
    pub fn short(
        (place, name): (&str, &str),
        (kind, item): (NeedKind, &str),
        (part, whole): (Option<u32>, Option<u32>),
    ) -> Self {
        let shown = match (kind, part) {
            (_, None) => NeedShown { note: Some(Marker::NotAvailable), ..NeedShown::default() },
            (NeedKind::WaitingList | NeedKind::Gap, Some(part)) => {
                counted(part, whole.unwrap_or(part))
            }
            (_, numerator) => NeedShown { numerator, denominator: whole, ..NeedShown::default() },
        };
        let (place, name, item) = (place.to_owned(), name.to_owned(), item.to_owned());
        Self { place, name, kind, role: String::new(), item, shown, words: String::new() }
    }

    /// How many is held back, and what it is of stays.
    pub(super) fn hold(&mut self) {
        let note = Some(Marker::Confidential);
        self.shown = NeedShown { numerator: None, percent: None, note, ..self.shown };
    }

    /// What names it among the needs of its return, for the lead's words: `gap/PN/RSK-1`.
    pub fn said_of(&self) -> String {
        format!("{}/{}/{}", self.kind, self.role, self.item)
    }

    const fn counts_people(&self) -> bool {
        matches!(self.kind, NeedKind::Gap | NeedKind::WaitingList)
    }

    /// As a line of `needs.csv`.
    pub fn line(&self, stamp: &Stamp) -> NeedLine {
        let NeedShown { numerator, denominator, percent, note } = self.shown;
        NeedLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            framework_version: stamp.framework_version,
            geography_level: ScopeKind::Place.code().to_owned(),
            org_code: self.place.clone(),
            org_name: self.name.clone(),
            need: self.kind.code().to_owned(),
            role_code: self.role.clone(),
            item_code: self.item.clone(),
            numerator,
            denominator,
            percent,
            note: marked(note),
            words: self.words.clone(),
            disclosure_rule: if self.counts_people() { RULE.to_owned() } else { String::new() },
        }
    }
}

fn counted(part: u32, whole: u32) -> NeedShown {
    match people(part, whole) {
        Shown::People { met, of, percent } => {
            NeedShown { numerator: Some(met), denominator: Some(of), percent, note: None }
        }
        Shown::Nobody => NeedShown { note: Some(Marker::NotApplicable), ..NeedShown::default() },
        Shown::Held { of: denominator, .. } => {
            NeedShown { denominator, note: Some(Marker::Confidential), ..NeedShown::default() }
        }
        Shown::Percent(percent) => NeedShown { percent: Some(percent), ..NeedShown::default() },
    }
}

/// A line of `needs.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub framework_version: i32,
    pub geography_level: String,
    pub org_code: String,
    pub org_name: String,
    pub need: String,
    pub role_code: String,
    pub item_code: String,
    pub numerator: Option<u32>,
    pub denominator: Option<u32>,
    pub percent: Option<u32>,
    pub note: String,
    pub words: String,
    /// Blank where the rule does not bind.
    pub disclosure_rule: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::keys::{Basis, Measure, RowKey};

    fn numbers(need: &Need) -> (Option<u32>, Option<u32>, String) {
        let line =
            need.line(&Stamp { id: "P-2026-03-31-r1".parse().unwrap(), framework_version: 1 });
        (line.numerator, line.denominator, line.note)
    }

    #[test]
    fn people_who_wait_are_counted_by_the_rule_and_requests_are_not_people() {
        let short =
            |kind, part, whole| numbers(&Need::short(("P", "P"), (kind, ""), (part, whole)));
        assert_eq!(
            short(NeedKind::UnmetRequests, Some(3), Some(12)),
            (Some(3), Some(12), String::new())
        );
        assert_eq!(
            short(NeedKind::WaitingList, Some(3), Some(60)),
            (None, Some(60), "c".to_owned())
        );
        assert_eq!(
            short(NeedKind::WaitingList, Some(12), Some(60)),
            (Some(10), Some(60), String::new())
        );
        assert_eq!(short(NeedKind::WaitingList, Some(0), Some(0)), (None, None, "z".to_owned()));
        assert_eq!(short(NeedKind::TimeLost, None, None), (None, None, "x".to_owned()));
    }

    #[test]
    fn a_gap_is_the_cell_of_a_role_as_it_is_published() {
        let cell = |part| Cell {
            key: RowKey::part(ScopeKind::Place, "P", part).cell(
                "A-1",
                Measure::MetConfirmed,
                Basis::PeopleAll,
            ),
            name: "P".to_owned(),
            shown: people(3, 22),
            is_provisional: false,
        };
        let gap = Need::gap(&cell(Part::Role("N".to_owned()))).unwrap();
        assert_eq!((gap.role.as_str(), gap.item.as_str()), ("N", "A-1"));
        assert_eq!(numbers(&gap), (None, Some(22), "c".to_owned()));
        assert_eq!(Need::gap(&cell(Part::Everybody)), None);
    }
}

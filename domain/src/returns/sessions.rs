//! Sessions, protected time and mental health input of a return: counts of sessions, teams, posts, minutes and WTE, which the
//! disclosure rule does not bind; and who came, which it does.

use super::cells::{Marker, Stamp, marked};
use super::changes::Keyed;
use crate::coverage::ScopeKind;
use crate::dates::Period;
use crate::disclosure::{RULE, Shown, people};
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What is counted of sessions. In what, [`SessionMeasure::unit`] says: where a figure is told in words, these have it.
    SessionMeasure, "measure of sessions" {
        Delivered "delivered" "Sessions delivered",
        Cancelled "cancelled" "Sessions cancelled",
        CrossBoundary "cross_boundary" "Sessions of mental health and other professions together",
        TeamsEntitled "teams_entitled" "Teams that had every session they are due, of the teams due any",
        MinutesPromised "minutes_promised" "Protected time promised",
        MinutesUsed "minutes_used" "Protected time used",
        MinutesLost "minutes_lost" "Protected time lost",
        InputWte "input_wte" "Mental health input",
        TeamsWithInput "teams_with_input" "Teams with mental health input, of the open teams",
        /// Held and rounded like every count of people by attendance.
        Attended "attended" "People who came, of those with a seat",
    }
}

impl SessionMeasure {
    /// In what its number counts where the number stands by itself.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Delivered | Self::Cancelled | Self::CrossBoundary => "Sessions",
            Self::TeamsEntitled | Self::TeamsWithInput => "Teams",
            Self::MinutesPromised | Self::MinutesUsed | Self::MinutesLost => "Minutes",
            Self::InputWte => "Hundredths of a WTE",
            Self::Attended => "People",
        }
    }
}

/// One figure of an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFigure {
    pub level: ScopeKind,
    pub code: String,
    pub name: String,
    pub period: Period,
    pub measure: SessionMeasure,
    /// The code of a reason, use or kind; blank for all of them.
    pub by: String,
    /// `None` where it was not recorded.
    pub value: Option<u32>,
    /// What it is of, where it is a part.
    pub of: Option<u32>,
}

impl SessionFigure {
    /// Whether the disclosure rule binds it.
    const fn counts_people(&self) -> bool {
        matches!(self.measure, SessionMeasure::Attended)
    }

    /// As it may be published. Who came is told of places only, so there is nothing to subtract it from.
    #[must_use]
    pub fn published(&self) -> Option<PublishedSession> {
        if !self.counts_people() {
            let note = self.value.is_none().then_some(Marker::NotAvailable);
            return Some(self.shown(self.value, self.of, note));
        }
        if self.level != ScopeKind::Place || !self.by.is_empty() {
            return None;
        }
        let (Some(value), Some(of)) = (self.value, self.of) else {
            return Some(self.shown(None, None, Some(Marker::NotAvailable)));
        };
        Some(match people(value, of) {
            Shown::People { met, of, .. } => self.shown(Some(met), Some(of), None),
            Shown::Nobody => self.shown(None, None, Some(Marker::NotApplicable)),
            Shown::Held { .. } | Shown::Percent(_) => {
                self.shown(None, Some(of), Some(Marker::Confidential))
            }
        })
    }

    fn shown(&self, value: Option<u32>, of: Option<u32>, note: Option<Marker>) -> PublishedSession {
        PublishedSession { figure: Self { value, of, ..self.clone() }, note }
    }
}

/// A figure with nothing left in it that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedSession {
    pub figure: SessionFigure,
    pub note: Option<Marker>,
}

impl Keyed for PublishedSession {
    type Key = (ScopeKind, String, SessionMeasure, String);

    fn key(&self) -> Self::Key {
        let of = &self.figure;
        (of.level, of.code.clone(), of.measure, of.by.clone())
    }
}

impl PublishedSession {
    /// How many is held back, and what it is of stays.
    pub(super) fn hold(&mut self) {
        self.figure.value = None;
        self.note = Some(Marker::Confidential);
    }

    /// As a line of `sessions.csv`.
    pub fn line(&self, stamp: &Stamp) -> SessionLine {
        let of = &self.figure;
        SessionLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            period_from: of.period.from,
            period_to: of.period.to,
            geography_level: of.level.code().to_owned(),
            org_code: of.code.clone(),
            org_name: of.name.clone(),
            measure: of.measure.code().to_owned(),
            by: of.by.clone(),
            numerator: of.value,
            denominator: of.of,
            note: marked(self.note),
            disclosure_rule: if of.counts_people() { RULE.to_owned() } else { String::new() },
        }
    }
}

/// A line of `sessions.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub period_from: Option<NaiveDate>,
    pub period_to: Option<NaiveDate>,
    pub geography_level: String,
    pub org_code: String,
    pub org_name: String,
    pub measure: String,
    pub by: String,
    pub numerator: Option<u32>,
    pub denominator: Option<u32>,
    pub note: String,
    /// Blank where the rule does not bind.
    pub disclosure_rule: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(
        level: ScopeKind,
        measure: SessionMeasure,
        value: Option<u32>,
        of: Option<u32>,
    ) -> Option<String> {
        let (code, name, by) = ("P".to_owned(), "P".to_owned(), String::new());
        let figure =
            SessionFigure { level, code, name, period: Period::ALWAYS, measure, by, value, of };
        let stamp = Stamp { id: "P-2026-03-31-r1".parse().unwrap(), framework_version: 1 };
        let line = figure.published()?.line(&stamp);
        let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
        Some(format!("{} of {} {}", number(line.numerator), number(line.denominator), line.note))
    }

    #[test]
    fn sessions_are_counted_and_people_who_came_are_rounded() {
        use {ScopeKind::*, SessionMeasure::*};
        assert_eq!(told(Locality, Delivered, Some(3), None).unwrap(), "3 of - ");
        assert_eq!(told(Place, MinutesLost, None, None).unwrap(), "- of - x");
        assert_eq!(told(Place, Attended, Some(33), Some(48)).unwrap(), "35 of 48 ");
        assert_eq!(told(Place, Attended, Some(3), Some(48)).unwrap(), "- of 48 c");
        assert_eq!(told(Place, Attended, Some(0), Some(0)).unwrap(), "- of - z");
        assert_eq!(
            told(Locality, Attended, Some(33), Some(48)),
            None,
            "who came is told of places only"
        );
    }
}

//! What pages show of coverage: plain values that cross to the browser.

use super::cover::CapableTeams;
use super::query::ScopeKind;
use super::row::{Counts, Row, whole_percent};
use crate::figures::grouped;
use crate::fte::two_decimals;
use crate::macros::codes;
use crate::paging::Paged;
use crate::returns::local_measures::LocalMeasure;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Which of a cell's figures is shown.
    Measure, "measure" {
        Requirements "requirements" "Requirements met",
        FullyMet "fully_met" "People fully met",
        CriticalMet "critical_met" "People with everything critical met",
        SelfAssessed "self_assessed" "People who meet all by their own assessment",
        Recognised "recognised" "People fully met, some of it by recognition",
        Assessed "assessed" "People assessed in everything",
        Fte "fte" "FTE of people fully met",
        CapableTeams "capable_teams" "Teams that are covered",
    }
}

impl Measure {
    /// Whether the figure of everything asked says the same as that of one domain: what counts people elsewhere counts pairs there.
    pub const fn is_told_of_all(self) -> bool {
        matches!(self, Self::Requirements | Self::CapableTeams)
    }
}

/// The figures of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub requirements: u32,
    pub requirements_met: u32,
    /// People asked something here; pairs of person and competency where the item is everything.
    pub required: u32,
    /// People asked something here, whatever the item; 0 where pairs of several items were summed, which tells of no people.
    pub people: u32,
    pub fully_met: u32,
    pub recognised: u32,
    pub self_assessed: u32,
    pub assessed: u32,
    pub critical_required: u32,
    pub critical_met: u32,
    pub due_soon: u32,
    pub expired: u32,
    pub exempt: u32,
    pub not_in_scope: u32,
    /// FTE in millionths; 0 where the item is everything.
    pub fte_required: i64,
    pub fte_met: i64,
    /// Teams that require something here, and how many of them are covered; 0 where nobody counted them.
    pub teams: u32,
    pub capable_teams: u32,
}

impl From<&Row> for Figure {
    fn from(row: &Row) -> Self {
        Self::from(row.counts).with_teams(row.capable)
    }
}

impl From<Counts> for Figure {
    fn from(c: Counts) -> Self {
        Self {
            requirements: c.requirements,
            requirements_met: c.requirements_met,
            required: c.required,
            people: c.people,
            fully_met: c.met_confirmed,
            recognised: c.met_recognised,
            self_assessed: c.met_self,
            assessed: c.assessed,
            critical_required: c.critical_required,
            critical_met: c.critical_met,
            due_soon: c.due_soon,
            expired: c.expired,
            exempt: c.exempt,
            not_in_scope: c.not_in_scope,
            fte_required: c.fte_required,
            fte_met: c.fte_met_confirmed,
            teams: 0,
            capable_teams: 0,
        }
    }
}

impl Figure {
    /// The figures with how many teams are covered.
    #[must_use]
    pub fn with_teams(self, counted: Option<CapableTeams>) -> Self {
        let CapableTeams { capable, teams } = counted.unwrap_or_default();
        Self { teams, capable_teams: capable, ..self }
    }

    /// The part and the whole of a measure; of FTE in hundredths, rounded half up as they are shown.
    pub fn of(&self, measure: Measure) -> (u32, u32) {
        match measure {
            Measure::Requirements => (self.requirements_met, self.requirements),
            Measure::FullyMet => (self.fully_met, self.required),
            Measure::CriticalMet => (self.critical_met, self.critical_required),
            Measure::SelfAssessed => (self.self_assessed, self.required),
            Measure::Recognised => (self.recognised, self.required),
            Measure::Assessed => (self.assessed, self.required),
            Measure::Fte => (hundredths(self.fte_met), hundredths(self.fte_required)),
            Measure::CapableTeams => (self.capable_teams, self.teams),
        }
    }

    /// The part and the whole as people read them: `1,204` people, `3.40` FTE.
    pub fn told(&self, measure: Measure) -> [String; 2] {
        let (part, whole) = self.of(measure);
        match measure {
            Measure::Fte => [self.fte_met, self.fte_required].map(grouped_decimals),
            _ => [part, whole].map(grouped),
        }
    }

    /// A measure in whole percent, half up; `None` where there is no whole.
    pub fn percent(&self, measure: Measure) -> Option<u32> {
        let (part, whole) = self.of(measure);
        whole_percent(part, whole)
    }
}

/// `1,229.33`.
fn grouped_decimals(millionths: i64) -> String {
    let text = two_decimals(millionths);
    let whole =
        text.split_once('.').and_then(|(whole, rest)| Some((whole.parse::<u64>().ok()?, rest)));
    match whole {
        Some((whole, rest)) => format!("{}.{rest}", grouped(whole)),
        None => text,
    }
}

fn hundredths(millionths: i64) -> u32 {
    u32::try_from((millionths + 5_000) / 10_000).unwrap_or_default()
}

/// A column: a domain or a competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub code: String,
    pub title: String,
}

/// The unit that a page of figures is about, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// What the unit lies in, the widest first.
    pub above: Vec<Heading>,
    pub unit: Heading,
    /// The domain whose competencies the columns are; `None` where they are domains.
    pub domain: Option<Heading>,
    /// Where else the reader may begin.
    pub tops: Vec<Heading>,
    /// Those with a team in the unit that the reader may see, by name.
    pub organisations: Vec<Heading>,
    /// Organisations whose figures the reader may not see; no row counts them.
    pub left_out: Vec<String>,
}

/// A row: an area, organisation or team, or a group within it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatRow {
    pub kind: ScopeKind,
    pub code: String,
    pub name: String,
    pub group: Option<String>,
    /// One for each column; `None` where nobody is asked anything in it.
    pub cells: Vec<Option<Figure>>,
    /// The same on the day with which they are compared; empty where they are compared with nothing.
    pub then: Vec<Option<Figure>>,
    /// Everything asked in the columns together, where the page counts it, and the same on the other day.
    pub all: Option<Figure>,
    pub all_then: Option<Figure>,
}

/// The coverage page: one unit as a whole, and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heatmap {
    pub as_at: NaiveDate,
    /// Whether that day has still to come.
    pub is_future: bool,
    /// The day whose figures stand beside these, where there is one.
    pub compared_with: Option<NaiveDate>,
    pub framework_version: Option<i32>,
    /// Whether anything was said or confirmed of anybody by that day, as far as is on record.
    pub is_known: bool,
    pub around: Surroundings,
    /// How many teams of the whole lie in none of its rows.
    pub beside: usize,
    /// What the rows below the whole stand for.
    pub rows_are: ScopeKind,
    /// What they could stand for: everything narrower than the unit.
    pub rows_could_be: Vec<ScopeKind>,
    pub columns: Vec<Heading>,
    /// Whether each row also tells of everything asked: where the columns are domains, and no row is split by group.
    pub has_all: bool,
    /// Everything asked in the columns together.
    pub total: Option<Figure>,
    /// The same on the day with which it is compared.
    pub total_then: Option<Figure>,
    pub whole: Vec<HeatRow>,
    pub rows: Paged<HeatRow>,
    /// What is measured of the unit besides, in periods that ended in the twelve months up to the day: beside coverage, and never
    /// combined with it.
    pub local_measures: Vec<LocalMeasure>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_rounds_half_up_once() {
        // 1 of 8 is 12.5%, which is 13%; 1 of 201 is 0.4975…%, which is 0%: not 0.5% and then 1%.
        let cell =
            |met, all| Figure { requirements_met: met, requirements: all, ..Figure::default() };
        assert_eq!(cell(1, 8).percent(Measure::Requirements), Some(13));
        assert_eq!(cell(1, 201).percent(Measure::Requirements), Some(0));
        assert_eq!(cell(0, 0).percent(Measure::Requirements), None);
    }

    #[test]
    fn fte_is_told_with_two_decimals_and_is_a_share_of_what_is_told() {
        // 0.333333 of 1 is 0.33 of 1.00.
        let third = Figure { fte_met: 333_333, fte_required: 1_000_000, ..Figure::default() };
        assert_eq!(third.told(Measure::Fte), ["0.33", "1.00"]);
        assert_eq!((third.of(Measure::Fte), third.percent(Measure::Fte)), ((33, 100), Some(33)));
        let many = Figure { requirements_met: 1_204, requirements: 4_000, ..Figure::default() };
        assert_eq!(many.told(Measure::Requirements), ["1,204", "4,000"]);
        let much = Figure { fte_met: 1_229_330_000, fte_required: 12_000_000_000, ..many };
        assert_eq!(much.told(Measure::Fte), ["1,229.33", "12,000.00"]);
        // 0.125 is 0.13: half up, in both.
        let half = Figure { fte_met: 125_000, fte_required: 1_000_000, ..Figure::default() };
        assert_eq!((half.told(Measure::Fte)[0].as_str(), half.of(Measure::Fte).0), ("0.13", 13));
    }
}

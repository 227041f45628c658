//! What the forecast page shows: plain values that cross to the browser.

use super::{Forecast, Horizon, Lacking};
use crate::coverage::cover::{CoverChange, Verdict};
use crate::coverage::query::ScopeKind;
use crate::coverage::views::{Heading, Surroundings};
use crate::dates::spoken;
use crate::figures::counted;
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One unit as a whole, so many days ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeAhead {
    pub horizon: Horizon,
    pub until: NaiveDate,
    pub forecast: Forecast,
}

/// A row: an area, organisation or team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AheadRow {
    pub kind: ScopeKind,
    pub code: String,
    pub name: String,
    /// Of a team that requires something of what the page is about: whether it is covered then, if nothing more is confirmed.
    pub covered: Option<Verdict>,
    /// One for each column; `None` where nobody is asked anything in it on either day.
    pub cells: Vec<Option<Forecast>>,
}

/// A row that falls in one domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    pub domain: Heading,
    pub unit: Heading,
    pub forecast: Forecast,
}

/// A team whose cover in a domain changes for the worse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverFall {
    pub change: CoverChange,
    pub domain: Heading,
    pub team: Heading,
    pub today: Verdict,
    /// If nothing more is confirmed.
    pub then: Verdict,
    /// On whom it hangs today and then, a sentence for each competency.
    pub hangs_today: Vec<String>,
    pub hangs_then: Vec<String>,
    /// Of what the team requires of the domain.
    pub forecast: Forecast,
    /// Sentences, by name where the reader may see who it is.
    pub because: Vec<String>,
}

/// Teams whose cover changes for the worse, and those that have none to lose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverFalls {
    /// Lost cover first, then what comes to depend on one person; of each, the furthest fall first.
    pub first: Vec<CoverFall>,
    /// How many there are of each, also where not all of them are told.
    pub lost: Times,
    pub one_person: Times,
    /// The first of those that are not covered today already, the thinnest first.
    pub lacking: Vec<Lacking>,
    /// How many these are, also where not all of them are told.
    pub already: usize,
}

/// How often cover changes: in how many teams, and in how many domains of theirs altogether.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    pub teams: usize,
    pub domains: usize,
}

impl Times {
    /// `1 team`; `11 teams, in 12 domains altogether`.
    pub fn words(self) -> String {
        let teams = counted(self.teams, "team", "teams");
        match self.domains > self.teams {
            true => {
                format!("{teams}, in {} altogether", counted(self.domains, "domain", "domains"))
            }
            false => teams,
        }
    }
}

/// The forecast page: one unit as a whole at every horizon, what it is made of at one of them, and what falls most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastPage {
    /// The day it looks from.
    pub as_at: NaiveDate,
    /// Whether that day is over: what was said since does not count.
    pub is_past: bool,
    pub horizon: Horizon,
    /// The day it looks at.
    pub until: NaiveDate,
    pub around: Surroundings,
    /// What the rows below the whole stand for.
    pub rows_are: ScopeKind,
    /// What they could stand for: everything narrower than the unit.
    pub rows_could_be: Vec<ScopeKind>,
    pub columns: Vec<Heading>,
    pub domains: Vec<Heading>,
    /// Everything asked in the columns together; none where nothing is asked.
    pub whole: Vec<WholeAhead>,
    pub cover: CoverFalls,
    /// By domain, the furthest fall of each first.
    pub falls: Vec<Fall>,
    /// The whole by column at the chosen horizon.
    pub whole_row: Option<AheadRow>,
    pub rows: Paged<AheadRow>,
}

impl ForecastPage {
    /// The day it looks from, as sentences say it: `today`, or `on 4 May 2026` where that is over.
    pub fn from_when(&self) -> String {
        if self.is_past { format!("on {}", spoken(self.as_at)) } else { "today".to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_are_counted_once_and_their_domains_beside_them() {
        let told = |teams, domains| Times { teams, domains }.words();
        assert_eq!(told(1, 1), "1 team");
        assert_eq!(told(11, 12), "11 teams, in 12 domains altogether");
        assert_eq!(told(1, 2), "1 team, in 2 domains altogether");
    }
}

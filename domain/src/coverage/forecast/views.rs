//! What the forecast page shows: plain values that cross to the browser.

use super::{Forecast, Horizon, Lacking};
use crate::coverage::cover::{CoverChange, Verdict};
use crate::coverage::query::ScopeKind;
use crate::coverage::views::{Heading, Surroundings};
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
    pub lost: usize,
    pub one_person: usize,
    /// The first of those that are not covered today already, the thinnest first.
    pub lacking: Vec<Lacking>,
    /// How many these are, also where not all of them are told.
    pub already: usize,
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

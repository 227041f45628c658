//! What the forecast page shows: plain values that cross to the browser.

use super::{Forecast, Horizon};
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
    /// By domain, the furthest fall of each first.
    pub falls: Vec<Fall>,
    /// The whole by column at the chosen horizon.
    pub whole_row: Option<AheadRow>,
    pub rows: Paged<AheadRow>,
}

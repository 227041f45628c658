//! What pages show of sharing: plain values that cross to the browser.

use crate::codes::{Sector, Sharing};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One organisation in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingLine {
    pub code: String,
    pub name: String,
    pub sector: Sector,
    pub today: Sharing,
    /// The next change that is set already.
    pub next: Option<(NaiveDate, Sharing)>,
}

/// One organisation, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingDetail {
    pub line: SharingLine,
    /// The latest first.
    pub history: Vec<SharingChange>,
    /// Whether whoever asks may set a level.
    pub may_set: bool,
}

/// A level as it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingChange {
    pub level: Sharing,
    pub from: NaiveDate,
    pub set_by: String,
    /// Civil time in London.
    pub set_at: NaiveDateTime,
    pub place: InHistory,
}

/// Where a level stands among those of its organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InHistory {
    /// Holds today.
    Now,
    /// Will hold from its day on.
    Planned,
    Past,
    /// Another was set later for the same day.
    Replaced,
}

impl InHistory {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Now => "Now",
            Self::Planned => "Planned",
            Self::Past => "Past",
            Self::Replaced => "Replaced",
        }
    }
}

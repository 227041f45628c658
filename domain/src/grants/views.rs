//! What pages show of grants: plain values that cross to the browser.

use crate::accounts::views::Holder;
use crate::codes::GrantKind;
use crate::dates::Period;
use crate::ids::GrantId;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One grant with who gave it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantLine {
    pub id: GrantId,
    pub to: Holder,
    pub kind: GrantKind,
    /// `Everywhere`, or the place with its code.
    pub place: String,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub founding: Option<FoundingLine>,
    pub given_by: String,
    /// Civil time in London.
    pub given_at: NaiveDateTime,
    pub is_past: bool,
    /// Whether whoever asks may end it.
    pub may_end: bool,
}

impl GrantLine {
    /// Ended on the day it was given, before it held for one whole day.
    pub fn was_ended_at_once(&self) -> bool {
        Period::new(Some(self.starts_on), self.ends_on).is_backwards()
    }
}

/// What a founding assessor may confirm without holding it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundingLine {
    pub highest: u8,
    /// Codes, with commas.
    pub competencies: String,
}

/// What may be given to somebody, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub to: Holder,
    pub kinds: Vec<GrantKind>,
    /// Whether a grant may hold everywhere.
    pub everywhere: bool,
    /// Some of the places, by code and name.
    pub places: Vec<(String, String)>,
    /// How many places there are in all; a search narrows them down.
    pub places_in_all: usize,
    /// The competencies a founding assessor may be given, by code and title.
    pub competencies: Vec<(String, String)>,
}

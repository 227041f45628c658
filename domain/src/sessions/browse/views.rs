//! What pages show of sessions day by day: plain values that cross to the browser.

use super::span::Span;
use crate::coverage::views::Heading;
use crate::ids::SessionId;
use crate::sessions::format::Format;
use crate::sessions::register::Attendance;
use crate::sessions::times::Slot;
use crate::sessions::{BookingState, SessionState};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What sessions can be filtered by, code and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilterChoices {
    pub domains: Vec<Heading>,
    /// The places that sessions are held for.
    pub places: Vec<Heading>,
}

/// The sessions of a month or a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    pub span: Span,
    pub today: NaiveDate,
    /// Days with sessions, in order.
    pub days: Vec<AgendaDay>,
    pub choices: FilterChoices,
    /// Whether the reader may schedule sessions anywhere.
    pub may_run: bool,
    /// Whether the reader is on record here, and so has a list of their own.
    pub has_own: bool,
}

/// The sessions that begin on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaDay {
    pub day: NaiveDate,
    /// The earliest of them.
    pub entries: Vec<AgendaEntry>,
    /// How many more there are.
    pub more: usize,
}

/// A session on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaEntry {
    pub id: SessionId,
    pub title: String,
    pub format: Format,
    pub slot: Slot,
    pub state: SessionState,
    /// Where it is, in a few words.
    pub place: String,
    pub capacity: usize,
    /// Seats that nobody holds.
    pub free: usize,
    /// Where the reader's own booking stands.
    pub own: Option<BookingState>,
    /// What the register says of the reader, once the session has taken place.
    pub attendance: Option<Attendance>,
}

impl Agenda {
    pub fn on(&self, day: NaiveDate) -> Option<&AgendaDay> {
        self.days.iter().find(|one| one.day == day)
    }
}

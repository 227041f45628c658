//! Guests of a session, as whoever runs it sees them.

use super::BookingState;
use super::times::Slot;
use super::views::Seats;
use crate::ids::{GuestId, SessionId};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// The guests of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestsPage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    pub seats: Seats,
    /// Why nobody can be added, where that is so.
    pub why_not: Option<String>,
    /// Whether one can still be removed.
    pub may_remove: bool,
    /// By name; nobody whose booking is over.
    pub guests: Vec<GuestLine>,
    /// Every profession that a role here has.
    pub professions: Vec<String>,
}

/// A guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestLine {
    pub guest: GuestId,
    pub name: String,
    pub organisation: String,
    pub profession: String,
    pub state: BookingState,
    /// Until when an offer holds: whoever runs the session accepts it for them.
    pub answer_by: Option<NaiveDateTime>,
}

//! What pages show of a register: plain values that cross to the browser.

use super::{Attendance, Correction};
use crate::ids::SessionId;
use crate::sessions::times::Slot;
use crate::sessions::{Attendee, SessionState};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// The register of a session, for whoever runs or leads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// Where it is, in a few words.
    pub place: String,
    pub leads: Vec<String>,
    pub state: SessionState,
    /// Why nothing can be written in it now, where nothing can.
    pub why_not: Option<String>,
    /// Why it was opened again, where it had been closed.
    pub reopened_for: Option<Correction>,
    /// Everybody with a seat and everybody of whom something was said, by name. Nobody before the register opens.
    pub lines: Vec<RegisterLine>,
    pub service_users: Option<u16>,
    pub capacity: usize,
}

impl RegisterPage {
    /// How many have a seat and nothing was said of.
    pub fn unsaid(&self) -> usize {
        self.lines.iter().filter(|line| line.attendance.is_none()).count()
    }

    /// How many stand so.
    pub fn count(&self, attendance: Attendance) -> usize {
        self.lines.iter().filter(|line| line.attendance == Some(attendance)).count()
    }

    /// How many have a seat.
    pub fn booked(&self) -> usize {
        self.lines.iter().filter(|line| !line.walked_in).count()
    }

    /// How many came without a seat, beside those who have one: they take none (rules, section 5).
    pub fn walk_ins(&self) -> usize {
        let came = |line: &&RegisterLine| line.attendance.is_some_and(Attendance::came);
        self.lines.iter().filter(came).filter(|line| line.walked_in).count()
    }
}

/// Somebody in a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterLine {
    pub attendee: Attendee,
    /// `Surname, First name`; of a guest as it was written.
    pub name: String,
    /// The team they come from, or the organisation of a guest.
    pub from: String,
    pub profession: Option<String>,
    pub attendance: Option<Attendance>,
    pub walked_in: bool,
    /// When they checked in with the code, civil time in London.
    pub checked_in_at: Option<NaiveDateTime>,
    /// What stood there before the register was opened again, and why that was.
    pub corrected: Option<(Attendance, Correction)>,
}

//! A session that a file of attendance names: what is on record of it, and what lines of the file have said.

use super::line::Entry;
use crate::sessions::many::Attended;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::sessions::importing::Said;
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState};
use std::collections::HashMap;

/// What is wrong with a line: its column, and what to do.
pub(super) type Fault = (&'static str, String);

/// A session that the file names.
pub(super) struct Named {
    pub(super) of: Attended,
    /// The lines that say something, by the person that they are about.
    lines: HashMap<PersonId, u64>,
    /// The number of its last booking event.
    pub(super) last: i64,
    /// Whether it is scheduled and has not begun: what has is history.
    pub(super) ahead: bool,
}

impl Named {
    pub(super) fn new(of: Attended, now: NaiveDateTime) -> Self {
        let ahead = of.stored.is_ahead(now);
        let last = of.stored.row.bookings;
        Self { of, lines: HashMap::new(), last, ahead }
    }

    /// # Errors
    /// Returns that an earlier line is about the same person here.
    pub(super) fn once(&mut self, entry: &Entry) -> Result<(), Fault> {
        if let Some(first) = self.lines.get(&entry.person) {
            let message =
                format!("stands in line {first} with this session too; keep one of the two");
            return Err(("employee_number", message));
        }
        self.lines.insert(entry.person, entry.number);
        Ok(())
    }

    /// Whether that is on record, or was told by a file before whatever has come of it since.
    pub(super) fn is_told(&self, entry: &Entry, now: NaiveDateTime) -> bool {
        let attendee = Attendee::Person(entry.person);
        match entry.said {
            Said::Booking(state) => {
                let own = self.of.seating.of(attendee).filter(|own| !own.has_lapsed(now));
                self.of.told.get(&entry.person) == Some(&state)
                    || own.is_some_and(|own| own.state == state)
            }
            Said::Came(came) => {
                self.of.came.get(&entry.person) == Some(&came)
                    || self.of.register.attendance(attendee) == Some(came)
            }
        }
    }

    /// A booking as the rules look at it, after all that were recorded.
    pub(super) fn booking(
        &self,
        facts: &Facts,
        attendee: Attendee,
        (team, state): (Option<TeamId>, BookingState),
    ) -> Booking {
        let booking = Booking {
            attendee,
            profession: None,
            team,
            state,
            asked: self.last + 1,
            joined_at: self.of.seating.now,
            may_come: true,
            answer_by: None,
            at_once: false,
        };
        self.of.counted(facts, booking)
    }
}

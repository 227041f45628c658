//! Who books, who waits, and who came.

use super::super::people::number;
use super::{Occasion, Programme};
use chrono::NaiveDate;
use domain::sessions::register::Attendance;
use domain::sessions::{BookingState, SessionState};

/// How many wait at most beyond a full session.
const WAITING: i32 = 4;

impl Programme<'_> {
    /// People of the teams book, as many as happen to: of a session to come those beyond its seats wait.
    pub(super) fn come(&mut self, occasion: &Occasion<'_>, code: &str) {
        let capacity = occasion.topic.capacity;
        let most = self.random.between(capacity as i32 / 2, capacity as i32 + WAITING) as usize;
        let free = self.free_in(occasion.teams, occasion.day);
        let share = (most * 1_000).div_ceil(free.len().max(1)) as u32;
        let mut seated = 0;
        let mut met = 0;
        for person in free {
            if met == most || !self.random.thousandths(share) {
                continue;
            }
            met += 1;
            let state = self.state(occasion.state, seated < capacity);
            let Some(state) = state else { continue };
            seated += usize::from(state != BookingState::CancelledByPerson.code());
            self.says(code, (person, occasion.day), state);
        }
    }

    /// Where a booking of somebody stands; none where there is nothing to tell: nobody remembers who waited for what is over.
    fn state(&mut self, session: SessionState, has_seat: bool) -> Option<&'static str> {
        let stays_away = (BookingState::CancelledByPerson.code(), 5);
        Some(match (session, has_seat) {
            (SessionState::Cancelled, _) => BookingState::CancelledBySession.code(),
            (SessionState::Scheduled, false) => BookingState::Waitlisted.code(),
            (_, false) | (SessionState::Draft, _) => return None,
            (SessionState::Closed, true) => self.random.mostly(
                Attendance::Attended.code(),
                &[
                    (Attendance::PartAttended.code(), 5),
                    (Attendance::DidNotAttend.code(), 9),
                    stays_away,
                ],
            ),
            (SessionState::Scheduled | SessionState::Delivered, true) => {
                self.random.mostly(BookingState::Booked.code(), &[stays_away])
            }
        })
    }

    /// Those of these teams who are at work and free on a day.
    pub(super) fn free_in(&self, teams: &[usize], day: NaiveDate) -> Vec<usize> {
        let members = teams.iter().filter_map(|&team| self.members.get(team)).flatten();
        members.copied().filter(|&at| self.is_free(at, day)).collect()
    }

    /// Somebody's line in the file of attendance: that day they are in no other session.
    pub(super) fn says(&mut self, code: &str, (person, day): (usize, NaiveDate), state: &str) {
        self.attendance.row(&[code, &number(person), state]);
        self.busy.insert((person, day));
    }
}

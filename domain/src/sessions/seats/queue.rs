//! Whose the next seat is: the earliest who waits and fits is offered it, or booked where they chose so.

use super::{Booking, Seating, Step};
use crate::sessions::working_time::{self, HOURS_A_DAY};
use crate::sessions::{Attendee, BookingState};
use chrono::{NaiveDateTime, TimeDelta};

/// How long an offer holds its seat: two working days.
const TO_ANSWER: TimeDelta = TimeDelta::hours(2 * HOURS_A_DAY);
/// An offer that would hold for less working time than this is not made.
const LEAST_TO_ANSWER: TimeDelta = TimeDelta::hours(4);

impl Seating {
    /// Gives every seat that somebody waiting could take to the earliest of them. Called by each act, and by whatever looks
    /// on its own: a deadline or a release date passes without anybody's act.
    pub fn settle(&mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        let Some(answer_by) = self.answer_by() else { return steps };
        while let Some(next) = self.next_in_line() {
            let attendee = next.attendee;
            let step = match next.at_once {
                true => Step { attendee, state: BookingState::Booked, answer_by: None },
                false => {
                    Step { attendee, state: BookingState::Offered, answer_by: Some(answer_by) }
                }
            };
            steps.push(self.take(step));
        }
        steps
    }

    /// The earliest who waits and could take a seat.
    pub fn next_in_line(&self) -> Option<&Booking> {
        self.waiting().into_iter().find(|booking| self.fits(booking))
    }

    /// The waiting list, in its order; without those who can no longer come.
    pub fn waiting(&self) -> Vec<&Booking> {
        let waits =
            |booking: &&Booking| booking.state == BookingState::Waitlisted && booking.may_come;
        let mut waiting: Vec<_> = self.bookings.iter().filter(waits).collect();
        waiting.sort_by_key(|booking| booking.asked);
        waiting
    }

    /// Until when an offer of this moment holds, if one can still be made: an offer ends when booking does. When too little
    /// working time is left for one, a free seat is for whoever of the waiting takes it first.
    pub fn answer_by(&self) -> Option<NaiveDateTime> {
        working_time::lies_between(self.now, self.closes_at, LEAST_TO_ANSWER)
            .then(|| working_time::after(self.now, TO_ANSWER).min(self.closes_at))
    }

    /// Whether somebody who waits can take a free seat now: booking is open, and no offer can be made any more.
    pub fn may_take(&self, attendee: Attendee) -> bool {
        let waits = self.of(attendee).filter(|own| own.state == BookingState::Waitlisted);
        let late = self.answer_by().is_none() && self.is_open().is_ok();
        late && waits.is_some_and(|own| self.could_take(own))
    }

    /// Whether a free seat is somebody's to take from the list: who joined it when no offer could be made any more is a
    /// newcomer to those who waited before.
    pub(super) fn could_take(&self, booking: &Booking) -> bool {
        let came_before = |other: &Booking| !self.joined_late(other) && self.fits(other);
        let is_passed = || self.waiting().into_iter().any(came_before);
        self.fits(booking) && !(self.joined_late(booking) && is_passed())
    }

    /// Whether somebody joined when no offer could be made any more.
    pub(super) fn joined_late(&self, booking: &Booking) -> bool {
        !working_time::lies_between(booking.joined_at, self.closes_at, LEAST_TO_ANSWER)
    }
}

//! Whose the next seat is: the earliest who waits and fits is offered it, or booked where they chose so.

use super::{Booking, Seating, Step};
use crate::sessions::BookingState;
use crate::sessions::working_time::{self, HOURS_A_DAY};
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

    /// The waiting list, in its order.
    pub fn waiting(&self) -> Vec<&Booking> {
        let waits = |booking: &&Booking| booking.state == BookingState::Waitlisted;
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
}

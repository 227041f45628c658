//! Whoever waits says anew whether a seat that falls to them is booked at once: their place in the order of asking stays.

use super::{Seating, Step, has_not_ended};
use crate::refusal::Refusal;
use crate::sessions::{Attendee, BookingState};

impl Seating {
    /// Takes another wish of somebody who waits, on the list or for their team manager: from now on a seat that falls to them is
    /// booked at once, or offered. What has become free by now falls to whose turn it is, as they wish now.
    ///
    /// # Errors
    /// As [`Seating::may_wish`].
    pub fn change_wish(&mut self, attendee: Attendee, at_once: bool) -> Result<Vec<Step>, Refusal> {
        let state = self.may_wish(attendee)?;
        if let Some(own) = self.bookings.iter_mut().find(|own| own.attendee == attendee) {
            own.at_once = at_once;
        }
        let mut steps = vec![self.comes_to(attendee, state)];
        steps.extend(self.settle());
        Ok(steps)
    }

    /// In which state somebody waits whose wish still says what becomes of a seat.
    ///
    /// # Errors
    /// Refuses when booking is over, who does not wait, and when too little time is left for a seat to fall to anybody.
    pub fn may_wish(&self, attendee: Attendee) -> Result<BookingState, Refusal> {
        has_not_ended(self.closes_at, self.now)?;
        let state = self.of(attendee).map(|own| own.state);
        let Some(state @ (BookingState::Waitlisted | BookingState::Requested)) = state else {
            let sentence = "You are not waiting for a seat in this session. Look at it again to see where you stand.";
            return Err(Refusal::rule("not-waiting", sentence));
        };
        if self.answer_by().is_none() {
            let sentence = "Too little time is left to offer a free seat to each person in turn. It goes to the first person on \
                            the waiting list who takes it.";
            return Err(Refusal::rule("no-more-offers", sentence));
        }
        Ok(state)
    }
}

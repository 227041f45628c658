//! What a file says of somebody's booking: it was decided elsewhere, so nobody waits in its way; but no more seats are held than
//! there are.

use super::{Booking, Seating, Step};
use crate::refusal::Refusal;
use crate::sessions::BookingState;

impl Seating {
    /// Takes a booking in, in the state that a file tells: in the place of what stood there, at the end of the order of asking.
    ///
    /// # Errors
    /// Refuses a seat where none is free that they could take. Then they have no booking any more; the seating is to be thrown
    /// away, or looked at only to find what else is wrong with the file.
    pub fn record(&mut self, booking: Booking) -> Result<Step, Refusal> {
        let (attendee, state) = (booking.attendee, booking.state);
        // Whatever they held counts among the free seats.
        self.enter(Booking { state: BookingState::CancelledByPerson, ..booking });
        let holds = state == BookingState::Booked;
        if holds && self.of(attendee).is_none_or(|booking| !self.fits(booking)) {
            let sentence = "has no seat: as many people hold one as can, or the free ones are kept for others. Allow more seats, \
                            or write waitlisted";
            return Err(Refusal::rule("no-seat", sentence));
        }
        Ok(self.comes_to(attendee, state))
    }

    /// Takes a booking in as history tells it, whether or not there was a seat.
    pub fn was(&mut self, booking: Booking) {
        self.enter(booking);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{asks, nurse, nurses, seating};
    use super::*;
    use BookingState::{Booked, CancelledByPerson, Waitlisted};

    fn in_state(booking: Booking, state: BookingState) -> Booking {
        Booking { state, ..booking }
    }

    #[test]
    fn a_file_books_past_those_who_wait_and_never_more_than_there_are_seats() {
        let mut seats = seating(2);
        for (who, state) in [(1, Booked), (2, Waitlisted), (3, Booked)] {
            assert_eq!(seats.record(in_state(asks(who), state)).unwrap().state, state);
        }
        assert!(seats.record(in_state(asks(4), Booked)).is_err());
        assert!(seats.record(in_state(asks(1), Booked)).is_ok(), "the seat that they have");
        seats.record(in_state(asks(3), CancelledByPerson)).unwrap();
        assert!(seats.record(in_state(asks(4), Booked)).is_ok());
        assert_eq!(seats.held().count(), 2);
    }

    #[test]
    fn what_is_kept_for_others_no_file_takes() {
        let mut seats = seating(2);
        seats.rules.quotas.push(nurses(1, None, "2026-11-28"));
        assert!(seats.record(in_state(asks(1), Booked)).is_ok());
        assert!(seats.record(in_state(asks(2), Booked)).is_err());
        assert!(seats.record(in_state(nurse(3), Booked)).is_ok());
        seats.was(in_state(asks(2), Booked));
        assert_eq!(seats.held().count(), 3, "history is as it was");
    }
}

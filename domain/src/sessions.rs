//! Teaching sessions: what they are, who leads them, and whose the seats are (rules, section 5).

pub mod format; // how a session is held, and what taking part in it can show
pub mod seats; // who holds a seat, who waits, and whose the next one is
pub mod working_time; // the days and hours in which an answer can be expected

use crate::ids::{GuestId, PersonId};
use crate::macros::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Where a booking stands (rules, section 5).
    BookingState, "booking state" {
        /// A team manager is to say whether it may be.
        Requested "requested" "Waits for approval",
        Declined "declined" "Not approved",
        Waitlisted "waitlisted" "On the waiting list",
        /// A seat is kept until the offer's deadline.
        Offered "offered" "Offered a seat",
        Booked "booked" "Booked",
        CancelledByPerson "cancelled_by_person" "Cancelled",
        CancelledBySession "cancelled_by_session" "Cancelled by the educator",
    }
}

impl BookingState {
    /// Whether it is over: whoever comes back begins anew, at the end of the list.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::CancelledByPerson | Self::CancelledBySession)
    }
}

/// Who takes a seat: somebody on record here, or a guest of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Attendee {
    Person(PersonId),
    Guest(GuestId),
}

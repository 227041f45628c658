//! Teaching sessions: what they are, who leads them, and whose the seats are (rules, section 5).

pub mod format; // how a session is held, and what taking part in it can show
pub mod forms; // what is decided about a session, one form at a time
pub mod leads; // who may lead it
pub mod letters; // the mails about it
pub mod reminding; // when people are reminded of it
pub mod scheduling; // when a draft can be booked from
pub mod seats; // who holds a seat, who waits, and whose the next one is
pub mod times; // when sessions are, and whether two of them clash
pub mod views; // what pages show
pub mod working_time; // the days and hours in which an answer can be expected

use crate::ids::{GuestId, PersonId};
use crate::macros::codes;
use chrono::NaiveDateTime;
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

    /// Where a session is in its life, computed.
    SessionState, "session state" {
        Draft "draft" "Draft",
        Scheduled "scheduled" "Scheduled",
        Delivered "delivered" "Taken place",
        Cancelled "cancelled" "Cancelled",
    }

    /// Why a session does not take place.
    CancelReason, "reason to cancel a session" {
        CoverFailed "cover_failed" "Cover for the learners failed",
        EducatorUnwell "educator_unwell" "The educator is unwell",
        LowNumbers "low_numbers" "Too few people would come",
        Other "other" "Another reason",
    }
}

impl SessionState {
    /// What became of a session that ends at `ends`, both civil time in London: a draft until it was scheduled; it has
    /// taken place once it is over.
    pub fn of(scheduled: bool, cancelled: bool, ends: NaiveDateTime, now: NaiveDateTime) -> Self {
        match (cancelled, scheduled) {
            (true, _) => Self::Cancelled,
            (false, false) => Self::Draft,
            (false, true) if ends <= now => Self::Delivered,
            (false, true) => Self::Scheduled,
        }
    }
}

impl BookingState {
    /// In the order in which whoever runs a session needs them.
    pub const IN_ORDER: [Self; 7] = [
        Self::Booked,
        Self::Offered,
        Self::Waitlisted,
        Self::Requested,
        Self::Declined,
        Self::CancelledByPerson,
        Self::CancelledBySession,
    ];

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

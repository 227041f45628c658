//! Teaching sessions: what they are, who leads them, and whose the seats are (rules, section 5).

pub mod attended; // what coming is afterwards
pub mod browse; // how they are looked through: as a list, a month, a week
pub mod certificate; // what a certificate of attendance says
pub mod changing; // said anew, and who is told
pub mod check_in; // a code that changes every minute
pub mod cutting; // fewer seats than are held
pub mod feedback; // what those who came say of it
pub mod finding; // when one could be
pub mod format; // how a session is held, and what taking part in it can show
pub mod forms; // what is decided about a session, one form at a time
pub mod guests; // people who are not on record here
pub mod importing; // what may come from files
pub mod leads; // who may lead it
pub mod letters; // the mails about it
pub mod numbers; // the fewest people and professions that it asks for
pub mod people; // booking for one's people
pub mod planning; // one decision a page
pub mod register; // who came
pub mod reminding; // when people are reminded of it
pub mod scheduling; // when a draft can be booked from
pub mod seats; // who holds a seat, who waits, and whose the next one is
pub mod seen; // what a lead saw is confirmed
pub mod series; // sessions that recur by one rule
pub mod tally; // what sessions were, in figures
pub mod times; // when sessions are, and whether two of them clash
pub mod views; // what pages show
pub mod wellbeing; // how work has been for those who came
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
        CancelledByPerson "cancelled_by_person" "Booking cancelled",
        CancelledBySession "cancelled_by_session" "Cancelled by the educator",
    }

    /// Where a session is in its life, computed.
    SessionState, "session state" {
        Draft "draft" "Draft",
        Scheduled "scheduled" "Scheduled",
        Delivered "delivered" "Taken place",
        /// It has taken place, and its register says who came.
        Closed "closed" "Register closed",
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

/// What was done to a session so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Life {
    pub scheduled: bool,
    pub cancelled: bool,
    /// Whether its register was closed.
    pub closed: bool,
}

impl SessionState {
    /// What became of a session that ends at `ends`, both civil time in London: a draft until it was scheduled; it has
    /// taken place once it is over, and is closed once its register is.
    pub fn of(life: Life, ends: NaiveDateTime, now: NaiveDateTime) -> Self {
        match life {
            Life { cancelled: true, .. } => Self::Cancelled,
            Life { scheduled: false, .. } => Self::Draft,
            _ if now < ends => Self::Scheduled,
            Life { closed: true, .. } => Self::Closed,
            _ => Self::Delivered,
        }
    }

    /// Whether it is over, and was not cancelled.
    pub const fn has_taken_place(self) -> bool {
        matches!(self, Self::Delivered | Self::Closed)
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

impl Attendee {
    /// Who of those on record it is.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Guest(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_a_session_follows_from_what_was_done_and_from_the_time() {
        let (scheduled, cancelled, closed) = (true, true, true);
        let (draft, open) = (Life::default(), Life { scheduled, ..Life::default() });
        let table = [
            (draft, "2026-12-07T14:00:00", SessionState::Draft),
            (draft, "2026-12-07T15:00:00", SessionState::Draft),
            (open, "2026-12-07T14:29:59", SessionState::Scheduled),
            (open, "2026-12-07T14:30:00", SessionState::Delivered),
            (Life { closed, ..open }, "2026-12-07T14:30:00", SessionState::Closed),
            (Life { cancelled, ..open }, "2026-12-07T15:00:00", SessionState::Cancelled),
            (Life { cancelled, closed, ..open }, "2026-12-07T15:00:00", SessionState::Cancelled),
        ];
        for (life, now, state) in table {
            let (ends, now) = ("2026-12-07T14:30:00".parse().unwrap(), now.parse().unwrap());
            assert_eq!(SessionState::of(life, ends, now), state, "{life:?} {now}");
        }
    }
}

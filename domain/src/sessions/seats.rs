//! Who holds a seat of a session, who waits for one, and whose the next one is (rules, section 5, *Seats and waiting list*).
//!
//! A [`Seating`] is a session's bookings as they stand at one moment. Each act upon it returns what is to be written down, in
//! order; what it returns, it has done. Nothing is decided anywhere else.

mod acts; // what people do: book, answer an offer, give a seat up, approve
mod changes; // what an educator does to the seats: more, fewer, kept for somebody, none; who is cancelled
mod queue; // whose the next seat is
mod recorded; // what a file says of somebody's booking
mod room; // whether somebody fits
#[cfg(test)]
mod tests;
mod wish; // whoever waits says anew whether a seat that falls to them is booked at once

pub use changes::Crowded;
pub use room::{Group, Quota, QuotaFault, SeatRules};

use super::{Attendee, BookingState};
use crate::dates::{spoken_deadline, spoken_opening};
use crate::ids::TeamId;
use crate::refusal::Refusal;
use chrono::{NaiveDateTime, TimeDelta};

/// How far ahead a session must be for a seat that falls to somebody to be booked at once.
const FAR_AHEAD: TimeDelta = TimeDelta::days(14);

/// Whether a session is far enough ahead for a seat that falls to somebody to be booked at once, where they chose so.
pub fn is_far_ahead(starts: NaiveDateTime, now: NaiveDateTime) -> bool {
    starts.signed_duration_since(now) >= FAR_AHEAD
}

/// Whether a session can be booked at a moment, when booking opens at another, if one was said, and ends at a third.
///
/// # Errors
/// Refuses before booking opens, and when it is over.
pub fn is_open(
    opens_at: Option<NaiveDateTime>,
    closes_at: NaiveDateTime,
    now: NaiveDateTime,
) -> Result<(), Refusal> {
    match opens_at {
        Some(opens_at) if now < opens_at => {
            let sentence = format!("Booking opens on {}.", spoken_opening(opens_at));
            Err(Refusal::rule("booking-not-open", sentence))
        }
        _ => has_not_ended(closes_at, now),
    }
}

/// # Errors
/// Refuses when booking is over.
fn has_not_ended(closes_at: NaiveDateTime, now: NaiveDateTime) -> Result<(), Refusal> {
    if now < closes_at {
        return Ok(());
    }
    let sentence = format!("Booking has ended. It was open until {}.", spoken_deadline(closes_at));
    Err(Refusal::rule("booking-ended", sentence))
}

/// A booking as the rules look at it. Moments are civil time in London.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    pub attendee: Attendee,
    pub profession: Option<String>,
    pub team: Option<TeamId>,
    pub state: BookingState,
    /// Their place in the order of asking: of the first word that was said of this booking, in the order of recording.
    pub asked: i64,
    /// When that word was said.
    pub joined_at: NaiveDateTime,
    /// Whether they still have a post in their team on the session's day: no seat is given to whoever has none. Guests may.
    pub may_come: bool,
    /// Until when an offer holds its seat.
    pub answer_by: Option<NaiveDateTime>,
    /// Whether a seat that falls to them is to be booked at once, without an offer: they chose so, and the session is
    /// far enough ahead or in their team's window.
    pub at_once: bool,
}

impl Booking {
    /// Whether it holds a seat: an offer past its deadline holds none.
    pub fn holds_a_seat(&self, now: NaiveDateTime) -> bool {
        match self.state {
            BookingState::Booked => true,
            BookingState::Offered => self.answer_by.is_some_and(|by| now <= by),
            _ => false,
        }
    }

    /// Whether an offer was made and not answered in time.
    pub fn has_lapsed(&self, now: NaiveDateTime) -> bool {
        self.state == BookingState::Offered && !self.holds_a_seat(now)
    }

    /// Whether the attendee is to be reckoned with in this session: they have a seat or wait for one, and nobody is asked first.
    pub fn is_on_its_way(&self, now: NaiveDateTime) -> bool {
        self.is_live(now) && self.state != BookingState::Requested
    }

    /// Whether the attendee has a booking in this session: one at a time.
    pub fn is_live(&self, now: NaiveDateTime) -> bool {
        !self.state.is_over() && !self.has_lapsed(now)
    }
}

/// What is to be written down: an attendee's booking comes into a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub attendee: Attendee,
    pub state: BookingState,
    /// For an offer: until when it holds.
    pub answer_by: Option<NaiveDateTime>,
}

/// A session's seats and bookings at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    pub rules: SeatRules,
    /// Each attendee's latest booking; nobody stands in it twice.
    pub bookings: Vec<Booking>,
    /// When booking opens; where there is none, it is open since the session was scheduled.
    pub opens_at: Option<NaiveDateTime>,
    /// When booking ends: the session's start, or earlier.
    pub closes_at: NaiveDateTime,
    pub now: NaiveDateTime,
}

impl Seating {
    pub fn of(&self, attendee: Attendee) -> Option<&Booking> {
        self.bookings.iter().find(|booking| booking.attendee == attendee)
    }

    /// The bookings that hold a seat.
    pub fn held(&self) -> impl Iterator<Item = &Booking> {
        self.bookings.iter().filter(|booking| booking.holds_a_seat(self.now))
    }

    /// How many seats nobody holds, kept ones too.
    pub fn free(&self) -> usize {
        (self.rules.capacity as usize).saturating_sub(self.held().count())
    }

    /// Writes a step into the bookings.
    fn take(&mut self, step: Step) -> Step {
        if let Some(booking) = self.bookings.iter_mut().find(|b| b.attendee == step.attendee) {
            booking.state = step.state;
            booking.answer_by = step.answer_by;
        }
        step
    }
}

//! What a file may say of somebody's booking of a session, and of whether they came.

use crate::sessions::register::{Attendance, NotedBy};
use crate::sessions::{BookingState, SessionState};

/// What one line says: where a booking stands, or whether somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Booking(BookingState),
    Came(Attendance),
}

impl Said {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Booking(state) => state.label(),
            Self::Came(attendance) => attendance.label(),
        }
    }
}

/// Reads a booking state or an attendance state, in any case.
///
/// # Errors
/// Returns the states there are, in a sentence.
pub fn said(text: &str) -> Result<Said, String> {
    let plain = text.trim().to_lowercase().replace([' ', '-'], "_");
    let booking = plain.parse().ok().map(Said::Booking);
    booking.or_else(|| plain.parse().ok().map(Said::Came)).ok_or_else(|| {
        let states = BookingState::ALL.iter().map(|state| state.code());
        let known: Vec<_> = states.chain(Attendance::ALL.iter().map(|came| came.code())).collect();
        format!("is no state of a booking and no attendance; use one of: {}", known.join(", "))
    })
}

/// Whether that may be said of a session in this state; `today_or_past` is whether its day has come.
///
/// # Errors
/// Returns what to do where it may not.
pub const fn may_be_said(
    said: Said,
    session: SessionState,
    today_or_past: bool,
) -> Result<(), &'static str> {
    match (session, said) {
        (SessionState::Draft, _) => {
            Err("cannot be said of a draft; say in the file of sessions that it is scheduled")
        }
        (SessionState::Cancelled, Said::Came(_)) => {
            Err("cannot be said of a session that was cancelled")
        }
        (SessionState::Cancelled, Said::Booking(state)) if !state.is_over() => {
            Err("cannot be said of a session that was cancelled; write cancelled_by_session")
        }
        (_, Said::Came(_)) if !today_or_past => {
            Err("cannot be said before the day of the session; write booked")
        }
        (SessionState::Scheduled, Said::Booking(BookingState::Offered)) => Err(
            "has a deadline, which no file tells; write waitlisted, and Esteem offers a free seat",
        ),
        _ => Ok(()),
    }
}

/// Whether somebody of whom a file says that they came, or did not, counts as having had a seat, beside how that is noted:
/// whoever has none on record had one as long as one was free. Beyond that they walked in.
pub const fn seat_and_note(has_seat: bool, free: usize, came: Attendance) -> (bool, NotedBy) {
    if has_seat || free > 0 {
        return (!has_seat, NotedBy::Register);
    }
    (false, if came.came() { NotedBy::WalkIn } else { NotedBy::Register })
}

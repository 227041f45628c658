//! Sessions in people's calendars: what an entry says, and how it is written as iCalendar (RFC 5545, RFC 5546).
//!
//! An entry is about one session with one place in time. A series would give it a rule and exceptions beside its slot, and an
//! occurrence of one the day that it stood for at first.

mod entry; // what a calendar is told of one session
mod lines; // the lines of a file: escaped, folded
pub mod views; // what the page of one's own feed shows
mod write; // the file

pub use entry::{Entry, Part, sequence};
pub use write::{CalendarObject, Method, Parties, message, published};

/// How long ago a session may have been that a feed still holds, in months.
pub const MONTHS_BACK: u32 = 12;

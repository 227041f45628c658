//! Sessions in people's calendars: what an entry says, and how it is written as iCalendar (RFC 5545, RFC 5546).
//!
//! A calendar knows a session, or all sessions of a series, under one name. What is told under a name is always all that its
//! reader has there, so that of two things said of it the later one is all that has to be known.

mod entry; // what a calendar is told under one name
mod lines; // the lines of a file: escaped, folded
mod series; // what somebody has of a series
pub mod views; // what the page of one's own feed shows
mod write; // the file

pub use entry::{Appointment, Entry, Part, What, sequence, series_sequence};
pub use series::Series;
pub use write::{CalendarObject, Method, Parties, message, published};

/// How long ago a session may have been that a feed still holds, in months.
pub const MONTHS_BACK: u32 = 12;

#[cfg(test)]
mod tests;

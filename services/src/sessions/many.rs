//! As many sessions as a file brings: loaded in a fixed number of queries for each ten thousand, held in the order of their ids, and
//! decided upon in memory by the functions that decide about one.

mod attended; // with all that was said of who comes
mod diaries; // in which sessions people are
mod loading; // by codes, by ids, held
mod ruling; // what stands against scheduling them

pub(crate) use super::attend::{belongs_to, comes_from, keeps_in_vain};
pub(crate) use super::blank::blank;
pub(crate) use super::leads::on_record;
pub(crate) use super::locks::hold_teams;
pub(crate) use attended::{Attended, attended, count_bookings};
pub(crate) use diaries::Diaries;
pub(crate) use loading::{bookings_of, hold_all, with_codes};
pub(crate) use ruling::Ruling;

/// Ids and codes looked up by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

//! The return of a place: prepared, checked, approved, submitted and corrected; its files, and whether files are still those.

mod annex; // exact figures of teams, for few
mod export; // the files, in a folder
pub mod pack; // what the files are
#[cfg(test)]
mod sample; // a small return, for tests
mod verify; // whether files are still what they were
mod waiting_at; // whose next step it is

pub use annex::annex;
pub use export::export;
pub use pack::{File, Papers};
pub use verify::{Verified, verify};
pub(crate) use waiting_at::{action_of, begun_on, waiting_at};

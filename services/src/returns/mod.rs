//! The return of a place: prepared, checked, approved, submitted and corrected; its files, and whether files are still those.

mod export; // the files, in a folder
pub mod pack; // what the files are
#[cfg(test)]
mod sample; // a small return, for tests
mod verify; // whether files are still what they were

pub use export::export;
pub use pack::{File, Papers};
pub use verify::{Verified, verify};

//! One's own sessions in one's own calendar: a feed at a secret address.

mod own; // made, replaced and ended by whoever it is
mod read; // what a calendar gets

pub use own::{end, make, mine};
pub use read::feed;

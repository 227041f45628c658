//! The supervision log: one's own, and that of a team's people for those who manage them.

mod log; // an entry, and taking one back
mod read; // what the log says

pub use log::{log_mine, log_team, take_back};
pub use read::{mine, of_team};

//! The weekly digest: what somebody is reminded of, and when there is anything new to say.
//!
//! It lists everything that is open, but is sent only when something in it is news: a confirmation that came within 90, 30 or
//! 7 days of its end, or ended; a request about to lapse or sent back; something newly asked; something others wait for.
//! Whoever left a confirmation expired a year ago is not told so every Monday.

pub mod digest; // what stands in it
pub mod nudges; // the mail at once when a manager asks somebody to look
pub mod preferences; // who wants what
pub mod words; // the mail itself

pub use digest::{Digest, ReturnsWaiting, Sources, ToConfirm};
pub use preferences::Preferences;

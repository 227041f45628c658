//! Reminders: the weekly digest of each person who has an account, and what they want of it.

mod digests; // drawn from the facts, for everybody or for one
mod make; // the weekly job
mod preferences; // who wants what
mod readers; // who gets one

pub(crate) use digests::digest_for;
pub(crate) use make::make_digests;
pub use preferences::{choose, mine};

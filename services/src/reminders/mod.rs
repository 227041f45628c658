//! Reminders: the weekly digest of each person who has an account, the mail of a nudge, and what they want of both.

mod digests; // drawn from the facts, for everybody or for one
mod make; // the weekly job
mod nudges; // the mail at once when a manager asks somebody to look
mod preferences; // who wants what
mod readers; // who gets one

pub(crate) use digests::digest_for;
pub(crate) use make::make_digests;
pub(crate) use nudges::{answered, mail_nudges, nudge_for};
pub use preferences::{choose, mine};
pub(crate) use preferences::{not_invited, not_reminded};

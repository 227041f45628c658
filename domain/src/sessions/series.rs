//! Sessions that recur by one rule in local time: 1pm stays 1pm over the clock changes (rules, section 5, "Series").

pub mod actions; // what was agreed in its sessions
pub mod forms; // what is decided about a series
pub mod practices; // who came from which organisation
mod refusals; // what stands against some of its sessions, by day
mod rule; // how often, and how many times
mod shared; // what is changed in several of its sessions at once
mod text; // the rule as RFC 5545 writes it
pub mod views; // what pages show

pub use refusals::{on, together};
pub use rule::{Days, EVERY_MOST, MOST, Nth, Pace, Recurrence};
pub use shared::Shared;
pub use text::UnknownRule;

use super::SessionState;
use super::scheduling::may_change;
use crate::macros::codes;
use crate::refusal::Refusal;

codes! {
    /// Which sessions of a series are meant.
    Part, "part of a series" {
        This "this" "This session only",
        Later "later" "This session and the later ones",
        All "all" "All sessions that have not taken place",
    }
}

/// Whether a session can be repeated.
///
/// # Errors
/// Refuses those that are over, and those of a series: its sessions were made by one rule.
pub fn may_repeat(state: SessionState, in_series: bool) -> Result<(), Refusal> {
    may_change(state)?;
    if !in_series {
        return Ok(());
    }
    let sentence =
        "This session is one of a series already. Plan another like it, then repeat that one.";
    Err(Refusal::rule("in-a-series", sentence))
}

/// Whether the steps of a programme can be run as a series, of which so many are taken in a session.
///
/// # Errors
/// Refuses fewer than two, and more than a series has sessions.
pub fn may_run_in_turn(steps: usize) -> Result<(), Refusal> {
    if steps < 2 {
        let sentence = "Fewer than two steps of this programme are taken in a session. Plan a session of one step instead.";
        return Err(Refusal::rule("too-few-steps", sentence));
    }
    if steps > MOST as usize {
        let sentence = format!(
            "A series has at most {MOST} sessions, and this programme has more steps. Plan a session of each step instead."
        );
        return Err(Refusal::rule("too-many-steps", sentence));
    }
    Ok(())
}

#[cfg(test)]
mod tests;

//! Judgements as pages show them: levels, statuses, evidence and history, in the same words everywhere.

mod evidence;
mod history;
mod intended;
mod levels;
mod nobody_yet;
mod standing;
mod status;

/// Beside every box in which somebody writes about their work.
pub const NO_PATIENTS: &str = "Do not write anything about a patient that could identify them.";

pub use evidence::{evidence_choices, evidence_named, words_of};
pub use history::History;
pub use intended::{IntendedLevel, IntendedLevels, intended_choices};
pub use levels::{level_choices, level_named};
pub use nobody_yet::NobodyYet;
pub use standing::StandingFacts;
pub use status::{StandingTag, StatusTag};

//! Judgements as pages show them: levels, statuses, evidence and history, in the same words everywhere.

mod evidence;
mod history;
mod levels;
mod status;

pub use evidence::{evidence_choices, evidence_named};
pub use history::History;
pub use levels::{level_choices, level_named};
pub use status::StandingTag;

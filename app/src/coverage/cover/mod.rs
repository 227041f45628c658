//! Cover: which teams hold what they require, and why.

mod table; // each team, domain by domain
mod tag; // covered, by arrangement, not
mod why; // who makes a team covered, or what is missing

pub use table::CoverPage;
pub use why::WhyCoveredPage;

const PATH: &str = "/coverage/cover";

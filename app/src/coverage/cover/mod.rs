//! Cover: which teams hold what they require, and why.

mod filters; // the form above the table
mod page; // the teams of one unit
mod table; // each team, domain by domain
mod tag; // covered, by arrangement, not
mod why; // who makes a team covered, or what is missing

pub use page::CoverPage;
pub(super) use tag::CoverTag;
pub use why::WhyCoveredPage;

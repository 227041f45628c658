//! Cover: whether teams hold what they require, for whoever may see their exact figures.

mod table; // each team of a unit, domain by domain
mod why; // who makes a team covered, or what is missing

pub use table::{Shown, cover};
pub use why::why_covered;

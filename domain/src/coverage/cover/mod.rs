//! Cover: whether enough people of a team hold what it requires, by whose help, and whom that hangs on (rules, section 4).

mod ahead; // what becomes of it by a later day, and because of whom
mod capable; // how many teams are covered, row by row
mod detail; // who holds what in one team
pub mod forms; // the decisions behind the forms
mod heads; // those who hold one competency, by profession
mod in_force; // which of several rules applies
mod pass; // one pass over everybody
pub mod rule; // how many people of a team must hold what
mod seats; // in which teams a person counts, and as which profession
pub mod verdict; // covered, by arrangement, not; and whether it hangs on one person
pub mod views; // what pages show
pub mod words; // why it changes, as people read it

pub use ahead::{
    Because, CoverAhead, CoverChange, Fails, Goes, Gone, Hang, TeamAhead, teams_ahead,
};
pub use capable::{CapableTeams, TeamCover, teams_covered};
pub use detail::{CompetencyCover, Holder, detail};
pub use rule::{Asks, Item, Missing, Need, Rule, Whose};
pub use seats::{Arrangement, Helper};
pub use verdict::{Covered, Only, Verdict};

pub(super) use capable::{capable, passes};
pub(super) use pass::Pass;

#[cfg(test)]
mod tests;

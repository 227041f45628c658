//! The demonstration: a fictional Tower Hamlets, made from a number of people, a seed and a day.

mod accounts; // who can sign in, and with what password
mod cast; // who is always there
mod files; // contract files as text
mod groups; // teams that are asked about together
mod helpers; // who agreed to be asked
mod hiring; // who works where
mod history; // two years of judgements
mod layout; // how the place is laid out
mod line_managers; // who manages whom
mod links; // who comes to which team
mod load; // through the imports, into the database
mod names; // invented people
mod password; // the one password
mod paying; // what pays for sessions
mod people; // people and their posts
mod pieces; // what the practice nurse keeps as evidence
mod places; // areas, organisations and teams
mod plan; // the whole place, made but not yet loaded
mod practices; // invented names of practices and care homes
mod promises; // time that educators were promised
mod random; // seeded chance
mod releasing; // when teams let their people go
mod requests; // what waits when it is opened
mod set; // what the set that ships asks
mod staffing; // who works in which kind of team
mod teaching; // sessions, and who comes to them
mod training; // the training package
mod writing; // places and people as contract files

pub use accounts::{SignIn, renew_password, sign_ins};
pub use load::{Demonstration, load, refuse_half_loaded};

/// How many people the demonstration has when nobody says.
pub const STAFF: u32 = 3_000;
/// The seed when nobody says: the year of the report.
pub const SEED: u64 = 2017;

#[cfg(test)]
mod tests;

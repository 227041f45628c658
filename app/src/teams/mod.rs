//! Teams: found by name, with their people, who starts and who leaves, and the managers' matrix.

mod api; // server functions
mod due; // of whom something is due
mod entitlement; // how many sessions teams are due
mod list; // teams, searched
mod matrix; // people by competency
mod movers; // who starts and who leaves
mod starter; // the form: somebody new
mod team; // one team

pub use due::DuePage;
pub use entitlement::EntitlementPage;
pub use list::TeamsPage;
pub use matrix::MatrixPage;
pub use starter::NewStarterPage;
pub use team::TeamPage;

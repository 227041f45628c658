//! Planning: what confirming asks of assessors in a year, and who is missing for it.

mod api; // server functions
mod assessors; // who can still confirm what
mod load; // the page
mod tables; // assessors, teams, and who is missing

pub use assessors::AssessorsPage;
pub use load::LoadPage;

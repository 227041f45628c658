//! Protected time of educators: my own, everybody’s within reach of a workforce lead, and where a session goes beyond it.

mod api; // server functions: reading, and one's own ledger
mod api_give; // server functions: time that is promised
mod change; // the forms: promised time, different from a day on
mod educator; // one person's, for whoever promises it
mod educators; // everybody who teaches
mod entries; // the ledger
mod fields; // what those forms ask
mod mine; // my own
mod outside; // sessions that it does not cover, and why they go ahead
mod year; // a year: what was promised, and what it came to

pub use change::ChangeTimePage;
pub use educator::EducatorTimePage;
pub use educators::EducatorsPage;
pub use mine::MyTimePage;
pub(crate) use outside::{OutsideReason, OutsideTime};
pub(crate) use year::OtherYears;

use domain::ids::PersonId;

/// The page of somebody's protected time.
fn page_of(person: PersonId) -> String {
    format!("/protected-time/{person}")
}

//! Sessions that recur by one rule: made together, changed and cancelled together where that is wished, booked at one press.

mod among; // where a session stands in its series
mod book; // seats in all that are to come
mod change; // something of several of them
mod end; // several of them do not take place
mod find; // which of them are meant
mod open; // a series, opened
mod preview; // the dates before anything is made
mod repeat; // a session becomes the first of several
mod schedule; // from now on they can be booked

pub use book::book;
pub use change::{change, form};
pub use end::cancel;
pub use open::series;
pub use preview::preview;
pub use repeat::repeat;
pub use schedule::schedule;

pub(super) use among::among;
pub(super) use find::{not_found, rule_of};

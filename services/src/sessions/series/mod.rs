//! Sessions that recur by one rule: made together, changed and cancelled together where that is wished, booked at one press.

mod agree; // actions that were agreed, and done
mod among; // where a session stands in its series
mod book; // seats in all that are to come
mod change; // something of several of them
mod end; // several of them do not take place
mod find; // which of them are meant
mod open; // a series, opened
mod practices; // who came from where, and what was agreed
mod preview; // the dates before anything is made
mod repeat; // a session becomes the first of several
mod schedule; // from now on they can be booked
mod steps; // the steps of a programme, one after the other

pub use agree::{agree, done};
pub use book::book;
pub use change::{change, form};
pub use end::cancel;
pub use open::series;
pub use practices::practices;
pub use preview::preview;
pub use repeat::repeat;
pub use schedule::schedule;
pub use steps::{plan_steps, steps_form};

pub(super) use among::among;
pub(super) use find::{changeable, not_found, rule_of, series_of};

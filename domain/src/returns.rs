//! The return of a place: which figures it has, what of them is published, and how it is prepared, checked, approved and submitted
//! (rules, sections 6 and 7). Where the rules are silent: `docs/decisions/returns.md`.

pub mod activity; // sessions, time, input and what is short, counted
pub mod annex; // exact figures of teams, for few
pub mod asks; // which figures are asked for
pub mod attendance; // people who came or wait, beside earlier returns
pub mod cells; // a published cell, and its line in the file
pub mod change_line; // a changed cell, and its line in the file
mod change_words; // a changed cell as people read it
pub mod changes; // what differs between two revisions
pub mod checks; // what is looked at before approval
pub mod contents; // what the files are written from
pub mod cover; // how many teams can do what they must
pub mod exact; // the counts that it is decided of what is published
pub mod families; // which rows are made of which
pub mod findings; // what the figures say, in sentences
pub mod forms; // what the forms of its pages say
pub mod history; // who may take which step next
pub mod id; // PLACE-DATE-rN
pub mod keys; // what names a cell
pub mod local_measures; // what a place measures besides
pub mod method; // how the figures came about
pub mod need_list; // needs as a page lists them
mod need_words; // how a need is said
pub mod needs; // how gaps hang together with coverage
pub mod prepare; // all of it at once
pub mod published; // what is published
pub mod recipients; // whom a return is for
mod relations; // what holds between counts
pub mod rows; // the exact rows
pub mod schedule; // what is prepared by itself
pub mod sessions; // sessions, protected time, mental health input
pub mod shortfalls; // what a place is short of
pub mod state; // what was done with a return
#[cfg(test)]
mod tests;
pub mod titles; // job titles that reveal health
pub mod views; // what pages show

pub use cells::{Cell, Marker, Stamp};
pub use changes::{Change, changes};
pub use contents::Contents;
pub use id::ReturnId;
pub use keys::{Basis, CellKey, Measure, Part, RowKey};
pub use prepare::{Prepared, prepare};
pub use published::{Frozen, Publication, publish};
pub use state::{Event, Step};

//! Returns of places: prepared from one state of the facts, checked, approved, submitted and corrected; and read (rules, section 7).

mod annex; // exact figures of teams, for few
mod annex_taken; // who took it
mod approvers; // who may approve one
mod archive; // the files of one together
mod basis; // what one is computed from that others may add to
mod beside; // the returns that one is held against
mod compute; // everything that is computed of one
mod earlier; // what is known of them
mod educators; // whose time is whose, over the twelve months
mod exact; // where the exact figures behind a published row are
mod export; // the files of one, in a folder
mod figures; // the published figures of one
mod files; // the files of one
mod kept; // what was computed, as it is stored
mod list; // all that somebody may see
mod loaded; // sessions, time and input, from their tables
mod may; // who may do what with them
mod noted; // what its checks came upon, and what was said of it
mod one; // one revision
pub mod pack; // from what one says to its files
mod prepare; // the one that is open, or the first
mod revise; // one that was submitted is corrected
#[cfg(test)]
mod sample; // a small return, for tests
mod saving; // from data to files, as they are stored
mod say; // a lead's words on a need
mod seats; // who had one, and which sessions count for whom
mod shown; // whether pages show what the files say
mod steps; // checked, approved, submitted
mod stored; // revisions as they are stored
mod texts; // what people wrote in one
mod today; // what today's data would make of one
mod turn; // one after the other
mod verify; // whether files are still what they were
mod waiting; // those that wait for whoever is signed in
mod waiting_at; // whose next step it is

pub use annex::annex;
pub use annex_taken::annex_taken;
pub use archive::archived;
pub(crate) use compute::contents_of;
pub use export::export;
pub use figures::figures;
pub(crate) use files::all as files_of;
pub use files::{file, files};
pub use list::list;
pub use one::one;
pub use pack::{File, Papers};
pub use prepare::prepare;
pub(crate) use prepare::prepare_by_itself;
pub use revise::revise;
pub use say::say;
pub(crate) use shown::unlike_files;
pub use steps::{approve, check, submit};
pub(crate) use stored::event as event_of;
pub use today::one_beside_today;
pub use turn::{Turn, Turns};
pub use verify::{Verified, verify};
pub use waiting::waiting;
pub(crate) use waiting_at::{action_of, begun_on, waiting_at};

use crate::error::Error;
use domain::refusal::Refusal;

/// What is not there, or not for the asker to see.
fn not_found() -> Error {
    Refusal::not_found("this return").into()
}

//! Evidence: what somebody shows, as things of their own; kept by its owner, attached to requests, opened by few.

mod about; // which competencies pieces are about
mod attach; // to a request, and what rests on which
mod attendance; // coming to a session
mod content; // what a file really is, looked into before it is kept
mod courses; // what files name, and what each speaks of
mod delete; // with everything that is known of them
mod list; // the owner's own, and the form of a piece
mod open; // a file, for its owner and the assessor of an open request
mod revalidation; // what it comes to for each regulator
mod rows; // stored pieces as lines
mod save; // added, changed while it is attached to nothing, removed

pub use content::Brought;
pub use courses::{course, courses, say_about_course};
pub use list::{form, own};
pub use open::{Opened, open_file};
pub use revalidation::{revalidation, revalidation_csv, revalidation_to_take};
pub use save::{add, change, may_add, remove};

pub(crate) use about::say_about;
pub(crate) use attach::{attach, attach_own, carry_over, kinds};
pub(crate) use delete::delete;
pub(crate) use list::{pieces_about, shown};
pub(crate) use rows::{Pieces, attached_to};

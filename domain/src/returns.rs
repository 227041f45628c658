//! The return of a place: which figures it has, what of them is published, and how it is prepared, checked, approved and submitted
//! (rules, sections 6 and 7). Where the rules are silent: `docs/decisions/returns.md`.

pub mod history; // who may take which step next
pub mod id; // PLACE-DATE-rN
pub mod state; // what was done with a return

pub use id::ReturnId;
pub use state::{Event, Step};

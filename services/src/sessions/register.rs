//! The register of a session: who came, written by whoever runs or leads it, closed and opened again.

mod close; // locked, and open again for a reason
mod noted; // what was said of attendance, as it is stored
mod page; // as whoever takes it sees it
mod sheet; // everybody whom it is about
mod take; // what is said of everybody at once
mod walk_in; // somebody came without a seat

pub use close::{close_register, reopen_register};
pub use page::register;
pub use take::take_register;
pub use walk_in::add_walk_in;

pub(super) use noted::{note, noted, register_of, said_of};

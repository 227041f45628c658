//! Grants: who gave whom which access where, and since when; ended, never deleted.

mod assessors; // who confirms, and on what terms
mod end; // over from today, kept in the history
mod give; // from today on
mod holders; // who holds what allows an action
mod lines; // what pages show of each
mod list; // those within the asker's right to grant
mod offer; // what may be given to whom, and where
mod places; // where a grant applies

pub(crate) use assessors::{FoundingGrant, assessors_on, founding_in, foundings_of};
pub(crate) use end::administrators;
pub(crate) use holders::holders_of;
pub(crate) use list::of;
pub(crate) use places::{columns, located_at, scope_at, scope_in, scope_of, units};

pub use end::end;
pub use give::{give, give_new};
pub use list::{Listing, list, one};
pub use offer::{offer, receivers};
pub use places::{PlaceOfGrant, find_place};

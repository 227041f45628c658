//! What people say of levels: asked, confirmed, sent back, recognised, claimed; and who may see what.

mod claims; // not part of my post
mod confirming; // of two who decide at once, one does
mod own; // what somebody says of themselves
mod place; // a nurse, her manager, two assessors
mod recognising; // levels granted to people of a role
mod requests; // who sees them, and until when

pub use place::{ask, practice};

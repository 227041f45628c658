//! What people say of levels: asked, confirmed, sent back, recognised, claimed; and who may see what.

mod ahead; // next steps, drafts, the revalidation pack
mod asking_for; // a manager asks on somebody's behalf
mod claims; // not part of my post
mod confirming; // of two who decide at once, one does
mod countersigning; // two signatures
mod evidence; // pieces, files, and who opens them
mod own; // what somebody says of themselves
pub mod place; // a nurse, her manager, two assessors
mod recognising; // levels granted to people of a role
mod requests; // who sees them, and until when
mod signing_off; // a whole role
mod together; // several people at once
mod unasked; // without a request, several at once, revoked

pub use place::{ask, practice};

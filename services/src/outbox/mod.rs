//! The outbox: what is to be mailed is kept with what it tells of, and handed to a mail server later, once.
//!
//! To mail something: a kind in `domain::outbox`, its words in [`words`], with what a calendar is told beside them, and [`put`] in
//! the transaction of the change.

mod hand_over; // by one process, once
mod list; // for administrators
mod put; // into the outbox
mod tidy; // what is long done with is forgotten
mod words; // made when a mail is sent

pub use hand_over::{Attempt, Due, Letter, due, hand_over, note};
pub use list::{Listing, list, try_again, try_all_again};
pub use put::NewMail;
pub(crate) use put::put;
pub(crate) use tidy::tidy;

use crate::ctx::Ctx;
use crate::error::Result;
use domain::policy::{Action, Resource};

/// Mail goes to the holders of accounts, so it is kept by whoever keeps accounts, and by the process itself.
fn authorise(ctx: &Ctx, what: &str) -> Result<()> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, what)
}

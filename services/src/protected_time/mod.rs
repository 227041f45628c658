//! Protected time of educators: promised by workforce leads, used and lost as the ledger and the sessions say.

mod books; // what stands of people's protected time in a year
mod educators; // everybody who teaches, for a workforce lead
mod entries; // the ledger: written, and taken back
mod give; // time promised, changed, ended
mod of_leads; // of everybody who leads a session, or those of a file
mod of_year; // one person's year, as pages show it
mod outside; // sessions that it does not cover
mod over; // everybody's, over some days
mod rows; // from rows to what the rules look at
mod teaching; // who teaches

pub(crate) use books::promised;
pub use educators::{EducatorsAsk, educators};
pub use entries::{take_back, write};
pub use give::{change, end, form, give, remove};
pub(crate) use of_leads::TimeOfLeads;
pub use of_year::{mine, of_person};
pub(crate) use outside::{Outside, lack_words, reasons_of};
pub(crate) use over::{Over, over};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::coverage::Facts;
use domain::ids::PersonId;
use domain::policy::{Action, Resource};

/// Passes whoever gives this person protected time.
///
/// # Errors
/// Refuses everybody else, and the person themselves, as not found.
fn may_give(ctx: &Ctx, facts: &Facts, person: PersonId) -> Result<()> {
    let posts = subject_posts(ctx, facts, person);
    ctx.authorise(Action::GiveTime, Resource::Person { person, posts: &posts }, "this page")
}

//! Money for sessions: schemes that workforce leads keep, and what teams claim under them.

mod claimed; // claims as they were made
mod claims; // what a team can claim, and has claimed
mod file; // a claim as CSV
mod keep; // a scheme added, changed from a day on, ended
mod make; // a claim is made
mod schemes; // schemes as they are stored, listed and offered
mod under_scheme; // what teams claimed under one

pub use claimed::claim;
pub use claims::claims;
pub use file::claim_csv;
pub use keep::{add, change, end};
pub use make::make;
pub use schemes::{form, list};
pub use under_scheme::claims_under;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::may_in_area_with_id;
use domain::coverage::Facts;
use domain::ids::AreaId;
use domain::policy::Action;
use domain::refusal::Refusal;

/// Whether the asker keeps schemes for the teams of this area; of every area where there is none.
fn may_keep_for(ctx: &Ctx, facts: &Facts, area: Option<AreaId>) -> bool {
    may_in_area_with_id(ctx, facts, Action::KeepFunding, area)
}

/// # Errors
/// Refuses whoever keeps no schemes for the teams of this area, as not found.
fn authorise_for(ctx: &Ctx, facts: &Facts, area: Option<AreaId>) -> Result<()> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    if may_keep_for(ctx, facts, area) {
        return Ok(());
    }
    Err(Refusal::not_found("this scheme").into())
}

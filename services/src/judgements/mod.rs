//! Judgements: what people say of their own levels, what assessors confirm, what leads recognise.

mod ask; // ask for confirmation, or think better of it
mod confirm; // open requests, and the decision on one
mod exempt; // "not part of my post", claimed and decided
mod history; // the timeline, with the names of those who spoke
mod recognise; // levels granted for people of a role
mod record; // a person's whole record, and one competency of it
mod save; // one judgement into its table
mod self_assess; // one's own level
mod start; // what is asked first, one at a time; a domain in one sitting
mod waiting; // what waits for whoever is signed in

pub use ask::{ask, withdraw};
pub use confirm::{decide, open_requests, request};
pub(crate) use confirm::{requests_of_late, waiting_for};
pub use exempt::{claim, claims, decide_claim, end_exemption};
pub(crate) use exempt::{may_decide, open_claims};
pub use recognise::{Recognise, recognise, recognition};
pub(crate) use record::record_of;
pub use record::{competency, record};
pub use self_assess::{self_assess, self_assess_domain};
pub use start::{sitting, start};
pub use waiting::waiting;

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::{Competency, Facts};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;

/// The person who is signed in.
pub(crate) fn myself(ctx: &Ctx) -> Result<PersonId> {
    match ctx.actor.person() {
        Some(person) => Ok(person),
        None if ctx.actor.account().is_some() => Err(Refusal::rule(
            "no-person",
            "Your account is not linked to a staff record, so there is nothing of yours to show here.",
        )
        .into()),
        None => Err(Refusal::SignInFirst.into()),
    }
}

/// The competency with this code in the version that holds today.
fn find<'a>(ctx: &Ctx, facts: &'a Facts, code: &str) -> Result<(CompetencyIndex, &'a Competency)> {
    let version = version_at(&facts.versions, ctx.today);
    let mut known = facts.competencies.iter().enumerate();
    known
        .find(|(_, c)| Some(c.version) == version && c.code == code)
        .map(|(at, competency)| (at as CompetencyIndex, competency))
        .ok_or_else(|| Refusal::not_found("this competency").into())
}

//! Confirming: what waits for an assessor, and what assessors decide. Every rule of section 3 is asked again when it is
//! saved.

mod between; // what the rules look at, between one assessor and one subject
mod confirmed_by; // who confirmed an assessor, and when
mod countersign; // the second of two signatures
mod decide; // an open request is confirmed or sent back
mod observe; // what an assessor saw without having been asked
mod reaffirm; // what falls due is confirmed again
mod requests; // requests that wait, and one of them opened
mod revoke; // a confirmation is revoked
mod several; // requests side by side, decided together
mod shown; // who reads the evidence of what waits
mod signatures; // first signatures that wait for a second
mod signer; // whoever signs: the asker, and who signed first
mod together; // what was seen of several people at once

pub use countersign::{countersign, signature};
pub use decide::decide;
pub use observe::{observable, observe, observe_form};
pub use reaffirm::{due, reaffirm};
pub(super) use requests::{confirms_somewhere, requests_waiting};
pub use requests::{request, to_confirm};
pub(crate) use requests::{requests_of_late, waiting_for};
pub(crate) use revoke::may_revoke;
pub use revoke::revoke;
pub use several::{confirm_several, side_by_side};
pub(crate) use shown::reads_evidence;
pub(super) use signatures::signatures_waiting;
pub use together::{TogetherAsk, confirm_together, together};

use crate::ctx::Ctx;
use domain::coverage::{Competency, Facts};
use domain::ids::PersonId;
use domain::requirements::CompetencyIndex;
use entities::judgement;

/// The competency that a request or a first signature is about today: the one it was made in, or what that became in a
/// later framework version.
fn about<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    row: &judgement::Model,
) -> Option<(CompetencyIndex, &'a Competency)> {
    let at = facts.open_now(facts.competency_at(row.competency_id)?, ctx.today)?;
    Some((at, facts.competencies.get(usize::from(at))?))
}

/// The name of the team of one of a person's posts today; empty where they hold none.
pub(crate) fn team_name(ctx: &Ctx, facts: &Facts, person: PersonId) -> String {
    let person = facts.person(person);
    let terms = person.and_then(|person| facts.posts_in_scope(person, ctx.today).next());
    let team = terms.and_then(|terms| facts.places.teams.get(terms.team));
    team.map(|team| team.name.clone()).unwrap_or_default()
}

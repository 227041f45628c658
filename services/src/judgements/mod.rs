//! Judgements: what people say of their own levels, what assessors confirm, what leads recognise.

mod ahead; // next steps, and what expires when
mod ask; // ask for confirmation, or think better of it
mod ask_for; // ask for confirmation on somebody's behalf
mod assessing; // who can still confirm what
mod capacity; // who may confirm what on a day
mod confirming; // what waits for assessors, and what they decide
mod exempt; // "not part of my post", claimed and decided
mod history; // the timeline, with the names of those who spoke
mod load; // what confirming asks in a year, and who is missing
mod load_file; // the same as a file
mod recognise; // levels granted for people of a role
mod record; // a person's whole record, and one competency of it
mod resend; // ask once more
mod rights; // who may confirm what, and whom
mod save; // one judgement into its table
mod self_assess; // one's own level
mod sign_off; // a whole role profile
mod start; // what is asked first, one at a time; a domain in one sitting
mod waiting; // what waits for whoever is signed in

pub use ahead::{ahead, own_record};
pub use ask::{ask, begin_to_ask, withdraw};
pub use ask_for::ask_for;
pub(crate) use ask_for::{may_ask_of, requests_for};
pub use assessing::who_confirms;
pub(crate) use capacity::capacities;
pub use confirming::{
    TogetherAsk, confirm_several, confirm_together, countersign, decide, due, observable, observe,
    observe_form, reaffirm, request, revoke, side_by_side, signature, to_confirm, together,
};
pub(crate) use confirming::{may_revoke, reads_evidence, requests_of_late, team_name, waiting_for};
pub use exempt::{claim, claims, decide_claim, end_exemption};
pub(crate) use exempt::{may_decide, open_claims};
pub(crate) use history::{Reflections, timeline};
pub use load::{load_places, year_load};
pub use load_file::load_csv;
pub use recognise::{Recognise, everyone_to_recognise, recognise, recognition};
pub(crate) use record::record_of;
pub use record::{competency, record};
pub use resend::resend;
pub(crate) use save::{Said, evidence_of};
pub use self_assess::{self_assess, self_assess_domain};
pub use sign_off::sign_off;
pub(crate) use sign_off::{profiles, standing_sign_offs};
pub use start::{keep_sitting, sitting, start};
pub use waiting::waiting;

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::{Competency, Facts};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::on_record;
use domain::policy::Actor;
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

/// Passes whoever may judge others as far as who they are goes: a person, or the operator at the command line.
///
/// # Errors
/// Refuses accounts that are no person's.
pub(crate) fn judging(ctx: &Ctx) -> Result<()> {
    let is_operator = ctx.actor == Actor::Operator;
    Ok(on_record(is_operator || ctx.actor.person().is_some())?)
}

/// The competency with this code in the version that holds today.
pub(crate) fn find<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    code: &str,
) -> Result<(CompetencyIndex, &'a Competency)> {
    let version = version_at(&facts.versions, ctx.today);
    let mut known = facts.competencies.iter().enumerate();
    known
        .find(|(_, c)| Some(c.version) == version && c.code == code)
        .map(|(at, competency)| (at as CompetencyIndex, competency))
        .ok_or_else(|| Refusal::not_found("this competency").into())
}

/// What is asked of the signed-in person today, and besides it the competencies with these codes, in the
/// order of the framework.
pub(crate) fn asked_of_me<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    besides: &[&str],
) -> Result<Vec<&'a Competency>> {
    let person = facts.person(myself(ctx)?).ok_or_else(|| Refusal::not_found("this person"))?;
    let version = version_at(&facts.versions, ctx.today);
    let asked = facts.asked_of(person, ctx.today);
    let offered = facts.competencies.iter().enumerate().filter(|(at, competency)| {
        let is_asked = asked.iter().any(|asked| usize::from(asked.competency) == *at);
        let current = Some(competency.version) == version;
        current && (is_asked || besides.contains(&competency.code.as_str()))
    });
    Ok(offered.map(|(_, competency)| competency).collect())
}

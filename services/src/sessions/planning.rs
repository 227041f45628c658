//! A session planned one decision a page: the answers are kept from page to page, and read by nobody but whoever plans it.

use super::begin::Begin;
use super::draft::drafted;
use super::form::form;
use super::may_run_any;
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use domain::drafts::Draft;
use domain::ids::{PersonId, SessionId};
use domain::patient_text::REASON_FIELD;
use domain::refusal::Refusal;
use domain::sessions::forms::{DescribeSession, SessionFields};
use domain::sessions::planning::{Plan, Step};

/// The name of the draft that the answers are.
const PLAN: &str = "session-plan";

/// What the signed-in person has answered so far of a session that is no draft yet.
///
/// # Errors
/// Refuses whoever runs no sessions, as not found; and whoever has no staff record.
pub async fn plan(ctx: &Ctx) -> Result<Plan> {
    may_run_any(ctx)?;
    let kept = kept(ctx, planner(ctx)?).await?;
    Ok(Plan::of(form(ctx, None, None).await?, &kept))
}

/// Keeps what was typed on one page, and tells which page is not answered yet.
///
/// # Errors
/// As [`plan`]; and refuses, beside its field, what the page asks and cannot be used.
pub async fn keep_step(ctx: &Ctx, step: Step, typed: &SessionFields) -> Result<Option<Step>> {
    may_run_any(ctx)?;
    let person = planner(ctx)?;
    // The reason is kept with the answers: it is told in the entry of the draft that they become.
    let _ = ctx.guard(&step.texts(typed))?;
    let kept = step.put(kept(ctx, person).await?, typed);
    let plan = Plan::of(form(ctx, None, None).await?, &kept);
    plan.check(step)?;
    drafts::keep(ctx, person, PLAN, &with_reason(kept, &ctx.not_a_patient).answers).await?;
    Ok(plan.unanswered())
}

/// Makes a draft of the answers, by its id and title, and keeps them no longer.
///
/// # Errors
/// As [`plan`]; and refuses answers that are missing or cannot be used, as [`super::draft()`] does.
pub async fn draft_planned(ctx: &Ctx) -> Result<(SessionId, String)> {
    may_run_any(ctx)?;
    let person = planner(ctx)?;
    let kept = kept(ctx, person).await?;
    let says = DescribeSession::parse(&Plan::of(form(ctx, None, None).await?, &kept).form.fields)?;
    let asker = match ctx.not_a_patient.is_empty() {
        true => Ctx { not_a_patient: kept.of(REASON_FIELD).to_owned(), ..ctx.clone() },
        false => ctx.clone(),
    };
    let (id, change, entries) = drafted(&asker, &says, &Begin::Nothing).await?;
    drafts::forget(change.tx(), person, PLAN).await?;
    change.commit_all(entries).await?;
    Ok((id, says.title))
}

async fn kept(ctx: &Ctx, person: PersonId) -> Result<Draft> {
    Ok(drafts::kept(ctx, person, PLAN).await?.unwrap_or_default())
}

/// The answers with the reason why something in them is not about a patient, where one was given.
fn with_reason(mut kept: Draft, reason: &str) -> Draft {
    if !reason.is_empty() {
        kept.answers.retain(|(field, _)| field != REASON_FIELD);
        kept.answers.push((REASON_FIELD.to_owned(), reason.to_owned()));
    }
    kept
}

/// The one whose answers they are.
fn planner(ctx: &Ctx) -> Result<PersonId> {
    let sentence = "Your answers would be kept with your staff record, and your account is not linked to one. Plan the session \
                    on one page instead, at /sessions/new.";
    Ok(ctx.actor.person().ok_or_else(|| Refusal::rule("no-person", sentence))?)
}

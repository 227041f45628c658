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
use domain::patient_text::{LetThrough, let_through};
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
    // The reason is kept with the page's answers: it is told in the entry of the draft that they become.
    let passed = ctx.guard(&step.texts(typed))?;
    let kept = step.put(kept(ctx, person).await?, typed, &passed);
    let plan = Plan::of(form(ctx, None, None).await?, &kept);
    plan.check(step)?;
    drafts::keep(ctx, person, PLAN, &kept.answers).await?;
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
    let fields = Plan::of(form(ctx, None, None).await?, &kept).form.fields;
    let says = DescribeSession::parse(&fields)?;
    let passed = looked_through(ctx, &kept, &fields)?;
    let (id, change, entries) = drafted(ctx, (&says, passed), &Begin::Nothing).await?;
    drafts::forget(change.tx(), person, PLAN).await?;
    change.commit_all(entries).await?;
    Ok((id, says.title))
}

async fn kept(ctx: &Ctx, person: PersonId) -> Result<Draft> {
    Ok(drafts::kept(ctx, person, PLAN).await?.unwrap_or_default())
}

/// Leave to keep what each page says, by the reason that was given on it; by the one given where the answers are checked, for what
/// nobody had asked about on its page yet.
fn looked_through(ctx: &Ctx, kept: &Draft, fields: &SessionFields) -> Result<Vec<LetThrough>> {
    let through = |step: &Step| -> Result<LetThrough> {
        let reason = match step.reason(kept) {
            "" => ctx.not_a_patient.as_str(),
            own => own,
        };
        Ok(let_through(&step.texts(fields), reason, ctx.today)?)
    };
    Step::ALL.iter().map(through).collect()
}

/// The one whose answers they are.
fn planner(ctx: &Ctx) -> Result<PersonId> {
    let sentence = "Your answers would be kept with your staff record, and your account is not linked to one. Plan the session \
                    on one page instead, at /sessions/new.";
    Ok(ctx.actor.person().ok_or_else(|| Refusal::rule("no-person", sentence))?)
}

//! A session planned one decision a page: the answers are kept from page to page, and read by nobody but whoever plans it.

use super::begin::bare;
use super::draft::drafted;
use super::form::form;
use super::may_run_any;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use domain::drafts::Draft;
use domain::ids::{PersonId, SessionId};
use domain::patient_text::{LetThrough, let_through};
use domain::refusal::Refusal;
use domain::sessions::forms::{DescribeSession, SessionFields};
use domain::sessions::planning::{BECOMES, Plan, Step};
use uuid::Uuid;

/// The name of the draft that the answers are.
const PLAN: &str = "session-plan";

/// What the signed-in person has answered so far of a session that is no draft yet.
///
/// # Errors
/// Refuses whoever runs no sessions, as not found; and whoever has no staff record.
pub async fn plan(ctx: &Ctx) -> Result<Plan> {
    may_run_any(ctx)?;
    let kept = drafts::kept(ctx, planner(ctx)?, PLAN).await?.unwrap_or_default();
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
    let form = form(ctx, None, None).await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Held, so that a page that is saved while the draft is made does not bring its answers back.
    let kept = drafts::held(change.tx(), person, PLAN).await?.unwrap_or_default();
    let kept = with_id(step.put(kept, typed, &passed));
    let plan = Plan::of(form, &kept);
    plan.check(step)?;
    drafts::put(ctx, change.tx(), (person, PLAN), &kept.answers).await?;
    // Keeping answers is no act: it is audited as the draft that they become.
    change.commit_unaudited().await?;
    Ok(plan.unanswered())
}

/// The answers with the id of the draft that they become, said when the first of them is kept.
fn with_id(mut kept: Draft) -> Draft {
    if kept.of(BECOMES).is_empty() {
        kept.answers.push((BECOMES.to_owned(), Uuid::now_v7().to_string()));
    }
    kept
}

/// Makes a draft of the answers, by its id and title, and keeps them no longer. `becomes` is what the page showed as
/// [`Plan::becomes`]: a page that is sent once more leads to the draft that came of it.
///
/// # Errors
/// As [`plan`]; and refuses answers that are missing or cannot be used, as [`super::draft()`] does. What neither is to become of
/// the answers nor came of them is not found.
pub async fn draft_planned(ctx: &Ctx, becomes: Option<SessionId>) -> Result<(SessionId, String)> {
    may_run_any(ctx)?;
    let person = planner(ctx)?;
    let (facts, form) = (ctx.facts().await?, form(ctx, None, None).await?);
    let change = ctx.change(Touches::Nothing).await?;
    // Of two who press at once the second waits here, and finds no answers any more.
    let kept = drafts::held(change.tx(), person, PLAN).await?.unwrap_or_default();
    let plan = Plan::of(form, &kept);
    if let Some(made) = becomes.filter(|id| plan.becomes != Some(*id)) {
        let made = Stored::run_by(ctx, &facts, change.tx(), made).await?.row;
        return Ok((made.id, made.title));
    }
    let says = DescribeSession::parse(&plan.form.fields)?;
    let passed = looked_through(ctx, &kept, &plan.form.fields)?;
    let id = plan.becomes.unwrap_or_else(|| SessionId(Uuid::now_v7()));
    let entry = drafted(ctx, &facts, change.tx(), (bare(ctx, id)?, &says)).await?;
    drafts::forget(change.tx(), person, PLAN).await?;
    change.commit(passed.into_iter().fold(entry, Entry::let_through)).await?;
    Ok((id, says.title))
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

//! The steps of a programme become a series: a session for each that is taken in one, all of them made as drafts or none.

use super::preview::possible;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::{OfferedStep, offered_programme};
use crate::sessions::begin::{bare, running};
use crate::sessions::copy::put;
use crate::sessions::describe::described;
use crate::sessions::form::{form, held_in, said_by};
use crate::sessions::hosts::chosen;
use crate::sessions::may_run_any;
use crate::sessions::stored::Stored;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId, SessionSeriesId};
use domain::refusal::Refusal;
use domain::sessions::series::forms::{StepsFields, StepsInTurn, StepsPlaceFields};
use domain::sessions::series::may_run_in_turn;
use domain::sessions::series::views::{StepInTurn, StepsForm};
use domain::sessions::times::Slot;
use entities::{session, session_series};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;

/// What the form of running a programme's steps in turn shows: with the dates to choose from, once something was typed that can be
/// used. What the asker, who would lead, is in then is looked for over the time of the longest.
///
/// # Errors
/// Refuses whoever runs no sessions, and unknown codes, as not found; and programmes whose steps are no series.
pub async fn steps_form(ctx: &Ctx, code: &str, typed: StepsFields) -> Result<StepsForm> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let offered = offered_programme(ctx, &facts, db, code).await?;
    let many = offered.steps.len();
    may_run_in_turn(many)?;
    let mut form = StepsForm {
        programme: offered.programme,
        steps: offered.steps.iter().map(in_turn).collect(),
        left_out: offered.left_out,
        session: held_in(&facts, form(ctx, None, None).await?, offered.area),
        typed,
        errors: FieldErrors::default(),
        words: None,
        dates: Vec::new(),
    };
    if form.typed.is_blank() {
        return Ok(form);
    }
    let says = StepsInTurn::parse(&form.typed);
    match says.and_then(|says| Ok((says, says.dates(many, offered.runs)?))) {
        Err(errors) => form.errors = errors,
        Ok((says, rule)) => {
            for step in &mut form.steps {
                step.minutes = says.minutes.unwrap_or(step.minutes);
            }
            let minutes = form.steps.iter().map(|step| step.minutes).max().unwrap_or_default();
            let starts = rule.starts(says.first).into_iter();
            let slots: Vec<Slot> = starts.map(|starts| Slot { starts, minutes }).collect();
            let leads: Vec<PersonId> = ctx.actor.person().into_iter().collect();
            form.words = Some(rule.words(says.first.time()));
            form.dates = possible(ctx, &facts, db, (&leads, &[], &slots)).await?;
        }
    }
    Ok(form)
}

fn in_turn(step: &OfferedStep) -> StepInTurn {
    StepInTurn { title: step.title.clone(), format: step.format, minutes: step.minutes }
}

/// Drafts a session for each step of a programme that is taken in one, in their order, on the days that are ticked. Each runs its step
/// and is what the step says; whoever drafts them leads them, where they are on record. Returns the series, and how many they are.
///
/// # Errors
/// Refuses days that are none of the dates, or not one for each session, beside `dates`; a rule that cannot be, and what cannot be said
/// of the sessions, beside their fields; programmes whose steps are no series; and unknown codes, and places for which the asker runs no
/// sessions, as not found. Then none is made.
pub async fn plan_steps(
    ctx: &Ctx,
    code: &str,
    says: StepsInTurn,
    (place, days): (&StepsPlaceFields, &[String]),
) -> Result<(SessionSeriesId, usize)> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&place.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let offered = offered_programme(ctx, &facts, change.tx(), code).await?;
    may_run_in_turn(offered.steps.len())?;
    let laid = says.laid((offered.steps.len(), offered.runs), days)?;
    let series = session_series::Model {
        id: SessionSeriesId(Uuid::now_v7()),
        rule: laid.rule.to_string(),
        starts: laid.first,
        made_at: ctx.now,
        made_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    let mut made = Vec::new();
    for (step, starts) in offered.steps.iter().zip(laid.starts) {
        let says = says.session(said_by(step), place, starts)?;
        let host = chosen(ctx, &facts, says.held_for.as_deref())?;
        let new = running(bare(ctx, SessionId(Uuid::now_v7()))?, step);
        let row = session::Model {
            series_id: Some(series.id),
            occurs_on: Some(starts),
            ..described(new.row, &says, host)
        };
        made.push(Stored { row, ..new });
    }
    let ids: Vec<SessionId> = made.iter().map(|one| one.row.id).collect();
    let told = (series.id, &series.rule, &ids);
    let entry = Entry::new("plan steps", "programme", offered.id).after(&told);
    let id = series.id;
    series.into_active_model().reset_all().insert(change.tx()).await?;
    put(change.tx(), &made).await?;
    change.commit(entry.let_through(passed)).await?;
    Ok((id, ids.len()))
}

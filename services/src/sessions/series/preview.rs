//! The dates on which a session would be repeated, before anything is made: with what its leads are in then, and bank holidays.

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions::engaged::{engaged_at, free_for};
use crate::sessions::may_run_any;
use crate::sessions::stored::Stored;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId};
use domain::sessions::SessionState;
use domain::sessions::series::forms::{Repeat, RepeatFields};
use domain::sessions::series::views::{PossibleDate, RepeatForm};
use domain::sessions::series::{Days, Pace, may_repeat};
use domain::sessions::times::{Engaged, Slot};
use domain::sessions::working_time::is_bank_holiday;
use sea_orm::ConnectionTrait;

/// What the form of repeating a session shows: with the dates, once something was typed that can be used.
///
/// # Errors
/// Refuses sessions that are over or belong to a series, and those that the asker does not run, as not found.
pub async fn preview(ctx: &Ctx, id: SessionId, typed: RepeatFields) -> Result<RepeatForm> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let state = stored.state(ctx.rule_now());
    may_repeat(state, stored.row.series_id.is_some())?;
    let slot = stored.slot();
    let named =
        |pace: &Pace| Days::from(slot.starts.date(), *pace).map(|days| (*pace, days.words(1)));
    let mut form = RepeatForm {
        id,
        title: stored.row.title.clone(),
        slot,
        scheduled: state == SessionState::Scheduled,
        paces: Pace::ALL.iter().filter_map(named).collect(),
        typed,
        errors: FieldErrors::default(),
        words: None,
        dates: Vec::new(),
    };
    if form.typed.is_blank() {
        return Ok(form);
    }
    match Repeat::parse(&form.typed).and_then(|repeat| repeat.of(slot.starts)) {
        Err(errors) => form.errors = errors,
        Ok(rule) => {
            form.words = Some(rule.words(slot.starts.time()));
            let later = rule.starts(slot.starts).into_iter().skip(1);
            let slots: Vec<Slot> = later.map(|starts| Slot { starts, ..slot }).collect();
            let people: Vec<PersonId> = stored.people().collect();
            form.dates = possible(ctx, &facts, db, (&people, &[id], &slots)).await?;
        }
    }
    Ok(form)
}

/// Each of these times with what speaks against it for people who would lead, beside the sessions `except`; three queries, however
/// many they are.
pub(super) async fn possible(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (people, except, slots): (&[PersonId], &[SessionId], &[Slot]),
) -> Result<Vec<PossibleDate>> {
    let engaged = engaged_at(ctx, db, people, (except, slots)).await?;
    let mut dates = Vec::new();
    for slot in slots {
        let bank_holiday = is_bank_holiday(slot.starts.date());
        let clashes = clashes(ctx, facts, (people, *slot), &engaged)?;
        dates.push(PossibleDate { slot: *slot, bank_holiday, clashes });
    }
    Ok(dates)
}

/// What somebody who leads is in at a time, a sentence for each of them.
fn clashes(
    ctx: &Ctx,
    facts: &Facts,
    (people, slot): (&[PersonId], Slot),
    engaged: &[(PersonId, Engaged)],
) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for person in people {
        match free_for(ctx, facts, (*person, slot), engaged) {
            Err(Error::Refused(refusal)) => told.push(refusal.to_string()),
            other => other?,
        }
    }
    Ok(told)
}

//! A session becomes the first of several: each a copy of it on another day, all of them made or none.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::protected_time::Outside;
use crate::sessions::copy::{copied, put};
use crate::sessions::engaged::{engaged_at, free_for};
use crate::sessions::invitations::tell_invited;
use crate::sessions::locks::hold_led;
use crate::sessions::schedule::outside;
use crate::sessions::stored::Stored;
use crate::sessions::tell::Letters;
use crate::sessions::{may_run_any, standing, tell};
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId, SessionSeriesId};
use domain::refusal::Refusal;
use domain::sessions::SessionState;
use domain::sessions::series::forms::{Repeat, chosen};
use domain::sessions::series::{may_repeat, on, together};
use domain::sessions::times::Slot;
use entities::{session, session_series};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};
use std::slice::from_ref;

/// Makes a session on each of the days that are ticked, by a rule that begins with this one: drafts where it is a draft; else they
/// are scheduled at once, for which `reason` says why where their leads' protected time does not cover them. Returns the series, and
/// how many sessions were made.
///
/// # Errors
/// Refuses sessions that are over or belong to a series; a rule that cannot be and days that are none of it, beside their fields;
/// where they are to be scheduled, every day on which that cannot be, with why, and the first for which a reason is needed, beside
/// `reason`, where none was given; and sessions that the asker does not run, as not found. Then none is made.
pub async fn repeat(
    ctx: &Ctx,
    id: SessionId,
    says: Repeat,
    (days, reason): (&[String], &str),
) -> Result<(SessionSeriesId, usize)> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[("reason", reason)])?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let first = hold_led(ctx, &facts, change.tx(), id).await?;
    let state = first.state(ctx.rule_now());
    may_repeat(state, first.row.series_id.is_some())?;
    let starts = first.slot().starts;
    let rule = says.of(starts)?;
    let series = session_series::Model {
        id: named_like(id),
        rule: rule.to_string(),
        starts,
        made_at: ctx.now,
        made_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    let mut made = Vec::new();
    for start in chosen(&rule, starts, days)? {
        let mut copy = copied(ctx, &first, start)?;
        (copy.row.series_id, copy.row.occurs_on) = (Some(series.id), Some(start));
        made.push(copy);
    }
    let told = (series.id, &series.rule, made.iter().map(|copy| copy.row.id).collect::<Vec<_>>());
    let mut entry = Entry::new("repeat session", "session", id).after(&told);
    let (series_id, many) = (series.id, made.len());
    series.into_active_model().reset_all().insert(change.tx()).await?;
    let mut row = first.row.into_active_model();
    row.series_id = Set(Some(series_id));
    row.occurs_on = Set(Some(starts));
    row.update(change.tx()).await?;
    if state == SessionState::Scheduled {
        can_be_scheduled(ctx, &facts, change.tx(), &made).await?;
        let mut letters = Letters::default();
        for copy in made {
            // One after the other: each takes of the protected time that those before it have left.
            let outside = lacking(ctx, &facts, change.tx(), &copy, reason).await?;
            let (id, day) = (copy.row.id, copy.day());
            let row = session::Model { scheduled_at: Some(ctx.now), ..copy.row };
            let copy = Stored { row, ..copy };
            put(change.tx(), from_ref(&copy)).await?;
            outside.save(ctx, change.tx(), (id, day)).await?;
            letters.add(tell::leads(&copy.row, copy.people()));
            tell_invited(ctx, &facts, change.tx(), (&copy, &copy.invited)).await?;
            entry = outside.noted(entry);
        }
        letters.put(ctx, change.tx()).await?;
    } else {
        put(change.tx(), &made).await?;
    }
    change.commit(entry.let_through(passed)).await?;
    Ok((series_id, many))
}

/// A series has the id of the session that is repeated: under that, calendars know it already, and know the series from now on.
const fn named_like(SessionId(id): SessionId) -> SessionSeriesId {
    SessionSeriesId(id)
}

/// What the protected time of its leads lacks for one of them; where a reason is asked for, the day is told.
async fn lacking(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    copy: &Stored,
    reason: &str,
) -> Result<Outside> {
    match outside(ctx, facts, db, (copy, None), reason).await {
        Err(Error::Refused(refusal)) => Err(on(copy.day(), refusal).into()),
        other => other,
    }
}

/// Whether each of these drafts could be scheduled, as scheduling it alone would ask.
async fn can_be_scheduled(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    drafts: &[Stored],
) -> Result<()> {
    let slots: Vec<Slot> = drafts.iter().map(Stored::slot).collect();
    let people: Vec<PersonId> =
        drafts.first().map(|one| one.people().collect()).unwrap_or_default();
    let engaged = engaged_at(ctx, db, &people, (&[], &slots)).await?;
    let mut refused = Vec::new();
    for draft in drafts {
        let mut missing = standing::missing(ctx, facts, db, draft).await?;
        for person in &people {
            match free_for(ctx, facts, (*person, draft.slot()), &engaged) {
                Err(Error::Refused(refusal)) => missing.push(refusal),
                other => other?,
            }
        }
        refused.extend(missing.into_iter().map(|refusal| on(draft.day(), refusal)));
    }
    Ok(together(refused)?)
}

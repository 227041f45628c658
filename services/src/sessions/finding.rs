//! A time is found for a draft: from what its leads and the people of invited teams are in, what those leads were promised, and when
//! those teams let their people go.

mod people; // of invited teams
mod search; // what is looked at

use super::concerned::SeatsIn;
use super::describe::becomes;
use super::locks::{hold_leads, hold_seats, still_led_by};
use super::may_run_any;
use super::stored::Stored;
use crate::change::Touches;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{NaiveDateTime, TimeDelta};
use domain::fields::FieldErrors;
use domain::ids::SessionId;
use domain::sessions::finding::Days;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::TimesPage;
use domain::sessions::scheduling::is_draft;
use domain::sessions::times::Slot;
use entities::session;
use search::Search;

/// The best times for a draft over some days, which may be blank. Gaps are counted in the teams whose gap counts the asker sees.
/// Nobody is named but who leads it, so nothing is noted.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn times(ctx: &Ctx, id: SessionId, typed: &TimesFields) -> Result<TimesPage> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let state = stored.state(ctx.rule_now());
    let mut page = TimesPage {
        id,
        title: stored.row.title.clone(),
        slot: stored.slot(),
        fields: typed.clone(),
        looked_at: String::new(),
        errors: FieldErrors::default(),
        state,
        why_not: None,
        concerned: None,
        teams: stored.invited.len(),
        people: 0,
        gap_teams: 0,
        builds: 0,
        times: Vec::new(),
    };
    if let Err(refusal) = is_draft(state) {
        let seats = SeatsIn::load(ctx, db, std::slice::from_ref(&stored.row)).await?;
        page.concerned = seats.of(&[id]).told();
        page.why_not = Some(refusal.to_string());
        return Ok(page);
    }
    let days = match Days::parse(typed, ctx.today) {
        Ok(days) => days,
        Err(errors) => return Ok(TimesPage { errors, ..page }),
    };
    page.looked_at = typed.words(days);
    page.fields = TimesFields { from: days.first.to_string(), until: days.last.to_string() };
    let now = ctx.rule_now();
    let mut slots = days.slots(stored.slot().minutes);
    slots.retain(|slot| slot.starts > now);
    let search = Search::load(ctx, &facts, db, (&stored, days)).await?;
    page.people = search.people.iter().filter(|person| !person.leads).count();
    (page.gap_teams, page.builds) = (search.gap_teams, search.outcomes.len());
    let best = search.around().best(slots).into_iter();
    page.times = best.map(|found| search.line(ctx, &facts, found)).collect();
    Ok(page)
}

/// Moves a draft to another time; booking opens and ends as many days before it as it did.
///
/// # Errors
/// Refuses sessions that are no draft any more, and times that are never offered; and those that the asker does not run, as not found.
pub async fn use_time(ctx: &Ctx, id: SessionId, starts: NaiveDateTime) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let led_by = hold_leads(change.tx(), &facts, id).await?;
    let now = hold_seats(ctx, change.tx(), id).await?;
    let before = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    still_led_by(&led_by, before.people())?;
    is_draft(before.state(now))?;
    Days::offers(Slot { starts, ..before.slot() }, now)?;
    let later: TimeDelta = starts.date().signed_duration_since(before.day());
    let moved = |moment| from_london(in_london(moment) + later);
    let row = session::Model {
        starts_at: from_london(starts),
        booking_opens_at: before.row.booking_opens_at.map(moved),
        booking_ends_at: before.row.booking_ends_at.map(moved),
        ..before.row.clone()
    };
    // A draft takes nobody's protected time: it is asked for once it is scheduled.
    let moved = (before, row, (None, ""));
    let (entry, _, letters) = becomes(ctx, &facts, change.tx(), moved, now).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry).await
}

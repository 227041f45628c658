//! Somebody with a seat enters the code.

use super::super::book::asker;
use super::super::locks::hold_session;
use super::super::register::{note, register_of};
use super::super::seats::Seats;
use super::super::stored::Stored;
use super::tries::{keep_try, wrong_tries};
use super::{code_at, minute, secret_of};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId};
use domain::sessions::Attendee;
use domain::sessions::check_in::views::CheckInPage;
use domain::sessions::check_in::{Arriving, Entered, judge, may_check_in, refused};
use domain::sessions::register::{Attendance, NotedBy, Word};
use sea_orm::ConnectionTrait;

/// What came of checking in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckedIn {
    Now,
    /// They were checked in already, or marked by the educator.
    Before,
}

/// Where the signed-in person stands with checking in.
///
/// # Errors
/// Refuses whoever has no staff record, and sessions that are not for the asker to see, as not found.
pub async fn check_in_page(ctx: &Ctx, id: SessionId) -> Result<CheckInPage> {
    let person = asker(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let now = ctx.rule_now();
    let arriving = arriving(ctx, &facts, db, (&stored, person, now)).await?;
    let may = may_check_in(stored.state(now), stored.slot(), now);
    let why_not = may.and_then(|()| arriving.may_enter()).err();
    Ok(CheckInPage {
        id,
        slot: stored.slot(),
        title: stored.row.title,
        is_there: arriving.is_there(),
        why_not: why_not.map(|refusal| refusal.to_string()),
    })
}

async fn arriving(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, person, now): (&Stored, PersonId, NaiveDateTime),
) -> Result<Arriving> {
    let (attendee, id) = (Attendee::Person(person), stored.row.id);
    let seating = Seats::load(facts, db, stored, now).await?.seating;
    Ok(Arriving {
        has_a_seat: seating.of(attendee).is_some_and(|own| own.holds_a_seat(now)),
        attendance: register_of(db, id).await?.attendance(attendee),
        wrong_tries: wrong_tries(ctx, db, (id, person)).await?,
    })
}

/// Checks the signed-in person in with the code that the room sees. Once more changes nothing.
///
/// # Errors
/// Refuses before check-in opens and once the session has ended, whoever has no seat, whoever entered too many wrong codes,
/// and, beside `code`, any but the code of this minute and the one before; and sessions that are not for the asker to see, as not
/// found.
pub async fn check_in(ctx: &Ctx, id: SessionId, entered: &str) -> Result<CheckedIn> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Who guesses in many browsers at once guesses one after the other.
    hold_people(change.tx(), [person]).await?;
    hold_session(change.tx(), id).await?;
    let now = ctx.moment();
    let stored = Stored::read(ctx, &facts, change.tx(), id).await?;
    may_check_in(stored.state(now), stored.slot(), now)?;
    let arriving = arriving(ctx, &facts, change.tx(), (&stored, person, now)).await?;
    if arriving.is_there() {
        return Ok(CheckedIn::Before);
    }
    arriving.may_enter()?;
    let secret = secret_of(change.tx(), id).await?;
    let judged = secret.map_or(Entered::Wrong, |secret| {
        judge(entered, minute(ctx), |minute| code_at(&secret, minute))
    });
    if let Some(message) = refused(judged) {
        keep_try(ctx, change.tx(), (id, person)).await?;
        // It is no act, and it stays although the code is refused.
        change.commit_unaudited().await?;
        return Err(FieldErrors::one("code", message).into());
    }
    let said = [(Attendee::Person(person), Word::from(Attendance::Attended))];
    note(ctx, change.tx(), (&stored, NotedBy::CheckIn), &said).await?;
    change.commit(Entry::new("check in", "session", id).after(&person)).await?;
    Ok(CheckedIn::Now)
}

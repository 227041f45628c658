//! What is said of everybody at once.

use super::super::locks::hold_session;
use super::super::may_read;
use super::super::stored::Stored;
use super::noted::note;
use super::sheet::Sheet;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{AccountId, SessionId};
use domain::refusal::Refusal;
use domain::sessions::Attendee;
use domain::sessions::register::{Attendance, NotedBy, TakeRegister, Word, may_be_said, may_take};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};
use std::collections::BTreeSet;

/// Writes down who came, and of whom that is taken back, where that is another than what stood there; of how many something new was
/// said. It frees no seat and changes no booking.
///
/// # Errors
/// Refuses before the day of the session and once the register is closed; beside `came-KEY`, where something else was said of
/// somebody meanwhile than the page showed, and where they are said not to have attended before it starts; people who are not in
/// it, and sessions that the asker neither runs nor leads, as not found.
pub async fn take_register(ctx: &Ctx, id: SessionId, says: &TakeRegister) -> Result<usize> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let now = ctx.moment();
    let stored = Stored::taught_by(ctx, &facts, change.tx(), id).await?;
    may_take(stored.state(now), stored.slot().starts, now)?;
    let sheet = Sheet::load(&facts, change.tx(), &stored, now).await?;
    let said = said(&sheet, says, ctx.actor.account_id())?;
    may_be_said(&said, stored.slot().starts, now)?;
    note(ctx, change.tx(), (&stored, NotedBy::Register), &said).await?;
    let counted = match says.service_users {
        Some(number) => count(change.tx(), &stored, number).await?,
        None => false,
    };
    if said.is_empty() && !counted {
        return Ok(0);
    }
    let entry = Entry::new("take register", "session", id).after(&(&said, says.service_users));
    change.commit(entry).await?;
    Ok(said.len())
}

/// What is to be written down of what a form says; then of everybody else that they arrived, where it says so.
fn said(
    sheet: &Sheet,
    says: &TakeRegister,
    sender: Option<AccountId>,
) -> Result<Vec<(Attendee, Word)>> {
    let attendees = sheet.attendees();
    // A page from before may still show somebody who has left the register since.
    let is_known = |attendee: Attendee| {
        attendees.contains(&attendee) || sheet.register.history(attendee).is_some()
    };
    if says.marks.iter().any(|mark| !is_known(mark.attendee)) {
        return Err(Refusal::not_found("one of these people in this register").into());
    }
    let mut said = sheet.register.changes(&says.marks, sender)?;
    if says.everyone_else_arrived {
        let marked: BTreeSet<Attendee> = said.iter().map(|(attendee, _)| *attendee).collect();
        let unsaid = attendees.into_iter().filter(|attendee| {
            sheet.register.entry(*attendee).is_none() && !marked.contains(attendee)
        });
        said.extend(unsaid.map(|attendee| (attendee, Word::from(Attendance::Attended))));
    }
    Ok(said)
}

/// Keeps how many service users and carers were there; whether that is another number than before.
async fn count(tx: &impl ConnectionTrait, stored: &Stored, number: Option<u16>) -> Result<bool> {
    let number = number.map(i32::from);
    if stored.row.service_users == number {
        return Ok(false);
    }
    let mut row = stored.row.clone().into_active_model();
    row.service_users = Set(number);
    row.update(tx).await?;
    Ok(true)
}

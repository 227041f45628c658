//! Somebody came without a seat: they are recorded, beyond the capacity or not, and marked.

use super::super::colleague::colleague;
use super::super::locks::hold_session;
use super::super::may_read;
use super::super::stored::Stored;
use super::noted::note;
use super::sheet::Sheet;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::fields::FieldErrors;
use domain::ids::{GuestId, PersonId, SessionId};
use domain::sessions::Attendee;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::register::{Attendance, NotedBy, WalkIn, Word, may_take};
use entities::session_guest;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use uuid::Uuid;

/// Records somebody who came without a seat. Whose name was found by what was typed is noted.
///
/// # Errors
/// Refuses colleagues who are not known, are several, have no post on the session's day or are in the register already, beside
/// `colleague`; whoever leads the session; before its day and once the register is closed; sessions that the asker neither runs
/// nor leads, as not found.
pub async fn add_walk_in(ctx: &Ctx, id: SessionId, says: &WalkIn) -> Result<()> {
    may_read(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    // Nobody is looked up for whoever does not take this register, nor while it takes nobody.
    let stored = Stored::taught_by(ctx, &facts, ctx.db().read(), id).await?;
    may_take(stored.state(ctx.rule_now()), stored.slot().starts, ctx.rule_now())?;
    let known = match says {
        WalkIn::Colleague(written) => Some(colleague(ctx, &facts, &stored, written).await?),
        WalkIn::Guest { .. } => None,
    };
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let now = ctx.moment();
    let stored = Stored::taught_by(ctx, &facts, change.tx(), id).await?;
    may_take(stored.state(now), stored.slot().starts, now)?;
    if let Some(person) = known {
        let sheet = Sheet::load(&facts, change.tx(), &stored, now).await?;
        may_walk_in(&stored, &sheet, person)?;
    }
    let attendee = match known {
        Some(person) => Attendee::Person(person),
        None => Attendee::Guest(guest(change.tx(), id, says).await?),
    };
    let said = [(attendee, Word::from(Attendance::Attended))];
    note(ctx, change.tx(), (&stored, NotedBy::WalkIn), &said).await?;
    let entry = Entry::new("add walk-in", "session", id).after(&attendee);
    change.commit(entry.let_through(passed)).await
}

/// # Errors
/// Refuses whoever leads the session, and whoever is in its register already.
fn may_walk_in(stored: &Stored, sheet: &Sheet, person: PersonId) -> Result<()> {
    if may_take_a_seat(stored.is_led_by(person)).is_err() {
        let message = "They lead this session, so they are not in its register";
        return Err(FieldErrors::one("colleague", message).into());
    }
    if sheet.attendees().contains(&Attendee::Person(person)) {
        let message = "They are in the register already. Say there whether they came";
        return Err(FieldErrors::one("colleague", message).into());
    }
    Ok(())
}

/// Keeps who the guest is. What is no guest keeps nothing.
async fn guest(tx: &impl ConnectionTrait, session_id: SessionId, says: &WalkIn) -> Result<GuestId> {
    let id = GuestId(Uuid::now_v7());
    if let WalkIn::Guest { name, organisation, profession } = says {
        let (name, organisation) = (name.clone(), organisation.clone());
        let profession = profession.clone();
        let row = session_guest::Model { id, session_id, name, organisation, profession };
        row.into_active_model().reset_all().insert(tx).await?;
    }
    Ok(id)
}

//! What was said of attendance, as it is stored: inserted, never updated.

use super::super::stored::Stored;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{PersonId, SessionId};
use domain::sessions::Attendee;
use domain::sessions::register::{Attendance, Noted, NotedBy, Register, Word, last_said};
use entities::attendance_event;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use std::collections::BTreeMap;

/// The register of one session; one query.
pub(in crate::sessions) async fn register_of(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Register> {
    let events = attendance_event::Entity::find()
        .filter(attendance_event::Column::SessionId.eq(session))
        .order_by_asc(attendance_event::Column::Sequence)
        .all(db)
        .await?;
    Ok(Register::of(events.iter().filter_map(noted)))
}

/// What the registers of these sessions say of one person, by session; one query.
pub(in crate::sessions) async fn said_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    sessions: Vec<SessionId>,
) -> Result<BTreeMap<SessionId, Attendance>> {
    let events = attendance_event::Entity::find()
        .filter(attendance_event::Column::PersonId.eq(person))
        .filter(attendance_event::Column::SessionId.is_in(sessions))
        .order_by_asc(attendance_event::Column::Sequence)
        .all(db)
        .await?;
    Ok(last_said(events.into_iter().map(|event| (event.session_id, event.attendance))))
}

/// What an event says, and of whom.
pub(in crate::sessions) fn noted(event: &attendance_event::Model) -> Option<Noted> {
    let person = event.person_id.map(Attendee::Person);
    Some(Noted {
        attendee: person.or(event.guest_id.map(Attendee::Guest))?,
        word: event.attendance,
        by: event.noted_by,
        correction: event.correction,
        at: in_london(event.recorded_at),
        account: event.by_account_id,
    })
}

/// Writes down what is said of these attendees, in this order, with the reason why the register is open again where it had
/// been closed. The caller holds the session, so that its events come one after the other.
pub(in crate::sessions) async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (stored, by): (&Stored, NotedBy),
    said: &[(Attendee, Word)],
) -> Result<()> {
    let row = |(attendee, word): &(Attendee, Word)| {
        let (person_id, guest_id) = match *attendee {
            Attendee::Person(person) => (Some(person), None),
            Attendee::Guest(guest) => (None, Some(guest)),
        };
        attendance_event::ActiveModel {
            session_id: Set(stored.row.id),
            person_id: Set(person_id),
            guest_id: Set(guest_id),
            attendance: Set(*word),
            noted_by: Set(by),
            correction: Set(stored.row.reopened_for),
            recorded_at: Set(ctx.now),
            by_account_id: Set(ctx.actor.account_id()),
            ..Default::default()
        }
    };
    let rows: Vec<_> = said.iter().map(row).collect();
    if !rows.is_empty() {
        attendance_event::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

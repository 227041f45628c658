//! Who came to several sessions at once, and from which team: the last word of each register, picked by the database. A test holds
//! it against [`domain::sessions::register::Register`], which is the definition.

use super::attend::team_on;
use super::held::is_latest;
use super::times::slot_of;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{GuestId, PersonId, SessionId, TeamId};
use domain::sessions::Attendee;
use domain::sessions::register::{Attendance, Word};
use entities::{attendance_event, booking_event, session};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::{BTreeMap, HashMap};

/// Somebody who came to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Came {
    pub attendee: Attendee,
    /// Of the whole session, or of a part.
    pub attendance: Attendance,
    /// The team that they asked for a seat from; of somebody who walked in, that of their post with the highest FTE on the day.
    /// None of a guest.
    pub team: Option<TeamId>,
}

impl Came {
    /// Who of those on record it is.
    pub const fn person(&self) -> Option<PersonId> {
        self.attendee.person()
    }
}

/// An attendee as rows name them.
type Named = (SessionId, Option<PersonId>, Option<GuestId>, Word);

/// Those who came to each of these sessions, if only for a part; sessions to which nobody came are left out. Two queries.
pub(crate) async fn who_came(
    facts: &Facts,
    db: &impl ConnectionTrait,
    sessions: &[&session::Model],
) -> Result<BTreeMap<SessionId, Vec<Came>>> {
    let ids: Vec<SessionId> = sessions.iter().map(|row| row.id).collect();
    let of_them = attendance_event::Column::SessionId.is_in(ids.iter().copied());
    let there = Attendance::ALL.iter().copied().filter(|one| one.came()).map(Word::from);
    let said: Vec<Named> = attendance_event::Entity::find()
        .select_only()
        .columns([
            attendance_event::Column::SessionId,
            attendance_event::Column::PersonId,
            attendance_event::Column::GuestId,
            attendance_event::Column::Attendance,
        ])
        .filter(last_words(Condition::all().add(of_them)))
        .filter(attendance_event::Column::Attendance.is_in(there))
        .order_by_asc(attendance_event::Column::Sequence)
        .into_tuple()
        .all(db)
        .await?;
    let asked_from = asked_from(db, &ids).await?;
    let days: HashMap<SessionId, _> =
        sessions.iter().map(|row| (row.id, slot_of(row).starts.date())).collect();
    let mut came: BTreeMap<SessionId, Vec<Came>> = BTreeMap::new();
    for (session, person, guest, word) in said {
        let attendee = person.map(Attendee::Person).or(guest.map(Attendee::Guest));
        let (Some(attendee), Some(attendance)) = (attendee, word.0) else { continue };
        let Some(day) = days.get(&session) else { continue };
        let team = person.and_then(|person| {
            let asked = asked_from.get(&(session, person)).copied();
            asked.or_else(|| team_on(facts, person, *day))
        });
        came.entry(session).or_default().push(Came { attendee, attendance, team });
    }
    Ok(came)
}

/// Those events that were said last of each attendee in each session, among those that are meant, but for what takes back what was
/// said: who it is taken back of stands in no register.
pub(super) fn last_words(of: Condition) -> Condition {
    use attendance_event::Column;
    let latest = attendance_event::Entity::find()
        .select_only()
        .column_as(Column::Sequence.max(), "latest")
        .filter(of)
        .group_by(Column::SessionId)
        .group_by(Column::PersonId)
        .group_by(Column::GuestId)
        .into_query();
    Condition::all()
        .add(Column::Sequence.in_subquery(latest))
        .add(Column::Attendance.ne(Word(None)))
}

/// The team that each person asked for a seat from, whatever became of it; one query.
async fn asked_from(
    db: &impl ConnectionTrait,
    sessions: &[SessionId],
) -> Result<HashMap<(SessionId, PersonId), TeamId>> {
    let of = booking_event::Column::SessionId.is_in(sessions.iter().copied());
    let rows: Vec<(SessionId, Option<PersonId>, Option<TeamId>)> = booking_event::Entity::find()
        .select_only()
        .columns([
            booking_event::Column::SessionId,
            booking_event::Column::PersonId,
            booking_event::Column::TeamId,
        ])
        .filter(is_latest(Condition::all().add(of)))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(session, person, team): (SessionId, Option<PersonId>, Option<TeamId>)| {
        Some(((session, person?), team?))
    };
    Ok(rows.into_iter().filter_map(named).collect())
}

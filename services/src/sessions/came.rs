//! Who came to several sessions at once, and from which team: the last word of each register, picked by the database. A test holds
//! it against [`domain::sessions::register::Register`], which is the definition.

use super::attend::team_on;
use super::held::is_latest;
use super::times::slot_of;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{GuestId, PersonId, SessionId, TeamId};
use domain::sessions::Attendee;
use domain::sessions::register::Attendance;
use entities::{attendance_event, booking_event, session};
use sea_orm::sea_query::SelectStatement;
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
type Named = (SessionId, Option<PersonId>, Option<GuestId>, Attendance);

/// Those who came to each of these sessions, if only for a part; sessions to which nobody came are left out. Two queries.
pub(crate) async fn who_came(
    facts: &Facts,
    db: &impl ConnectionTrait,
    sessions: &[&session::Model],
) -> Result<BTreeMap<SessionId, Vec<Came>>> {
    let ids: Vec<SessionId> = sessions.iter().map(|row| row.id).collect();
    let of_them = attendance_event::Column::SessionId.is_in(ids.iter().copied());
    let there: Vec<Attendance> = Attendance::ALL.iter().copied().filter(|one| one.came()).collect();
    let said: Vec<Named> = attendance_event::Entity::find()
        .select_only()
        .columns([
            attendance_event::Column::SessionId,
            attendance_event::Column::PersonId,
            attendance_event::Column::GuestId,
            attendance_event::Column::Attendance,
        ])
        .filter(
            attendance_event::Column::Sequence
                .in_subquery(last_words(Condition::all().add(of_them))),
        )
        .filter(attendance_event::Column::Attendance.is_in(there))
        .order_by_asc(attendance_event::Column::Sequence)
        .into_tuple()
        .all(db)
        .await?;
    let asked_from = asked_from(db, &ids).await?;
    let days: HashMap<SessionId, _> =
        sessions.iter().map(|row| (row.id, slot_of(row).starts.date())).collect();
    let mut came: BTreeMap<SessionId, Vec<Came>> = BTreeMap::new();
    for (session, person, guest, attendance) in said {
        let attendee = person.map(Attendee::Person).or(guest.map(Attendee::Guest));
        let (Some(attendee), Some(day)) = (attendee, days.get(&session)) else { continue };
        let team = person.and_then(|person| {
            let asked = asked_from.get(&(session, person)).copied();
            asked.or_else(|| team_on(facts, person, *day))
        });
        came.entry(session).or_default().push(Came { attendee, attendance, team });
    }
    Ok(came)
}

/// The key of what was said last of each attendee in each session, among the events that are meant.
pub(super) fn last_words(of: Condition) -> SelectStatement {
    attendance_event::Entity::find()
        .select_only()
        .column_as(attendance_event::Column::Sequence.max(), "latest")
        .filter(of)
        .group_by(attendance_event::Column::SessionId)
        .group_by(attendance_event::Column::PersonId)
        .group_by(attendance_event::Column::GuestId)
        .into_query()
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

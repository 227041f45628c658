//! Sessions with all that was said of who comes and who came, here and in files.

use super::super::events::{events_of, folded};
use super::super::guests::guests_of;
use super::super::register::noted;
use super::super::room::{counted, rules_of};
use super::super::stored::Stored;
use super::AT_ONCE;
use super::loading::with_ids;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::sessions::register::{Attendance, Register, last_said};
use domain::sessions::seats::{Booking, Seating};
use domain::sessions::{Attendee, BookingState};
use entities::{attendance_event, booking_event, session, session_guest};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One session.
#[derive(Debug)]
pub(crate) struct Attended {
    pub stored: Stored,
    pub seating: Seating,
    pub register: Register,
    /// What a file said last of somebody's booking, and of whether they came.
    pub told: HashMap<PersonId, BookingState>,
    pub came: BTreeMap<PersonId, Attendance>,
}

impl Attended {
    /// Whether its register was taken on its page: of somebody stands there what no file said, or what one said was taken back.
    pub fn is_kept_here(&self) -> bool {
        let told = self.came.keys().copied().map(Attendee::Person);
        self.register.attendees().chain(told).any(|attendee| {
            let told = attendee.person().and_then(|person| self.came.get(&person).copied());
            self.register.attendance(attendee) != told
        })
    }

    /// A booking with what its attendee, somebody on record, counts as on the day.
    pub fn counted(&self, facts: &Facts, mut booking: Booking) -> Booking {
        counted(facts, &self.stored, &[], &mut booking);
        booking
    }
}

/// These sessions as they stand at a moment; eight queries for ten thousand.
pub(crate) async fn attended(
    facts: &Facts,
    db: &impl ConnectionTrait,
    ids: &[SessionId],
    now: NaiveDateTime,
) -> Result<Vec<Attended>> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let stored = with_ids(db, some).await?;
        let mut bookings = grouped(events_of(db, some.iter().copied()).await?, |e| e.session_id);
        let mut said = grouped(said_of(db, some).await?, |event| event.session_id);
        let mut guests = grouped(guests_of(db, some.iter().copied()).await?, |g| g.session_id);
        for stored in stored {
            let id = stored.row.id;
            let bookings = bookings.remove(&id).unwrap_or_default();
            let said = said.remove(&id).unwrap_or_default();
            let guests = guests.remove(&id).unwrap_or_default();
            all.push(one(facts, stored, (&bookings, &said, &guests), now));
        }
    }
    Ok(all)
}

fn one(
    facts: &Facts,
    stored: Stored,
    (events, said, guests): (
        &[booking_event::Model],
        &[attendance_event::Model],
        &[session_guest::Model],
    ),
    now: NaiveDateTime,
) -> Attended {
    let mut bookings = folded(events);
    for booking in &mut bookings {
        counted(facts, &stored, guests, booking);
    }
    let (opens_at, closes_at) = (stored.opens_at(), stored.closes_at());
    let rules = rules_of(&stored);
    let told = events.iter().filter(|event| event.import_id.is_some());
    let came = said.iter().filter(|event| event.import_id.is_some());
    Attended {
        seating: Seating { rules, bookings, opens_at, closes_at, now },
        register: Register::of(said.iter().filter_map(noted)),
        told: told.filter_map(|event| Some((event.person_id?, event.state))).collect(),
        came: last_said(came.filter_map(|event| Some((event.person_id?, event.attendance)))),
        stored,
    }
}

async fn said_of(
    db: &impl ConnectionTrait,
    ids: &[SessionId],
) -> Result<Vec<attendance_event::Model>> {
    Ok(attendance_event::Entity::find()
        .filter(attendance_event::Column::SessionId.is_in(ids.iter().copied()))
        .order_by_asc(attendance_event::Column::Sequence)
        .all(db)
        .await?)
}

/// Rows by their session, in the order in which they stood.
fn grouped<T>(rows: Vec<T>, session: impl Fn(&T) -> SessionId) -> HashMap<SessionId, Vec<T>> {
    let mut groups: HashMap<SessionId, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(session(&row)).or_default().push(row);
    }
    groups
}

/// Sets the counter of each of these sessions to its last booking event; the caller holds them.
pub(crate) async fn count_bookings(
    tx: &impl ConnectionTrait,
    ids: &BTreeSet<SessionId>,
) -> Result<()> {
    let own = Expr::col((booking_event::Entity, booking_event::Column::SessionId))
        .equals((session::Entity, session::Column::Id));
    let last = booking_event::Entity::find()
        .select_only()
        .column_as(booking_event::Column::Sequence.max(), "last")
        .filter(own)
        .into_query();
    let ids: Vec<SessionId> = ids.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        session::Entity::update_many()
            .col_expr(session::Column::Bookings, Expr::from(last.clone()))
            .filter(session::Column::Id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

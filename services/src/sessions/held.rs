//! How many seats of sessions are held, counted by the database: for many sessions at once, of which nothing else is asked. A test
//! holds it against [`domain::sessions::seats::Booking::holds_a_seat`], which is the definition.

use crate::clock::from_london;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::ids::SessionId;
use domain::sessions::BookingState;
use entities::booking_event;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    QueryTrait,
};
use std::collections::BTreeMap;

/// The seats that are held at a moment, by session; sessions of which none is held are left out. One query.
pub(super) async fn held(
    db: &impl ConnectionTrait,
    sessions: &[SessionId],
    now: NaiveDateTime,
) -> Result<BTreeMap<SessionId, usize>> {
    let of = Condition::all().add(booking_event::Column::SessionId.is_in(sessions.iter().copied()));
    let counted: Vec<(SessionId, i64)> = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .column_as(booking_event::Column::Sequence.count(), "held")
        .filter(is_latest(of))
        .filter(holds(now))
        .group_by(booking_event::Column::SessionId)
        .into_tuple()
        .all(db)
        .await?;
    let number = |(id, held)| (id, usize::try_from(held).unwrap_or_default());
    Ok(counted.into_iter().map(number).collect())
}

/// Whether an event leaves its attendee with a seat at a moment.
pub(super) fn holds(now: NaiveDateTime) -> Condition {
    let offered = Condition::all()
        .add(booking_event::Column::State.eq(BookingState::Offered))
        .add(booking_event::Column::AnswerBy.gte(from_london(now)));
    Condition::any().add(booking_event::Column::State.eq(BookingState::Booked)).add(offered)
}

/// Whether an event is where its attendee's booking stands, among the bookings of the sessions that are meant.
pub(super) fn is_latest(of: Condition) -> Expr {
    let latest = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .column_as(booking_event::Column::Sequence.max(), "latest")
        .filter(of)
        .group_by(booking_event::Column::SessionId)
        .group_by(booking_event::Column::PersonId)
        .group_by(booking_event::Column::GuestId)
        .into_query();
    let key = [booking_event::Column::SessionId, booking_event::Column::Sequence]
        .map(|column| Expr::col((booking_event::Entity, column)));
    Expr::tuple(key).in_subquery(latest)
}

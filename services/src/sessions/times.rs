//! When a stored session is, by clocks in London, and which are of a year.

use crate::clock::{from_london, in_london};
use chrono::{NaiveDateTime, NaiveTime};
use domain::sessions::times::Slot;
use domain::sessions::{Life, SessionState};
use domain::years::Year;
use entities::session;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

pub(crate) fn slot_of(row: &session::Model) -> Slot {
    let minutes = u32::try_from(row.minutes).unwrap_or_default();
    Slot { starts: in_london(row.starts_at), minutes }
}

/// When booking opens, where a moment was said.
pub(super) fn opens_at(row: &session::Model) -> Option<NaiveDateTime> {
    row.booking_opens_at.map(in_london)
}

/// When booking ends: the start, or earlier.
pub(super) fn closes_at(row: &session::Model) -> NaiveDateTime {
    row.booking_ends_at.map_or_else(|| slot_of(row).starts, in_london)
}

pub(crate) fn state_of(row: &session::Model, now: NaiveDateTime) -> SessionState {
    let life = Life {
        scheduled: row.scheduled_at.is_some(),
        cancelled: row.cancelled_at.is_some(),
        closed: row.closed_at.is_some(),
    };
    SessionState::of(life, slot_of(row).ends(), now)
}

/// The ids of such sessions.
pub(super) fn ids_of(sessions: Condition) -> SelectStatement {
    session::Entity::find().select_only().column(session::Column::Id).filter(sessions).into_query()
}

/// The sessions of a year that were scheduled, and not cancelled.
pub(crate) fn of_year(year: Year) -> Condition {
    of_years((year, year))
}

/// The same of all years from one to another.
pub(crate) fn of_years(years: (Year, Year)) -> Condition {
    begun_from(years)
        .add(session::Column::ScheduledAt.is_not_null())
        .add(session::Column::CancelledAt.is_null())
}

/// The sessions that start in a year, whatever became of them.
pub(crate) fn begun_in(year: Year) -> Condition {
    begun_from((year, year))
}

fn begun_from((first, last): (Year, Year)) -> Condition {
    let from = from_london(first.first_day().and_time(NaiveTime::MIN));
    let to = from_london(last.next().first_day().and_time(NaiveTime::MIN));
    Condition::all().add(session::Column::StartsAt.gte(from)).add(session::Column::StartsAt.lt(to))
}

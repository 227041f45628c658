//! What stands in somebody's calendar under one name: a session by itself, or their sessions of a series, always all of them.

use super::parts::Parts;
use super::series::rule_of;
use super::times::slot_of;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::calendar::{Appointment, Entry, Part, Series, What, series_sequence};
use domain::ids::{PersonId, SessionId, SessionSeriesId};
use domain::sessions::times::Slot;
use entities::{session, session_series};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Where it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// Beside a mail that was made at this moment. An offer is no appointment there.
    Mail(DateTime<Utc>),
    /// In a file that they take along.
    File,
    /// In their feed, whose address may be passed on: without where to join.
    Feed,
}

/// A session, or all sessions of a series, with what one person has in them.
#[derive(Debug)]
pub(super) struct Whole {
    /// Of which series they are; none of one by itself.
    series: Option<session_series::Model>,
    /// By which number calendars put what is told of them in order.
    sequence: i64,
    /// In the order of the rule's dates: those that are drafts, cancelled or past too.
    pub rows: Vec<session::Model>,
    pub parts: Parts,
}

/// The sessions are read twice: for their numbers first, then, after what was recorded of bookings and leads, for what is told of them.
/// So whatever a number counts is told with it. Were they read once, a booking of one session that is made just then could lend its
/// number to what a move of another has just made untrue.
impl Whole {
    /// A session with all others of its series; none where it is not there. Four queries, and two more in a series.
    pub async fn around(
        db: &impl ConnectionTrait,
        id: SessionId,
        person: PersonId,
    ) -> Result<Option<Self>> {
        let one = || session::Entity::find_by_id(id);
        let Some(row) = one().one(db).await? else { return Ok(None) };
        if let Some(series) = row.series_id {
            return Self::of_series(db, series, person).await;
        }
        let parts = Parts::load(db, person, &[id]).await?;
        let (sequence, rows) = (parts.sequence(&row), one().all(db).await?);
        Ok(Some(Self { series: None, sequence, rows, parts }))
    }

    /// All sessions of a series; none where it is not there. Five queries.
    pub async fn of_series(
        db: &impl ConnectionTrait,
        id: SessionSeriesId,
        person: PersonId,
    ) -> Result<Option<Self>> {
        let found = session_series::Entity::find_by_id(id).one(db).await?;
        let Some(series) = found else { return Ok(None) };
        let all = || {
            session::Entity::find()
                .filter(session::Column::SeriesId.eq(id))
                .order_by_asc(session::Column::OccursOn)
        };
        let rows = all().all(db).await?;
        let ids: Vec<SessionId> = rows.iter().map(|row| row.id).collect();
        let parts = Parts::load(db, person, &ids).await?;
        let (sequence, rows) = (number_of(&rows, &parts), all().all(db).await?);
        Ok(Some(Self { series: Some(series), sequence, rows, parts }))
    }

    pub fn row(&self, id: SessionId) -> Option<&session::Model> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The series, where they are of one.
    pub fn series(&self) -> Option<SessionSeriesId> {
        self.series.as_ref().map(|series| series.id)
    }

    /// What stands in the calendar: of a series also where that is nothing, of a session by itself none then.
    ///
    /// # Errors
    /// Fails where what is stored is no rule.
    pub fn entry(&self, ctx: &Ctx, told: Where) -> Result<Option<Entry>> {
        let Self { series, sequence, rows, parts } = self;
        Ok(match series {
            Some(series) => {
                let entry = of_series(ctx, (series, rows), parts, told)?;
                Some(Entry { sequence: *sequence, ..entry })
            }
            None => {
                let entry = rows.first().and_then(|row| alone(ctx, row, parts, told));
                entry.map(|entry| Entry { sequence: *sequence, ..entry })
            }
        })
    }
}

/// By which number calendars put what they are told of a series in order, of which these are all sessions.
fn number_of(rows: &[session::Model], parts: &Parts) -> i64 {
    series_sequence(rows.iter().map(|row| (row.scheduled_at.is_some(), parts.sequence(row))))
}

/// A session by itself; none where they have no part in it.
pub(super) fn alone(ctx: &Ctx, row: &session::Model, parts: &Parts, told: Where) -> Option<Entry> {
    Some(Entry {
        sequence: parts.sequence(row),
        recorded_at: told.recorded_at(|| parts.recorded_at(row)),
        what: What::Session(told.appointment(ctx, row, parts)?),
    })
}

/// What they have of a series, of which these are all sessions in the order of the rule's dates.
///
/// # Errors
/// Fails where what is stored is no rule.
pub(super) fn of_series(
    ctx: &Ctx,
    (series, rows): (&session_series::Model, &[session::Model]),
    parts: &Parts,
    told: Where,
) -> Result<Entry> {
    let latest = || rows.iter().map(|row| parts.recorded_at(row)).max();
    let appointments =
        rows.iter().filter_map(|row| Some((row.occurs_on?, told.appointment(ctx, row, parts)?)));
    let first = rows.first();
    let minutes = first.map_or(0, |row| slot_of(row).minutes);
    Ok(Entry {
        sequence: number_of(rows, parts),
        recorded_at: told.recorded_at(|| latest().unwrap_or(series.made_at)),
        what: What::Series(Series {
            id: series.id,
            rule: rule_of(series)?,
            first: Slot { starts: series.starts, minutes },
            title: first.map(|row| row.title.clone()).unwrap_or_default(),
            appointments: appointments.collect(),
        }),
    })
}

impl Where {
    /// In a mail when it was made, so that it is the same in every try.
    fn recorded_at(self, otherwise: impl FnOnce() -> DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Mail(made_at) => made_at,
            Self::File | Self::Feed => otherwise(),
        }
    }

    fn appointment(self, ctx: &Ctx, row: &session::Model, parts: &Parts) -> Option<Appointment> {
        let one = parts.appointment(row, ctx.rule_now())?;
        match self {
            Self::Mail(_) if one.part == Part::Offer => None,
            Self::Mail(_) | Self::File => Some(Appointment { link: row.link.clone(), ..one }),
            Self::Feed => Some(one),
        }
    }
}

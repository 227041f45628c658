//! Sessions as somebody's calendar reads them: those in which they hold a seat, or are offered one, and those that they lead.

use super::engaged::theirs;
use super::parts::Parts;
use super::whole::{Where, Whole, alone, of_series};
use super::{may_read, not_found, series};
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use chrono::NaiveTime;
use domain::calendar::{Entry, MONTHS_BACK};
use domain::dates::months_before;
use domain::ids::{SessionId, SessionSeriesId};
use entities::{session, session_series};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, BTreeSet};

/// A person's sessions, from those of a year ago on, without where to join them: those by themselves in the order of time, then each
/// series of which one is among them, whole. Three queries, and two more for series.
///
/// # Errors
/// Refuses whoever has no staff record.
pub(crate) async fn entries(ctx: &Ctx) -> Result<Vec<Entry>> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let since = months_before(ctx.today, MONTHS_BACK).and_time(NaiveTime::MIN);
    let db = ctx.db().read();
    let near = session::Entity::find()
        .filter(session::Column::StartsAt.gte(from_london(since)))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(theirs(&[person]))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    let (in_series, single): (Vec<_>, Vec<_>) =
        near.into_iter().partition(|row| row.series_id.is_some());
    let found = in_series.iter().filter_map(|row| row.series_id).collect();
    let (series, all) = whole_series(db, found).await?;
    let ids: Vec<SessionId> = single.iter().chain(&all).map(|row| row.id).collect();
    let parts = Parts::load(db, person, &ids).await?;
    let single = single.iter().filter_map(|row| alone(ctx, row, &parts, Where::Feed));
    let mut entries: Vec<Entry> = single.collect();
    let mut of: BTreeMap<SessionSeriesId, Vec<session::Model>> = BTreeMap::new();
    for row in all {
        if let Some(id) = row.series_id {
            of.entry(id).or_default().push(row);
        }
    }
    for one in &series {
        let rows = of.get(&one.id).map(Vec::as_slice).unwrap_or_default();
        entries.push(of_series(ctx, (one, rows), &parts, Where::Feed)?);
    }
    entries.retain(|entry| !entry.is_empty());
    Ok(entries)
}

/// Series in the order of their beginnings, and all their sessions in that of the rules' dates; two queries, none for none.
async fn whole_series(
    db: &impl ConnectionTrait,
    ids: BTreeSet<SessionSeriesId>,
) -> Result<(Vec<session_series::Model>, Vec<session::Model>)> {
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let series = session_series::Entity::find()
        .filter(session_series::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(session_series::Column::Starts)
        .order_by_asc(session_series::Column::Id)
        .all(db)
        .await?;
    let all = session::Entity::find()
        .filter(session::Column::SeriesId.is_in(ids))
        .order_by_asc(session::Column::OccursOn)
        .all(db)
        .await?;
    Ok((series, all))
}

/// One session for the calendar of the signed-in person, with where to join it; of a series all that they have of it, since it stands
/// under one name.
///
/// # Errors
/// Refuses whoever neither holds a seat of the session nor leads it, and sessions that are drafts or were cancelled, as not found.
pub async fn own_entry(ctx: &Ctx, id: SessionId) -> Result<Entry> {
    may_read(ctx)?;
    let whole = Whole::around(ctx.db().read(), id, myself(ctx)?).await?.ok_or_else(not_found)?;
    let row = whole.row(id).ok_or_else(not_found)?;
    whole.parts.appointment(row, ctx.rule_now()).ok_or_else(not_found)?;
    whole.entry(ctx, Where::File)?.ok_or_else(not_found)
}

/// All that the signed-in person has of a series, for their calendar, with where to join each session.
///
/// # Errors
/// Refuses whoever has nothing in it as not found.
pub async fn own_series_entry(ctx: &Ctx, id: SessionSeriesId) -> Result<Entry> {
    may_read(ctx)?;
    let whole = Whole::of_series(ctx.db().read(), id, myself(ctx)?).await?;
    let entry = whole.map(|whole| whole.entry(ctx, Where::File)).transpose()?.flatten();
    entry.filter(|entry| !entry.is_empty()).ok_or_else(series::not_found)
}

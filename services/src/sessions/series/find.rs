//! The sessions of a series, and which of them are meant by what is done from one of them.

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions::hosts::{host_of, may_run};
use crate::sessions::stored::Stored;
use crate::sessions::times::state_of;
use domain::coverage::Facts;
use domain::ids::{SessionId, SessionSeriesId};
use domain::refusal::Refusal;
use domain::sessions::scheduling::may_change;
use domain::sessions::series::{Part, Recurrence};
use entities::{session, session_series};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// A series as it is stored.
///
/// # Errors
/// Refuses one that is not there as not found.
pub(super) async fn stored(
    db: &impl ConnectionTrait,
    id: SessionSeriesId,
) -> Result<session_series::Model> {
    session_series::Entity::find_by_id(id).one(db).await?.ok_or_else(not_found)
}

/// A series that is not there, or none of whose sessions is for the asker to see.
pub(in crate::sessions) fn not_found() -> Error {
    Refusal::not_found("this series").into()
}

/// The rule of a series.
///
/// # Errors
/// Fails where what is stored is no rule.
pub(in crate::sessions) fn rule_of(row: &session_series::Model) -> Result<Recurrence> {
    row.rule.parse::<Recurrence>().map_err(|cause| Error::fault("the rule of a series", cause))
}

/// Those sessions of a series that the asker may see, in the order of the rule's dates; one query.
pub(super) async fn sessions_of(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    id: SessionSeriesId,
) -> Result<Vec<session::Model>> {
    let mut rows = session::Entity::find()
        .filter(session::Column::SeriesId.eq(id))
        .order_by_asc(session::Column::OccursOn)
        .all(db)
        .await?;
    rows.retain(|row| row.scheduled_at.is_some() || may_run(ctx, facts, host_of(row)));
    Ok(rows)
}

/// Those that the asker runs and that can still be changed, in the order of the rule's dates; one query.
pub(super) async fn changeable(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    id: SessionSeriesId,
) -> Result<Vec<session::Model>> {
    Ok(changeable_of(ctx, facts, sessions_of(ctx, facts, db, id).await?))
}

/// Those of these sessions that the asker runs and that can still be changed.
pub(super) fn changeable_of(
    ctx: &Ctx,
    facts: &Facts,
    mut rows: Vec<session::Model>,
) -> Vec<session::Model> {
    let now = ctx.rule_now();
    rows.retain(|row| may_change(state_of(row, now)).is_ok() && may_run(ctx, facts, host_of(row)));
    rows
}

/// A session that the asker runs, and those of its series that are meant by a part, from it on, in the order in which they are
/// held.
///
/// # Errors
/// Refuses sessions without a series, and where nothing is left to change; those that the asker does not run, as not found.
pub(super) async fn meant(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (id, part): (SessionId, Part),
) -> Result<(session::Model, Vec<session::Model>)> {
    let row = Stored::run_by(ctx, facts, db, id).await?.row;
    let mut rows = changeable(ctx, facts, db, series_of(&row)?).await?;
    rows.retain(|other| is_meant(&row, other, part));
    if rows.is_empty() {
        let sentence = "None of these sessions can be changed any more.";
        return Err(Refusal::rule("session-over", sentence).into());
    }
    rows.sort_by_key(|row| row.id);
    Ok((row, rows))
}

/// # Errors
/// Refuses a session that belongs to none.
pub(super) fn series_of(row: &session::Model) -> Result<SessionSeriesId> {
    let none = || Refusal::rule("no-series", "This session belongs to no series. Repeat it first.");
    Ok(row.series_id.ok_or_else(none)?)
}

/// The order is that of the rule's dates: a session that was moved to another week keeps its place.
pub(super) fn is_meant(from: &session::Model, other: &session::Model, part: Part) -> bool {
    match part {
        Part::This => other.id == from.id,
        Part::Later => other.occurs_on >= from.occurs_on,
        Part::All => true,
    }
}

//! Sessions that run a step of a programme: said of one or of its series, who came to them, and the next that somebody can book.

use super::came::who_came;
use super::filters::bookable;
use super::lines::lines;
use super::locks::hold_session;
use super::may_run_any;
use super::outcomes;
use super::register::said_of;
use super::series::{changeable, series_of};
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::offered_step;
use domain::coverage::Facts;
use domain::ids::{PersonId, ProgrammeStepId, SessionId};
use domain::programmes::taken::Taken;
use domain::sessions::scheduling::may_change;
use domain::sessions::views::SessionLine;
use entities::session;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use std::collections::BTreeMap;

/// Says which step of a programme a session runs, or that it runs none; with `whole_series`, of each session of its series that can
/// still be changed. One that builds nothing yet then builds what the step is meant to lead to. Of how many sessions it was said.
///
/// # Errors
/// Refuses steps that are no session or whose programme has ended by the session's day, beside `step`; sessions that are over;
/// those without a series, where it was meant; and those that the asker does not run, as not found.
pub async fn run_step(
    ctx: &Ctx,
    id: SessionId,
    step: Option<ProgrammeStepId>,
    whole_series: bool,
) -> Result<usize> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let tx = change.tx();
    let first = Stored::run_by(ctx, &facts, tx, id).await?;
    may_change(first.state(ctx.rule_now()))?;
    let offered = match step {
        Some(step) => Some(offered_step(ctx, &facts, tx, (step, first.day())).await?),
        None => None,
    };
    let mut ids = vec![id];
    if whole_series {
        let series = series_of(&first.row)?;
        ids = changeable(ctx, &facts, tx, series).await?.iter().map(|row| row.id).collect();
        ids.sort_unstable();
    }
    let mut entries = Vec::new();
    for id in ids {
        hold_session(tx, id).await?;
        let stored = Stored::run_by(ctx, &facts, tx, id).await?;
        may_change(stored.state(ctx.rule_now()))?;
        if let Some(offered) = offered.as_ref().filter(|_| stored.outcomes.is_empty()) {
            outcomes::put(tx, id, &offered.rows_of(id)).await?;
        }
        let before = stored.row.programme_step_id;
        let mut row = stored.row.into_active_model();
        row.programme_step_id = Set(step);
        row.update(tx).await?;
        entries.push(Entry::new("run step", "session", id).before(&before).after(&step));
    }
    let many = entries.len();
    change.commit_all(entries).await?;
    Ok(many)
}

/// The sessions that ran any of these steps and whose registers are closed; one query.
async fn ran(db: &impl ConnectionTrait, steps: &[ProgrammeStepId]) -> Result<Vec<session::Model>> {
    Ok(session::Entity::find()
        .filter(session::Column::ProgrammeStepId.is_in(steps.iter().copied()))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(session::Column::ClosedAt.is_not_null())
        .all(db)
        .await?)
}

/// Who took these steps; three queries, and one where no session ran any.
pub(crate) async fn taken(
    facts: &Facts,
    db: &impl ConnectionTrait,
    steps: &[ProgrammeStepId],
) -> Result<Taken> {
    let rows = ran(db, steps).await?;
    let mut taken = Taken::default();
    if rows.is_empty() {
        return Ok(taken);
    }
    let sessions: Vec<&session::Model> = rows.iter().collect();
    let came = who_came(facts, db, &sessions).await?;
    for row in &rows {
        let Some(step) = row.programme_step_id else { continue };
        for one in came.get(&row.id).into_iter().flatten() {
            if let Some(person) = one.person() {
                taken.note(step, person, one.attendance);
            }
        }
    }
    Ok(taken)
}

/// How one person took these steps; two queries, and one where no session ran any.
pub(crate) async fn taken_by(
    db: &impl ConnectionTrait,
    person: PersonId,
    steps: &[ProgrammeStepId],
) -> Result<Taken> {
    let rows = ran(db, steps).await?;
    let mut taken = Taken::default();
    if rows.is_empty() {
        return Ok(taken);
    }
    let last = said_of(db, person, rows.iter().map(|row| row.id).collect()).await?;
    for row in &rows {
        if let (Some(step), Some(attendance)) = (row.programme_step_id, last.get(&row.id)) {
            taken.note(step, person, *attendance);
        }
    }
    Ok(taken)
}

/// Of each of these steps the next session to come that runs it, in which the signed-in person has a booking or can ask for a seat;
/// six queries, and one where none is coming.
pub(crate) async fn next_of(
    ctx: &Ctx,
    facts: &Facts,
    steps: &[ProgrammeStepId],
) -> Result<BTreeMap<ProgrammeStepId, SessionLine>> {
    let mut next = BTreeMap::new();
    let Some(person) = ctx.actor.person() else { return Ok(next) };
    let db = ctx.db().read();
    let rows = session::Entity::find()
        .filter(session::Column::ProgrammeStepId.is_in(steps.iter().copied()))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(session::Column::StartsAt.gt(from_london(ctx.rule_now())))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(next);
    }
    let bookable = bookable(ctx, facts, db, (person, &rows)).await?;
    for (row, line) in rows.iter().zip(lines(ctx, facts, &rows).await?) {
        let has_booking = line.own.is_some_and(|state| !state.is_over());
        if let Some(step) = row.programme_step_id
            && (has_booking || bookable.contains(&row.id))
        {
            next.entry(step).or_insert(line);
        }
    }
    Ok(next)
}

//! What a session is meant to lead to: a level in each of some competencies, of the framework version that holds today.

use super::locks::hold_session;
use super::stored::Stored;
use super::{may_run_any, standing};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::{by_domain, found, steps_to_run};
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, SessionId};
use domain::programmes::Outcome;
use domain::programmes::progress::asked_by;
use domain::requirements::Asked;
use domain::sessions::format::Format;
use domain::sessions::scheduling::{Moved, may_change};
use domain::sessions::views::{OutcomeLine, SessionCompetencies};
use entities::session_outcome;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::BTreeMap;

/// What outcomes ask in the framework version at a day: carried over versions as those of a step of a programme are.
pub(super) fn asked(facts: &Facts, rows: &[session_outcome::Model], day: NaiveDate) -> Vec<Asked> {
    let outcomes: Vec<Outcome> = rows.iter().filter_map(outcome).collect();
    asked_by(facts, &outcomes, day)
}

/// An outcome as it is stored.
pub(super) fn outcome(row: &session_outcome::Model) -> Option<Outcome> {
    let level = Level::try_from(u8::try_from(row.level).ok()?).ok()?;
    Some(Outcome { competency: row.competency_id, level })
}

/// Outcomes as a page shows them.
pub(super) fn lines(facts: &Facts, asked: &[Asked], format: Format) -> Vec<OutcomeLine> {
    let line = |asked: &Asked| {
        let of = facts.competencies.get(usize::from(asked.competency))?;
        Some(OutcomeLine {
            competency: Heading { code: of.code.clone(), title: of.title.clone() },
            level: asked.level,
            needs_more: format.needs_more_for(asked.level),
        })
    };
    asked.iter().filter_map(line).collect()
}

/// What the form offers: every competency, with the level that the session intends in it.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn competencies(ctx: &Ctx, id: SessionId) -> Result<SessionCompetencies> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let stored = Stored::run_by(ctx, &facts, ctx.db().read(), id).await?;
    let asked = asked(&facts, &stored.outcomes, ctx.today);
    Ok(SessionCompetencies {
        steps: steps_to_run(ctx.db().read(), stored.day()).await?,
        step: stored.row.programme_step_id,
        in_series: stored.row.series_id.is_some(),
        id,
        title: stored.row.title,
        format: stored.row.format,
        domains: by_domain(ctx, &facts, &asked),
    })
}

/// Sets what a session is meant to lead to, by competency code.
///
/// # Errors
/// Refuses codes that are not in use beside their fields, to leave a scheduled session without a competency or without
/// anybody who may lead it, sessions that are over, and those that the asker does not run, as not found.
pub async fn set_outcomes(
    ctx: &Ctx,
    id: SessionId,
    levels: &BTreeMap<String, Level>,
) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let outcomes = found(ctx, &facts, levels)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let mut stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let before = stored.outcomes.len();
    stored.outcomes = outcomes.iter().map(|outcome| row(id, *outcome)).collect();
    standing::stays(ctx, &facts, change.tx(), (&stored, Moved::default())).await?;
    put(change.tx(), id, &stored.outcomes).await?;
    let entry = Entry::new("set outcomes", "session", id).before(&before).after(levels);
    change.commit(entry).await
}

fn row(
    session_id: SessionId,
    (competency_id, level): (CompetencyId, Level),
) -> session_outcome::Model {
    let level = i32::from(level.number());
    session_outcome::Model { session_id, competency_id, level }
}

/// Stores what a session is meant to lead to, in the place of what it was.
pub(super) async fn put(
    tx: &impl ConnectionTrait,
    id: SessionId,
    rows: &[session_outcome::Model],
) -> Result<()> {
    let own = session_outcome::Column::SessionId.eq(id);
    session_outcome::Entity::delete_many().filter(own).exec(tx).await?;
    let rows: Vec<_> = rows.iter().cloned().map(IntoActiveModel::into_active_model).collect();
    if !rows.is_empty() {
        session_outcome::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

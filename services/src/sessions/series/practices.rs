//! A series as whoever runs it and the leads of its practices look back on it: who came from where, and what was agreed.

use super::among::words;
use super::find::{not_found, rule_of, sessions_of, stored};
use super::open::called;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::hosts::{host_of, may_run};
use crate::sessions::may_read;
use crate::sessions::tally::held;
use crate::sessions::times::{slot_of, state_of};
use domain::coverage::Facts;
use domain::ids::{SessionSeriesId, TeamId};
use domain::policy::{Action, reach};
use domain::sessions::SessionState;
use domain::sessions::series::practices::{by_practice, key};
use domain::sessions::series::views::{ActionLine, SeriesColumn, SeriesPractices};
use domain::sessions::tally::Held;
use entities::{series_action, session, session_lead, session_team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;

/// Who came to the sessions of a series, organisation by organisation, and what was agreed in it. Whoever runs a session of it or leads
/// one sees every organisation; whoever reads the records of a team sees that of the team. Nobody is named, so nothing is noted.
///
/// # Errors
/// Refuses everybody else, as not found.
pub async fn practices(ctx: &Ctx, id: SessionSeriesId) -> Result<SeriesPractices> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let series = stored(db, id).await?;
    let rows = sessions_of(ctx, &facts, db, id).await?;
    let (title, _) = called(db, &rows).await?;
    let keeps = teaches(ctx, &facts, db, &rows).await?;
    let expected = invited(&facts, db, &rows).await?;
    let now = ctx.rule_now();
    let over: Vec<&session::Model> =
        rows.iter().filter(|row| state_of(row, now).has_taken_place()).collect();
    let is_closed = |row: &&session::Model| state_of(row, now) == SessionState::Closed;
    let closed: Vec<&session::Model> = over.iter().copied().filter(is_closed).collect();
    let mut held = held(&facts, db, &closed).await?.into_iter();
    let came: Vec<Option<Vec<String>>> = over
        .iter()
        .map(|row| is_closed(row).then(|| held.next().map(organisations).unwrap_or_default()))
        .collect();
    let mut practices = by_practice(&came, &expected);
    if !keeps {
        let own = own_organisations(ctx, &facts);
        practices.retain(|row| own.contains(&key(&row.name)));
        if practices.is_empty() {
            return Err(not_found());
        }
    }
    let column = |row: &&session::Model| SeriesColumn {
        id: row.id,
        slot: slot_of(row),
        closed: is_closed(row),
    };
    Ok(SeriesPractices {
        id,
        title,
        words: words(rule_of(&series)?, &rows),
        sessions: over.iter().map(column).collect(),
        practices,
        actions: actions(ctx, db, id).await?,
        keeps,
        today: ctx.today,
    })
}

/// The organisation of each who came, once for each of them.
fn organisations(held: Held) -> Vec<String> {
    let learners = held.learners.into_iter();
    learners.filter_map(|learner| learner.present.organisation).collect()
}

/// Whether the asker runs one of these sessions, or leads one; one query at most.
pub(super) async fn teaches(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[session::Model],
) -> Result<bool> {
    if rows.iter().any(|row| may_run(ctx, facts, host_of(row))) {
        return Ok(true);
    }
    let Some(person) = ctx.actor.person() else { return Ok(false) };
    let led = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(rows.iter().map(|row| row.id)))
        .filter(session_lead::Column::PersonId.eq(person))
        .one(db)
        .await?;
    Ok(led.is_some())
}

/// The organisations of the teams that any of these sessions invites, by name; one query.
async fn invited(
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[session::Model],
) -> Result<Vec<String>> {
    let invited = session_team::Entity::find()
        .filter(session_team::Column::SessionId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let ids: BTreeSet<TeamId> = invited.into_iter().map(|row| row.team_id).collect();
    let teams = facts.places.teams.iter().filter(|team| ids.contains(&team.id));
    let names = teams.filter_map(|team| facts.places.organisations.get(team.organisation));
    Ok(names.map(|organisation| organisation.name.clone()).collect())
}

/// Whether a practice of the asker's is invited; one query, and none for whoever reads nobody's record.
pub(super) async fn concerns_own(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[session::Model],
) -> Result<bool> {
    let own = own_organisations(ctx, facts);
    if own.is_empty() {
        return Ok(false);
    }
    Ok(invited(facts, db, rows).await?.iter().any(|name| own.contains(&key(name))))
}

/// The organisations in whose teams the asker reads records, by name.
fn own_organisations(ctx: &Ctx, facts: &Facts) -> BTreeSet<String> {
    let reach = reach(&ctx.actor, Action::ReadRecord);
    let teams = facts.places.teams.iter().enumerate();
    let own = teams.filter(|(at, _)| {
        let place = facts.places.located_team(*at, ctx.today);
        place.is_some_and(|place| reach.contains(&place))
    });
    let own = own.filter_map(|(_, team)| facts.places.organisations.get(team.organisation));
    own.map(|organisation| key(&organisation.name)).collect()
}

/// What was agreed, what is still to be done first; one query.
async fn actions(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: SessionSeriesId,
) -> Result<Vec<ActionLine>> {
    let rows = series_action::Entity::find()
        .filter(series_action::Column::SeriesId.eq(id))
        .order_by_asc(series_action::Column::Id)
        .all(db)
        .await?;
    let line = |row: series_action::Model| ActionLine {
        id: row.id,
        is_late: row.done_on.is_none() && row.due_on.is_some_and(|due| due < ctx.today),
        what: row.what,
        by_whom: row.by_whom,
        due_on: row.due_on,
        agreed_on: row.agreed_on,
        done_on: row.done_on,
    };
    let mut lines: Vec<ActionLine> = rows.into_iter().map(line).collect();
    lines.sort_by_key(|line| line.done_on.is_some());
    Ok(lines)
}

//! What is held until a transaction ends, so that two changes at once are decided one after the other. Always in this order:
//! people, then teams, then sessions, in the order of their ids where there are several. Only a row's own columns are held, never
//! its key: whoever gives out the seats of a session writes rows that refer to people others hold, and must not wait for them.

use super::not_found;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::refusal::Refusal;
use entities::{session, session_lead, team};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeMap, BTreeSet};

/// Holds those of a session's leads who are on record; returns who they are.
pub(super) async fn hold_leads(
    tx: &DatabaseTransaction,
    facts: &Facts,
    id: SessionId,
) -> Result<BTreeSet<PersonId>> {
    Ok(hold_leads_of(tx, facts, &[id]).await?.remove(&id).unwrap_or_default())
}

/// The same for several sessions, before any of them is held: who leads which.
pub(super) async fn hold_leads_of(
    tx: &DatabaseTransaction,
    facts: &Facts,
    sessions: &[SessionId],
) -> Result<BTreeMap<SessionId, BTreeSet<PersonId>>> {
    let leads = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(sessions.iter().copied()))
        .all(tx)
        .await?;
    let mut people: BTreeMap<SessionId, BTreeSet<PersonId>> = BTreeMap::new();
    for lead in leads {
        people.entry(lead.session_id).or_default().extend(lead.person_id);
    }
    hold_people(tx, people.values().flatten().copied()).await?;
    // Whoever leads is gone from their team, as whoever has a seat is.
    hold_teams(tx, facts, people.values().flatten().copied()).await?;
    Ok(people)
}

/// Holds those who lead a session, then the session itself, whose seats do not change: of two sessions that one person leads, changed at
/// once, the second waits and sees the first. The session as it stands then, for whoever runs it.
///
/// # Errors
/// Refuses when others lead it by now than those who were held; and sessions that the asker does not run, as not found.
pub(super) async fn hold_led(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    id: SessionId,
) -> Result<Stored> {
    let led_by = hold_leads(tx, facts, id).await?;
    hold_session(tx, id).await?;
    let stored = Stored::run_by(ctx, facts, tx, id).await?;
    still_led_by(&led_by, stored.people())?;
    Ok(stored)
}

/// # Errors
/// Refuses when others lead a session by now than those who were held.
pub(super) fn still_led_by(
    held: &BTreeSet<PersonId>,
    now: impl Iterator<Item = PersonId>,
) -> Result<()> {
    let now: BTreeSet<PersonId> = now.collect();
    if *held == now {
        return Ok(());
    }
    let sentence = "Somebody changed who leads this session at the same moment. Look at it again, then repeat what you did.";
    Err(Refusal::rule("changed-meanwhile", sentence).into())
}

/// Holds the teams of these people's posts: how many of a profession stay in one is counted over all sessions at a time, so that
/// of two colleagues who book at once the second sees the first.
pub(crate) async fn hold_teams(
    tx: &DatabaseTransaction,
    facts: &Facts,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<()> {
    let people = people.into_iter().filter_map(|person| facts.person(person));
    let posts = people.flat_map(|person| &person.posts);
    let teams = posts.flat_map(|post| &post.terms).filter_map(|t| facts.places.teams.get(t.team));
    let ids: BTreeSet<TeamId> = teams.map(|team| team.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    team::Entity::find()
        .filter(team::Column::Id.is_in(ids))
        .order_by_asc(team::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    Ok(())
}

/// Holds a session whose seats do not change.
///
/// # Errors
/// Refuses sessions that are not there as not found.
pub(super) async fn hold_session(tx: &DatabaseTransaction, id: SessionId) -> Result<()> {
    let held = session::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?;
    held.map(drop).ok_or_else(not_found)
}

/// Holds a session whose seats change: its counter is raised, so that each step takes the next number. Returns the moment that
/// the rules look at: while one change waited for another, deadlines may have passed.
///
/// # Errors
/// Refuses sessions that are not there as not found.
pub(super) async fn hold_seats(
    ctx: &Ctx,
    tx: &DatabaseTransaction,
    id: SessionId,
) -> Result<NaiveDateTime> {
    let raised = session::Entity::update_many()
        .col_expr(session::Column::Bookings, Expr::col(session::Column::Bookings).add(1))
        .filter(session::Column::Id.eq(id))
        .exec(tx)
        .await?;
    if raised.rows_affected == 0 { Err(not_found()) } else { Ok(ctx.moment()) }
}

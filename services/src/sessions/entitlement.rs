//! How many sessions of the year teams are due, and which count for which of them, by seats or by who came.

mod list; // teams, those first that are behind
mod of_year; // the sessions of a year, as the teams see them that each invites

pub use list::entitlements;

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::entitlement::{DUE_A_YEAR, Entitlement, Offered};
use domain::ids::{PersonId, TeamId};
use domain::organisations::TeamIndex;
use domain::years::Year;
use entities::{session, team};
use of_year::OfYear;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// What these teams are due this year, what of it is booked and what was delivered; six queries, however many they are.
pub(crate) async fn of_teams(
    ctx: &Ctx,
    facts: &Facts,
    teams: &[TeamIndex],
) -> Result<BTreeMap<TeamIndex, Entitlement>> {
    let db = ctx.db().read();
    let known = teams.iter().filter_map(|at| Some((facts.places.teams.get(*at)?.id, *at)));
    let known: BTreeMap<TeamId, TeamIndex> = known.collect();
    let year = OfYear::load(ctx, facts, db, (&known, Year::of(ctx.today))).await?;
    let mut offered: BTreeMap<TeamId, Vec<Offered>> = BTreeMap::new();
    for one in year.each {
        offered.entry(one.team).or_default().push(one.offered);
    }
    let entitled = |(team, due): (TeamId, u16)| {
        let at = known.get(&team)?;
        Some((*at, Entitlement::of(due, offered.remove(&team).unwrap_or_default())))
    };
    let ids: Vec<TeamId> = known.keys().copied().collect();
    Ok(due(db, &ids).await?.into_iter().filter_map(entitled).collect())
}

/// How many sessions each team is due.
pub(crate) async fn due(db: &impl ConnectionTrait, teams: &[TeamId]) -> Result<Vec<(TeamId, u16)>> {
    let rows: Vec<(TeamId, Option<i32>)> = team::Entity::find()
        .select_only()
        .columns([team::Column::Id, team::Column::SessionsDuePerYear])
        .filter(team::Column::Id.is_in(teams.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let said = |due: Option<i32>| due.and_then(|due| u16::try_from(due).ok());
    Ok(rows.into_iter().map(|(team, due)| (team, said(due).unwrap_or(DUE_A_YEAR))).collect())
}

/// A session that invited a team and that somebody of it came to: its register is closed.
#[derive(Clone, Debug)]
pub(crate) struct Taught {
    pub row: session::Model,
    /// How many people of the team were in scope that day.
    pub in_scope: usize,
    /// Those of the team who came.
    pub came: Vec<PersonId>,
}

/// The sessions of a year that invited a team and that somebody of it came to, whether or not they count for its entitlement; five
/// queries.
pub(crate) async fn taught_to(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (at, year): (TeamIndex, Year),
) -> Result<Vec<Taught>> {
    let Some(team) = facts.places.teams.get(at) else { return Ok(Vec::new()) };
    let OfYear { mut sessions, each } =
        OfYear::load(ctx, facts, db, (&[(team.id, at)].into(), year)).await?;
    let came = each.into_iter().filter(|one| one.offered.came.is_some_and(|came| came > 0));
    let taught = came.filter_map(|one| {
        let row = sessions.remove(&one.session)?;
        Some(Taught { row, in_scope: one.offered.in_scope, came: one.came })
    });
    Ok(taught.collect())
}

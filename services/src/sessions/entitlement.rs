//! Which sessions of the year count for which team, by seats or by who came, and how many each is due: a few teams, or a list of
//! those that are behind.

use super::came::{Came, who_came};
use super::events::{by_session, events_of};
use super::times::{of_year, slot_of, state_of};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::entitlement::{
    DUE_A_YEAR, Entitlement, EntitlementLine, Entitlements, Offered, counts,
};
use domain::ids::{PersonId, SessionId, TeamId};
use domain::organisations::{Team, TeamIndex};
use domain::paging::Paged;
use domain::people::counting::{people_in_scope, teams_in_scope};
use domain::people::holds_words;
use domain::policy::Action;
use domain::sessions::SessionState;
use domain::sessions::seats::Booking;
use domain::years::Year;
use entities::{session, session_team, team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::BTreeMap;

/// A page of the teams whose figures the asker may see and that are open today, those furthest behind first. Teams and hours are no
/// figures of people: nothing is suppressed.
///
/// # Errors
/// Refuses whoever sees no figures anywhere.
pub async fn entitlements(ctx: &Ctx, words: &str, page: usize) -> Result<Entitlements> {
    ctx.authorise_somewhere(Action::ReadFigures, "this page")?;
    let facts = ctx.facts().await?;
    let visible = visible_teams(ctx, &facts);
    let seen = |at: TeamIndex| visible.as_ref().is_none_or(|seen| seen.get(at) == Some(&true));
    let teams: Vec<(TeamIndex, &Team)> = facts
        .places
        .teams
        .iter()
        .enumerate()
        .filter(|(at, team)| seen(*at) && team.open.contains(ctx.today))
        .filter(|(_, team)| holds_words(&known_by(&facts, team), words))
        .collect();
    let found: Vec<TeamIndex> = teams.iter().map(|(at, _)| *at).collect();
    let entitled = of_teams(ctx, &facts, &found).await?;
    let line = |(at, team): (TeamIndex, &Team)| EntitlementLine {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        organisation: organisation(&facts, team).to_owned(),
        entitlement: entitled.get(&at).copied().unwrap_or(NOTHING_SAID),
    };
    let mut lines: Vec<EntitlementLine> = teams.into_iter().map(line).collect();
    lines.sort_by_cached_key(|line| {
        let behind = std::cmp::Reverse(line.entitlement.missing());
        (behind, line.team.title.to_lowercase(), line.team.code.clone())
    });
    Ok(Entitlements { year: Year::of(ctx.today), lines: Paged::of(lines, page) })
}

const NOTHING_SAID: Entitlement = Entitlement { due: DUE_A_YEAR, booked: 0, delivered: 0 };

fn organisation<'a>(facts: &'a Facts, team: &Team) -> &'a str {
    facts.places.organisations.get(team.organisation).map_or("", |found| &found.name)
}

fn known_by(facts: &Facts, team: &Team) -> String {
    format!("{} {} {}", team.code, team.name, organisation(facts, team))
}

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

/// A session that was delivered to a team: its register is closed, and enough of the team came.
#[derive(Clone, Debug)]
pub(crate) struct Taught {
    pub row: session::Model,
    /// Those of the team who came.
    pub came: Vec<PersonId>,
}

/// The sessions of a year that were delivered to a team; five queries.
pub(crate) async fn taught_to(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (at, year): (TeamIndex, Year),
) -> Result<Vec<Taught>> {
    let Some(team) = facts.places.teams.get(at) else { return Ok(Vec::new()) };
    let OfYear { mut sessions, each } =
        OfYear::load(ctx, facts, db, (&[(team.id, at)].into(), year)).await?;
    let delivered = each.into_iter().filter(|one| {
        let Offered { in_scope, came, .. } = one.offered;
        came.is_some_and(|came| counts(in_scope, came))
    });
    let taught = delivered
        .filter_map(|one| Some(Taught { row: sessions.remove(&one.session)?, came: one.came }));
    Ok(taught.collect())
}

/// The sessions of a year that invite any of some teams, as each of these teams sees them.
struct OfYear {
    sessions: BTreeMap<SessionId, session::Model>,
    each: Vec<OfTeam>,
}

/// A session as one team that it invites sees it.
struct OfTeam {
    team: TeamId,
    session: SessionId,
    offered: Offered,
    /// Those of the team who came, once the register is closed.
    came: Vec<PersonId>,
}

impl OfYear {
    /// Five queries, however many teams they are.
    async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (known, year): (&BTreeMap<TeamId, TeamIndex>, Year),
    ) -> Result<Self> {
        let now = ctx.rule_now();
        let ids: Vec<TeamId> = known.keys().copied().collect();
        let Invited { sessions, to } = Invited::in_year(db, &ids, year).await?;
        let is_closed = |row: &&session::Model| state_of(row, now) == SessionState::Closed;
        let (closed, open): (Vec<&session::Model>, Vec<&session::Model>) =
            sessions.values().partition(is_closed);
        let bookings = by_session(&events_of(db, open.iter().map(|row| row.id)).await?);
        let came = who_came(facts, db, &closed).await?;
        let mut in_scope = InScope::default();
        let mut each = Vec::new();
        for (id, team) in to {
            let (Some(at), Some(row)) = (known.get(&team), sessions.get(&id)) else { continue };
            let day = slot_of(row).starts.date();
            let is_theirs = |from: Option<TeamId>, person: Option<PersonId>| {
                from == Some(team) && person.is_some_and(|person| is_of(facts, person, (*at, day)))
            };
            let holds = |one: &&Booking| {
                one.holds_a_seat(now) && is_theirs(one.team, one.attendee.person())
            };
            let is_there = |one: &&Came| is_theirs(one.team, one.person());
            let there = came.get(&id).into_iter().flatten().filter(is_there);
            let there: Vec<PersonId> = there.filter_map(Came::person).collect();
            let offered = Offered {
                in_scope: in_scope.of(facts, *at, day),
                seats: bookings.get(&id).map_or(0, |all| all.iter().filter(holds).count()),
                came: is_closed(&row).then_some(there.len()),
            };
            each.push(OfTeam { team, session: id, offered, came: there });
        }
        Ok(Self { sessions, each })
    }
}

/// Whether somebody counts among the people of a team on a day.
fn is_of(facts: &Facts, person: PersonId, (team, day): (TeamIndex, NaiveDate)) -> bool {
    let person = facts.person(person);
    person.is_some_and(|person| teams_in_scope(facts, person, day).contains(&team))
}

/// How many people each team has in scope on a day: worked out once for each day.
#[derive(Default)]
struct InScope(BTreeMap<NaiveDate, Vec<u32>>);

impl InScope {
    fn of(&mut self, facts: &Facts, team: TeamIndex, day: NaiveDate) -> usize {
        let counts = self.0.entry(day).or_insert_with(|| people_in_scope(facts, day));
        counts.get(team).map_or(0, |count| *count as usize)
    }
}

/// How many sessions each team is due.
async fn due(db: &impl ConnectionTrait, teams: &[TeamId]) -> Result<Vec<(TeamId, u16)>> {
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

/// The sessions of a year that invite any of some teams, and which of them each invites.
struct Invited {
    sessions: BTreeMap<SessionId, session::Model>,
    to: Vec<(SessionId, TeamId)>,
}

impl Invited {
    /// Two queries.
    async fn in_year(db: &impl ConnectionTrait, teams: &[TeamId], year: Year) -> Result<Self> {
        let theirs = || session_team::Column::TeamId.is_in(teams.iter().copied());
        let inviting = session_team::Entity::find()
            .select_only()
            .column(session_team::Column::SessionId)
            .filter(theirs())
            .into_query();
        let rows = session::Entity::find()
            .filter(of_year(year))
            .filter(session::Column::Id.in_subquery(inviting))
            .all(db)
            .await?;
        let to = session_team::Entity::find()
            .filter(theirs())
            .filter(session_team::Column::SessionId.is_in(rows.iter().map(|row| row.id)))
            .all(db)
            .await?;
        Ok(Self {
            sessions: rows.into_iter().map(|row| (row.id, row)).collect(),
            to: to.into_iter().map(|row| (row.session_id, row.team_id)).collect(),
        })
    }
}

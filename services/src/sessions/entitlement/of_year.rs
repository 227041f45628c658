//! The sessions of a year that invite some teams, as each of these teams sees them: who could come of it, has a seat, or came.

use super::super::came::{Came, who_came};
use super::super::events::{by_session, events_of};
use super::super::times::{of_year, slot_of, state_of};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::entitlement::Offered;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::people::counting::{people_in_scope, teams_in_scope};
use domain::sessions::SessionState;
use domain::sessions::seats::Booking;
use domain::years::Year;
use entities::{session, session_team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::BTreeMap;

/// The sessions of a year that invite any of some teams, as each of these teams sees them.
pub(super) struct OfYear {
    pub sessions: BTreeMap<SessionId, session::Model>,
    pub each: Vec<OfTeam>,
}

/// A session as one team that it invites sees it.
pub(super) struct OfTeam {
    pub team: TeamId,
    pub session: SessionId,
    pub offered: Offered,
    /// Those of the team who came, once the register is closed.
    pub came: Vec<PersonId>,
}

impl OfYear {
    /// Five queries, however many teams they are.
    pub async fn load(
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

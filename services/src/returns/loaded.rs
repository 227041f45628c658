//! Sessions, protected time, mental health input and requests, from their tables: what a return counts besides coverage.

use super::educators::educators;
use super::seats::Sessions;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs::of_teams;
use crate::judgements::capacities;
use crate::protected_time::{Over, over};
use crate::session_requests::needed_in;
use crate::sessions::{by_session, events_of, in_figures, sessions_due, state_of};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::coverage::Facts;
use domain::dates::days_after;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::inputs::Input;
use domain::judgements::load::Capacity;
use domain::organisations::{AreaIndex, Team};
use domain::returns::activity::{Activity, twelve_months};
use domain::session_requests::RequestState;
use domain::sessions::SessionState;
use entities::{session, session_lead, session_team};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeSet, HashMap};

/// What stands in the tables. Which of it is the place's is found out afterwards.
#[derive(Clone, Debug)]
pub(super) struct Loaded {
    pub sessions: Sessions,
    /// Who led which session.
    pub leads: Vec<(SessionId, PersonId)>,
    /// Sessions that teams of the place are due in a year.
    due: HashMap<TeamId, u16>,
    inputs: Vec<Input>,
    pub time: Over,
    requests: Vec<(TeamId, RequestState)>,
    assessors: Vec<Capacity>,
}

impl Loaded {
    /// Of the twelve months up to a day; as many queries, however much there is. Sessions are looked at from the end of the day,
    /// whatever today is.
    pub async fn load(
        ctx: &Ctx,
        facts: &Facts,
        (place, day): (AreaIndex, NaiveDate),
    ) -> Result<Self> {
        let db = ctx.db().read();
        let over_by = days_after(day, 1).and_time(NaiveTime::MIN);
        let days = (twelve_months(day).from.unwrap_or(day), day);
        let teams = teams_in(facts, (place, day));
        let sessions = sessions(facts, db, (days, over_by)).await?;
        Ok(Self {
            leads: leads(db, &sessions).await?,
            sessions,
            due: sessions_due(db, &teams).await?.into_iter().collect(),
            inputs: of_teams(db, &teams).await?,
            time: over(db, days).await?,
            requests: needed_in(db, days, over_by).await?,
            assessors: capacities(ctx, facts, day).await?,
        })
    }

    /// What of it is the place's, as values.
    pub fn activity(&self, facts: &Facts, (place, day): (AreaIndex, NaiveDate)) -> Activity {
        let of_place = self.sessions.in_place(facts, place);
        let is_here = |team: TeamId| of_place.is_here(Some(team), day);
        let requests = self.requests.iter().filter(|(team, _)| is_here(*team));
        Activity {
            sessions: of_place.scheduled(),
            seats: of_place.seats(),
            teams: of_place.entitled(&self.due, day),
            requests: requests.map(|(_, state)| *state).collect(),
            educators: educators(facts, (place, day), self),
            inputs: self.inputs.clone(),
            assessors: self.assessors.clone(),
        }
    }
}

/// The teams that count in the place on a day.
pub(super) fn teams_in(facts: &Facts, of: (AreaIndex, NaiveDate)) -> Vec<TeamId> {
    here(facts, of).map(|team| team.id).collect()
}

/// The codes of the same.
pub(super) fn team_codes(facts: &Facts, of: (AreaIndex, NaiveDate)) -> BTreeSet<String> {
    here(facts, of).map(|team| team.code.clone()).collect()
}

fn here(facts: &Facts, (place, day): (AreaIndex, NaiveDate)) -> impl Iterator<Item = &Team> {
    let places = &facts.places;
    places.teams.iter().filter(move |team| places.areas_of(team, day).any(|at| at == place))
}

/// The scheduled sessions of some days that are over by a moment, or were cancelled, with what is known of each; seven queries.
async fn sessions(
    facts: &Facts,
    db: &impl ConnectionTrait,
    ((first, last), over_by): ((NaiveDate, NaiveDate), NaiveDateTime),
) -> Result<Sessions> {
    let from = from_london(first.and_time(NaiveTime::MIN));
    let until = from_london(days_after(last, 1).and_time(NaiveTime::MIN));
    let of_days = Condition::all()
        .add(session::Column::ScheduledAt.is_not_null())
        .add(session::Column::StartsAt.gte(from))
        .add(session::Column::StartsAt.lt(until));
    let mut rows = session::Entity::find()
        .filter(of_days)
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    rows.retain(|row| state_of(row, over_by) != SessionState::Scheduled);
    let is_closed = |row: &&session::Model| state_of(row, over_by) == SessionState::Closed;
    let closed: Vec<&session::Model> = rows.iter().filter(is_closed).collect();
    let held = in_figures(facts, db, &closed).await?;
    let held = closed.iter().map(|row| row.id).zip(held).collect();
    let ids = || rows.iter().map(|row| row.id);
    let bookings = by_session(&events_of(db, ids()).await?);
    let invited = session_team::Entity::find()
        .filter(session_team::Column::SessionId.is_in(ids()))
        .all(db)
        .await?;
    let invited = invited.into_iter().map(|row| (row.session_id, row.team_id)).collect();
    Ok(Sessions { rows, held, bookings, invited })
}

/// Who on record led each of the sessions that took place; one query.
async fn leads(
    db: &impl ConnectionTrait,
    sessions: &Sessions,
) -> Result<Vec<(SessionId, PersonId)>> {
    let took_place = sessions.rows.iter().filter(|row| row.cancelled_at.is_none());
    let rows = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(took_place.map(|row| row.id)))
        .order_by_asc(session_lead::Column::Id)
        .all(db)
        .await?;
    Ok(rows.iter().filter_map(|row| Some((row.session_id, row.person_id?))).collect())
}

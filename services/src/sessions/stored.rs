//! Sessions as they are stored, each with its leads, outcomes, kept seats and invited teams.

use super::hosts::{authorise_in, host_of, may_run};
use super::not_found;
use super::times::{closes_at, opens_at, slot_of, state_of};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{NaiveDate, NaiveDateTime};
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId, SessionLeadId, TeamId};
use domain::policy::Scope;
use domain::sessions::SessionState;
use domain::sessions::letters::Change;
use domain::sessions::times::Slot;
use entities::{session, session_lead, session_outcome, session_quota, session_team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// One session.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub row: session::Model,
    /// In the order in which they were added.
    pub leads: Vec<session_lead::Model>,
    pub outcomes: Vec<session_outcome::Model>,
    pub quotas: Vec<session_quota::Model>,
    pub invited: Vec<TeamId>,
}

impl Stored {
    /// A session that the asker may see: a draft is for whoever may run it. Five queries.
    ///
    /// # Errors
    /// Refuses every other as not found.
    pub async fn read(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        id: SessionId,
    ) -> Result<Self> {
        let stored = Self::load(db, id).await?;
        if stored.row.scheduled_at.is_none() {
            authorise_in(ctx, facts, stored.host())?;
        }
        Ok(stored)
    }

    /// A session that the asker runs.
    ///
    /// # Errors
    /// Refuses every other as not found.
    pub async fn run_by(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        id: SessionId,
    ) -> Result<Self> {
        let stored = Self::load(db, id).await?;
        authorise_in(ctx, facts, stored.host())?;
        Ok(stored)
    }

    /// A session that the asker runs, or in which this lead is the asker.
    ///
    /// # Errors
    /// Refuses every other as not found.
    pub async fn led_or_run_by(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (id, lead): (SessionId, SessionLeadId),
    ) -> Result<Self> {
        let stored = Self::load(db, id).await?;
        let row = stored.leads.iter().find(|row| row.id == lead);
        let person = row.and_then(|row| row.person_id);
        if person.is_none() || person != ctx.actor.person() {
            authorise_in(ctx, facts, stored.host())?;
        }
        Ok(stored)
    }

    /// A session that the asker runs, or leads once it is scheduled.
    ///
    /// # Errors
    /// Refuses every other as not found.
    pub async fn taught_by(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        id: SessionId,
    ) -> Result<Self> {
        let stored = Self::load(db, id).await?;
        // A draft is nobody's but theirs who run it.
        let is_draft = stored.row.scheduled_at.is_none();
        if is_draft || ctx.actor.person().is_none_or(|person| !stored.is_led_by(person)) {
            authorise_in(ctx, facts, stored.host())?;
        }
        Ok(stored)
    }

    /// A session to which nothing belongs.
    pub fn bare(row: session::Model) -> Self {
        let (leads, outcomes, quotas, invited) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { row, leads, outcomes, quotas, invited }
    }

    async fn load(db: &impl ConnectionTrait, id: SessionId) -> Result<Self> {
        let row = session::Entity::find_by_id(id).one(db).await?.ok_or_else(not_found)?;
        let leads = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.eq(id))
            .order_by_asc(session_lead::Column::Id)
            .all(db)
            .await?;
        let outcomes = session_outcome::Entity::find()
            .filter(session_outcome::Column::SessionId.eq(id))
            .all(db)
            .await?;
        let quotas = session_quota::Entity::find()
            .filter(session_quota::Column::SessionId.eq(id))
            .order_by_asc(session_quota::Column::Id)
            .all(db)
            .await?;
        let invited = session_team::Entity::find()
            .filter(session_team::Column::SessionId.eq(id))
            .all(db)
            .await?;
        let invited = invited.into_iter().map(|row| row.team_id).collect();
        Ok(Self { row, leads, outcomes, quotas, invited })
    }

    /// Whether it is scheduled and has not begun: what has is history.
    pub fn is_ahead(&self, now: NaiveDateTime) -> bool {
        self.state(now) == SessionState::Scheduled && self.slot().starts > now
    }

    /// What is not the same of the other, of that which calendars are told; none where all of it is.
    pub fn changed(&self, other: &Self) -> Option<Change> {
        let place = |row: &session::Model| (row.venue.clone(), row.link.clone());
        let moved = self.slot() != other.slot() || place(&self.row) != place(&other.row);
        Change::of(moved, self.row.title != other.row.title)
    }

    pub const fn host(&self) -> Scope {
        host_of(&self.row)
    }

    pub fn may_run(&self, ctx: &Ctx, facts: &Facts) -> bool {
        may_run(ctx, facts, self.host())
    }

    pub fn slot(&self) -> Slot {
        slot_of(&self.row)
    }

    pub fn day(&self) -> NaiveDate {
        self.slot().starts.date()
    }

    pub fn state(&self, now: NaiveDateTime) -> SessionState {
        state_of(&self.row, now)
    }

    /// When booking opens, where a moment was said.
    pub fn opens_at(&self) -> Option<NaiveDateTime> {
        opens_at(&self.row)
    }

    /// When booking ends: the start, or earlier.
    pub fn closes_at(&self) -> NaiveDateTime {
        closes_at(&self.row)
    }

    /// Those of its leads who are on record here.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.leads.iter().filter_map(|lead| lead.person_id)
    }

    pub fn is_led_by(&self, person: PersonId) -> bool {
        self.people().any(|lead| lead == person)
    }
}

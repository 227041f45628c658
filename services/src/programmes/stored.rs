//! Programmes as they are stored, each with its audience, its steps and what these are meant to lead to.

use super::authorise_in;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::dates::Period;
use domain::frameworks::Level;
use domain::ids::{ProgrammeId, ProgrammeStepId};
use domain::programmes::views::AudienceWords;
use domain::programmes::{Audience, Outcome, Programme, Step};
use domain::refusal::Refusal;
use entities::{programme, programme_outcome, programme_role, programme_setting, programme_step};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// One programme.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub row: programme::Model,
    /// In their order.
    pub steps: Vec<programme_step::Model>,
    /// As the rules look at it; its steps are those above.
    pub ruled: Programme,
}

impl Stored {
    /// Every programme, by its title; five queries, however many there are.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Self>> {
        Self::which(db, Condition::all()).await
    }

    /// The programme with this code.
    ///
    /// # Errors
    /// Refuses unknown codes as not found.
    pub async fn with_code(db: &impl ConnectionTrait, code: &str) -> Result<Self> {
        let found = Self::which(db, Condition::all().add(programme::Column::Code.eq(code))).await?;
        found.into_iter().next().ok_or_else(not_found)
    }

    /// The programme with this code, which the asker may change, held against other changes until the transaction ends.
    ///
    /// # Errors
    /// Refuses unknown codes, and programmes that the asker may not change, as not found.
    pub async fn open(
        ctx: &Ctx,
        facts: &Facts,
        tx: &DatabaseTransaction,
        code: &str,
    ) -> Result<Self> {
        let held = programme::Entity::find()
            .filter(programme::Column::Code.eq(code))
            .lock_exclusive()
            .one(tx)
            .await?;
        authorise_in(ctx, facts, held.ok_or_else(not_found)?.area_id)?;
        Self::with_code(tx, code).await
    }

    async fn which(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Self>> {
        let rows = programme::Entity::find()
            .filter(which)
            .order_by_asc(programme::Column::Title)
            .order_by_asc(programme::Column::Code)
            .all(db)
            .await?;
        let ids = || rows.iter().map(|row| row.id);
        let roles = programme_role::Entity::find()
            .filter(programme_role::Column::ProgrammeId.is_in(ids()))
            .all(db)
            .await?;
        let settings = programme_setting::Entity::find()
            .filter(programme_setting::Column::ProgrammeId.is_in(ids()))
            .all(db)
            .await?;
        let steps = programme_step::Entity::find()
            .filter(programme_step::Column::ProgrammeId.is_in(ids()))
            .order_by_asc(programme_step::Column::Position)
            .all(db)
            .await?;
        let outcomes = programme_outcome::Entity::find()
            .filter(programme_outcome::Column::StepId.is_in(steps.iter().map(|step| step.id)))
            .all(db)
            .await?;
        let parts = Parts { roles, settings, steps, outcomes };
        Ok(rows.into_iter().map(|row| parts.of(row)).collect())
    }

    /// The ids of its steps.
    pub fn step_ids(&self) -> Vec<ProgrammeStepId> {
        self.steps.iter().map(|step| step.id).collect()
    }

    pub fn heading(&self) -> Heading {
        Heading { code: self.row.code.clone(), title: self.row.title.clone() }
    }

    /// # Errors
    /// Refuses steps of another programme as not found.
    pub fn step(&self, id: ProgrammeStepId) -> Result<&programme_step::Model> {
        let found = self.steps.iter().find(|step| step.id == id);
        found.ok_or_else(|| Refusal::not_found("this step").into())
    }

    /// Its audience by name.
    pub fn audience(&self, facts: &Facts) -> AudienceWords {
        let audience = &self.ruled.audience;
        let area = audience.area.and_then(|id| facts.places.area(id));
        let roles = facts.roles.iter().filter(|role| audience.roles.contains(&role.id));
        AudienceWords {
            area: area.map(|area| area.name.clone()),
            roles: roles.map(|role| role.title.clone()).collect(),
            settings: audience.settings.clone(),
        }
    }
}

fn not_found() -> Error {
    Refusal::not_found("this programme").into()
}

/// The rows of several programmes.
struct Parts {
    roles: Vec<programme_role::Model>,
    settings: Vec<programme_setting::Model>,
    steps: Vec<programme_step::Model>,
    outcomes: Vec<programme_outcome::Model>,
}

impl Parts {
    fn of(&self, row: programme::Model) -> Stored {
        let own = |id: ProgrammeId| id == row.id;
        let roles = self.roles.iter().filter(|of| own(of.programme_id));
        let settings = self.settings.iter().filter(|of| own(of.programme_id));
        let steps = self.steps.iter().filter(|of| own(of.programme_id));
        let steps: Vec<programme_step::Model> = steps.cloned().collect();
        let mut settings: Vec<_> = settings.map(|of| of.care_setting).collect();
        settings.sort_unstable();
        let audience =
            Audience { area: row.area_id, roles: roles.map(|of| of.role_id).collect(), settings };
        let ruled = Programme {
            runs: Period::new(Some(row.starts_on), row.ends_on),
            audience,
            steps: steps.iter().map(|step| self.ruled(step.id)).collect(),
        };
        Stored { row, steps, ruled }
    }

    fn ruled(&self, id: ProgrammeStepId) -> Step {
        let own = self.outcomes.iter().filter(|outcome| outcome.step_id == id);
        let outcomes = own.filter_map(|outcome| {
            let level = Level::try_from(u8::try_from(outcome.level).ok()?).ok()?;
            Some(Outcome { competency: outcome.competency_id, level })
        });
        Step { id, outcomes: outcomes.collect() }
    }
}

//! What a merge writes: rows to add and rows to correct, table by table, in the order in which they refer to each
//! other.

use super::attendance::Pass as Attendances;
use super::evidence::Batch;
use super::judgements::Pass;
use super::local_measures::Batch as Measures;
use super::sessions::Batch as Sessions;
use crate::error::Result;
use domain::ids::{CrosswalkId, FrameworkVersionId, MentalHealthInputId};
use entities::{
    area, competency, competency_domain, crosswalk, framework_source, framework_version,
    mental_health_input, network_membership, organisation, other_employee_number, person, post,
    post_terms, predecessor, requirement, role, team,
};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, ModelTrait, QueryFilter,
};

/// Rows added by one statement: the widest table has some 30 columns, and SQLite takes 32,766 parameters.
const AT_ONCE: usize = 1_000;

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Writes<A> {
    pub new: Vec<A>,
    pub changed: Vec<A>,
}

impl<A> Default for Writes<A> {
    fn default() -> Self {
        Self { new: Vec::new(), changed: Vec::new() }
    }
}

/// A row with every column to be written.
fn whole<M, A>(row: M) -> A
where
    M: ModelTrait + IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = M::Entity>,
{
    row.into_active_model().reset_all()
}

impl<A: ActiveModelTrait + ActiveModelBehavior + Send> Writes<A> {
    pub fn add<M>(&mut self, row: M)
    where
        M: ModelTrait<Entity = A::Entity> + IntoActiveModel<A>,
    {
        self.new.push(whole(row));
    }

    pub fn correct<M>(&mut self, row: M)
    where
        M: ModelTrait<Entity = A::Entity> + IntoActiveModel<A>,
    {
        self.changed.push(whole(row));
    }

    pub async fn save(self, tx: &impl ConnectionTrait) -> Result<()>
    where
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let mut new = self.new.into_iter().peekable();
        while new.peek().is_some() {
            let some: Vec<A> = new.by_ref().take(AT_ONCE).collect();
            A::Entity::insert_many(some).exec_without_returning(tx).await?;
        }
        for row in self.changed {
            row.update(tx).await?;
        }
        Ok(())
    }
}

/// Everything that one file changes.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub areas: Writes<area::ActiveModel>,
    pub organisations: Writes<organisation::ActiveModel>,
    pub memberships: Writes<network_membership::ActiveModel>,
    pub teams: Writes<team::ActiveModel>,
    pub roles: Writes<role::ActiveModel>,
    pub people: Writes<person::ActiveModel>,
    pub other_numbers: Writes<other_employee_number::ActiveModel>,
    pub inputs: Writes<mental_health_input::ActiveModel>,
    pub inputs_ended: Vec<MentalHealthInputId>,
    pub posts: Writes<post::ActiveModel>,
    pub terms: Writes<post_terms::ActiveModel>,
    /// Drafts with nothing in them, in whose place another version comes.
    pub versions_withdrawn: Vec<FrameworkVersionId>,
    pub versions: Writes<framework_version::ActiveModel>,
    pub sources: Writes<framework_source::ActiveModel>,
    pub domains: Writes<competency_domain::ActiveModel>,
    pub competencies: Writes<competency::ActiveModel>,
    pub answers: Writes<crosswalk::ActiveModel>,
    pub answers_withdrawn: Vec<CrosswalkId>,
    pub predecessors: Writes<predecessor::ActiveModel>,
    pub requirements: Writes<requirement::ActiveModel>,
    /// Judgements are too many to be held: they are read from the file a second time.
    pub judgements: Option<Pass>,
    /// Evidence is held against what is on record once more when it is kept; so are sessions.
    pub evidence: Option<Batch>,
    pub sessions: Option<Sessions>,
    /// Who booked and came is too much to be held, as judgements are.
    pub attendance: Option<Attendances>,
    /// They name the import that they came with.
    pub local_measures: Measures,
}

impl Plan {
    /// Writes everything but what is held against what is on record once more.
    pub async fn save(mut self, tx: &impl ConnectionTrait) -> Result<()> {
        self.areas.save(tx).await?;
        self.organisations.save(tx).await?;
        self.memberships.save(tx).await?;
        self.teams.save(tx).await?;
        self.roles.save(tx).await?;
        // Whoever holds people holds them in the order of their ids: so nobody waits for somebody who waits for them.
        self.people.changed.sort_by_key(|row| row.id.try_as_ref().copied());
        self.people.save(tx).await?;
        self.other_numbers.save(tx).await?;
        self.inputs.save(tx).await?;
        for some in self.inputs_ended.chunks(AT_ONCE) {
            let ended = mental_health_input::Column::Id.is_in(some.iter().copied());
            mental_health_input::Entity::delete_many().filter(ended).exec(tx).await?;
        }
        self.posts.save(tx).await?;
        self.terms.save(tx).await?;
        for version in self.versions_withdrawn {
            framework_version::Entity::delete_by_id(version).exec(tx).await?;
        }
        self.versions.save(tx).await?;
        self.sources.save(tx).await?;
        self.domains.save(tx).await?;
        self.competencies.save(tx).await?;
        self.answers.save(tx).await?;
        for some in self.answers_withdrawn.chunks(AT_ONCE) {
            let withdrawn = crosswalk::Column::Id.is_in(some.iter().copied());
            crosswalk::Entity::delete_many().filter(withdrawn).exec(tx).await?;
        }
        self.predecessors.save(tx).await?;
        self.requirements.save(tx).await
    }
}

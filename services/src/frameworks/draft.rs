//! A version with everything in it, as whoever drafts or publishes it reads and changes it.

use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::VersionState;
use domain::frameworks::answering::{Answered, open_questions};
use domain::frameworks::views::{Stage, VersionTitle};
use domain::frameworks::{Version, in_order, version_at};
use domain::ids::{CompetencyId, FrameworkVersionId};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::{competency, competency_domain, crosswalk, framework_version};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

/// A version, its domains and competencies in their order, and its crosswalk from the version that it follows.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub version: framework_version::Model,
    pub domains: Vec<competency_domain::Model>,
    pub competencies: Vec<competency::Model>,
    pub answers: Vec<crosswalk::Model>,
    /// None for a first version.
    pub follows: Option<framework_version::Model>,
    /// The competencies of the version that it follows.
    pub old: Vec<competency::Model>,
}

/// Passes whoever may draft, and whoever may publish.
pub(super) fn may_read(ctx: &Ctx) -> Result<()> {
    if may(&ctx.actor, Action::PublishFramework, Resource::Installation) {
        return Ok(());
    }
    may_edit(ctx)
}

pub(super) fn may_edit(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::DraftFramework, Resource::Installation, "this page")
}

/// Every version there is, by number.
pub(super) async fn versions(db: &impl ConnectionTrait) -> Result<Vec<framework_version::Model>> {
    let in_order =
        framework_version::Entity::find().order_by_asc(framework_version::Column::Number);
    Ok(in_order.all(db).await?)
}

fn as_ruled(rows: &[framework_version::Model]) -> Vec<Version> {
    let version = |row: &framework_version::Model| Version {
        number: row.number,
        state: row.state,
        published_from: row.published_from,
    };
    rows.iter().map(version).collect()
}

/// The version published last, which a draft follows.
pub(super) fn last(rows: &[framework_version::Model]) -> Option<&framework_version::Model> {
    in_order(&as_ruled(rows)).last().and_then(|at| rows.get(*at))
}

/// The version before `version` in the order in which they hold; for a draft the last.
fn before<'a>(
    rows: &'a [framework_version::Model],
    version: &framework_version::Model,
) -> Option<&'a framework_version::Model> {
    let order = in_order(&as_ruled(rows));
    let own = order.iter().position(|at| rows.get(*at).is_some_and(|row| row.id == version.id));
    let earlier = order.get(..own.unwrap_or(order.len())).unwrap_or_default();
    earlier.last().and_then(|at| rows.get(*at))
}

/// The version that is being drafted, where one is.
pub(crate) async fn open_draft(db: &impl ConnectionTrait) -> Result<Option<Draft>> {
    let rows = versions(db).await?;
    let is_open = |row: &&framework_version::Model| {
        matches!(row.state, VersionState::Draft | VersionState::InReview)
    };
    match rows.iter().find(is_open) {
        Some(version) => Ok(Some(Draft::of(db, &rows, version).await?)),
        None => Ok(None),
    }
}

/// A draft with nothing in it that follows the version published last, and has its title; it is not kept yet.
pub(crate) async fn begun(db: &impl ConnectionTrait, untitled: &str) -> Result<Draft> {
    let rows = versions(db).await?;
    let version = framework_version::Model {
        id: FrameworkVersionId(Uuid::now_v7()),
        number: next_number(&rows),
        title: last(&rows).map_or(untitled, |row| &row.title).to_owned(),
        state: VersionState::Draft,
        published_from: None,
    };
    Draft::of(db, &rows, &version).await
}

/// The number of the version to come.
pub(super) fn next_number(rows: &[framework_version::Model]) -> i32 {
    rows.iter().map(|row| row.number).max().unwrap_or(0) + 1
}

/// Where a version stands today.
pub(super) fn stage(
    ctx: &Ctx,
    rows: &[framework_version::Model],
    version: &framework_version::Model,
) -> Stage {
    let in_use = version_at(&as_ruled(rows), ctx.today).and_then(|at| rows.get(at));
    match version.state {
        VersionState::Draft => Stage::Draft,
        VersionState::InReview => Stage::InReview,
        _ if in_use.is_some_and(|row| row.id == version.id) => Stage::InUse,
        _ if version.published_from.is_some_and(|from| ctx.today < from) => Stage::Coming,
        _ => Stage::Past,
    }
}

pub(super) fn title(version: &framework_version::Model) -> VersionTitle {
    let framework_version::Model { id, number, title, published_from, .. } = version.clone();
    VersionTitle { id, number, title, published_from }
}

impl Draft {
    /// Any version by its number.
    ///
    /// # Errors
    /// Refuses unknown numbers as not found.
    pub async fn read(db: &impl ConnectionTrait, number: i32) -> Result<Self> {
        Self::read_among(db, &versions(db).await?, number).await
    }

    /// As [`Draft::read`], for whoever has read the versions.
    ///
    /// # Errors
    /// Refuses unknown numbers as not found.
    pub async fn read_among(
        db: &impl ConnectionTrait,
        rows: &[framework_version::Model],
        number: i32,
    ) -> Result<Self> {
        let version = rows.iter().find(|row| row.number == number);
        let version = version.ok_or_else(|| Refusal::not_found("this version"))?;
        Self::of(db, rows, version).await
    }

    /// A version that can be changed, held against other changes until the transaction ends.
    ///
    /// # Errors
    /// Refuses unknown numbers as not found, and versions that are published.
    pub async fn open(tx: &DatabaseTransaction, number: i32) -> Result<Self> {
        let held = framework_version::Entity::find()
            .filter(framework_version::Column::Number.eq(number))
            .lock_exclusive()
            .one(tx)
            .await?;
        held.ok_or_else(|| Refusal::not_found("this version"))?;
        Self::read_open(tx, number).await
    }

    /// A version that can be changed, to be looked at.
    ///
    /// # Errors
    /// Refuses unknown numbers as not found, and versions that are published.
    pub async fn read_open(db: &impl ConnectionTrait, number: i32) -> Result<Self> {
        let draft = Self::read(db, number).await?;
        if draft.is_open() {
            return Ok(draft);
        }
        let sentence = format!(
            "Version {number} is published, and a published version never changes. Start a draft instead."
        );
        Err(Refusal::rule("published-never-changes", sentence).into())
    }

    /// Whether it can still be changed.
    pub const fn is_open(&self) -> bool {
        matches!(self.version.state, VersionState::Draft | VersionState::InReview)
    }

    async fn of(
        db: &impl ConnectionTrait,
        rows: &[framework_version::Model],
        version: &framework_version::Model,
    ) -> Result<Self> {
        let domains = competency_domain::Entity::find()
            .filter(competency_domain::Column::VersionId.eq(version.id))
            .order_by_asc(competency_domain::Column::Position);
        let answers = crosswalk::Entity::find()
            .filter(crosswalk::Column::VersionId.eq(version.id))
            .order_by_asc(crosswalk::Column::Id);
        let follows = before(rows, version).cloned();
        let both = [Some(version.id), follows.as_ref().map(|row| row.id)];
        let competencies = competency::Entity::find()
            .filter(competency::Column::VersionId.is_in(both.into_iter().flatten()))
            .order_by_asc(competency::Column::Position)
            .all(db)
            .await?;
        let (own, old): (Vec<_>, Vec<_>) =
            competencies.into_iter().partition(|row| row.version_id == version.id);
        // Answers about another version than the one that it follows by now must be given again.
        let answers = answers.all(db).await?.into_iter();
        let answers =
            answers.filter(|answer| old.iter().any(|row| row.id == answer.old_competency_id));
        Ok(Self {
            version: version.clone(),
            domains: domains.all(db).await?,
            competencies: own,
            answers: answers.collect(),
            follows,
            old,
        })
    }

    /// # Errors
    /// Refuses unknown codes as not found.
    pub fn domain(&self, code: &str) -> Result<&competency_domain::Model> {
        let found = self.domains.iter().find(|row| row.code == code);
        found.ok_or_else(|| Refusal::not_found("this domain").into())
    }

    /// # Errors
    /// Refuses unknown codes as not found.
    pub fn competency(&self, code: &str) -> Result<&competency::Model> {
        let found = self.competencies.iter().find(|row| row.code == code);
        found.ok_or_else(|| Refusal::not_found("this competency").into())
    }

    /// A competency of the version that it follows.
    ///
    /// # Errors
    /// Refuses unknown codes as not found.
    pub fn old_competency(&self, code: &str) -> Result<&competency::Model> {
        let found = self.old.iter().find(|row| row.code == code);
        found.ok_or_else(|| Refusal::not_found("this competency").into())
    }

    /// The competencies of a domain, in their order.
    pub fn of_domain(
        &self,
        domain: &competency_domain::Model,
    ) -> impl Iterator<Item = &competency::Model> {
        self.competencies.iter().filter(move |row| row.domain_id == domain.id)
    }

    /// Code and title of every competency, domain by domain.
    pub fn choices(&self) -> Vec<(String, String)> {
        let in_order = self.domains.iter().flat_map(|domain| self.of_domain(domain));
        in_order.map(|row| (row.code.clone(), row.title.clone())).collect()
    }

    /// The code of a competency of this version or of the one that it follows.
    pub fn code_of(&self, id: CompetencyId) -> Option<&str> {
        let mut all = self.competencies.iter().chain(&self.old);
        all.find(|row| row.id == id).map(|row| row.code.as_str())
    }

    /// The answers by their codes.
    pub fn answered(&self) -> Vec<Answered<'_>> {
        let answered = |row: &crosswalk::Model| {
            let old = self.old.iter().find(|old| old.id == row.old_competency_id)?;
            let new = row.new_competency_id.and_then(|id| self.code_of(id));
            Some((old.code.as_str(), row.relation, new))
        };
        let all = self.answers.iter().filter_map(answered);
        all.map(|(old, relation, new)| Answered { old, relation, new }).collect()
    }

    /// What stands against publishing, in sentences.
    pub fn open_questions(&self) -> Vec<String> {
        let mut open =
            open_questions(self.old.iter().map(|row| row.code.as_str()), &self.answered());
        if self.competencies.is_empty() {
            open.push("Add at least one competency.".to_owned());
        }
        open
    }
}

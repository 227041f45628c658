//! A package as the draft keeps it: under its own identifiers, unless a published version has them already.

use super::super::target::Target;
use crate::case::Edition;
use crate::error::Result;
use crate::frameworks::Draft;
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use entities::{
    competency, competency_domain, framework_comment, framework_invitation, framework_source,
    framework_version,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What the draft is to hold.
pub(super) struct Settled {
    pub edition: Edition,
    /// Under which identifier an item came, where it has another one here.
    pub came_as: HashMap<CompetencyId, Uuid>,
    /// How many items have another identifier here.
    pub renamed: usize,
}

impl Settled {
    pub async fn of(db: &impl ConnectionTrait, target: &Target, says: Edition) -> Result<Self> {
        let version = version(db, target, &says).await?;
        let taken = taken(db, &target.draft, &says).await?;
        Ok(settle(&target.draft, version, says, &taken))
    }
}

/// The draft's own row under the package's identifier and title; under its own where somebody refers to that already,
/// or a published version has the package's.
async fn version(
    db: &impl ConnectionTrait,
    target: &Target,
    says: &Edition,
) -> Result<framework_version::Model> {
    let Target { draft, is_new } = target;
    let title = says.version.title.clone();
    let own = framework_version::Model { title, ..draft.version.clone() };
    let theirs = says.version.id;
    let free = framework_version::Entity::find_by_id(theirs).one(db).await?.is_none();
    let moves = free && target.is_empty() && (*is_new || !is_referred_to(db, own.id).await?);
    Ok(framework_version::Model { id: if moves { theirs } else { own.id }, ..own })
}

async fn is_referred_to(db: &impl ConnectionTrait, id: FrameworkVersionId) -> Result<bool> {
    let comments = framework_comment::Entity::find()
        .filter(framework_comment::Column::VersionId.eq(id))
        .one(db);
    let invitations = framework_invitation::Entity::find()
        .filter(framework_invitation::Column::VersionId.eq(id))
        .one(db);
    let source = framework_source::Entity::find_by_id(id).one(db);
    let (comments, invitations, source) = (comments.await?, invitations.await?, source.await?);
    Ok(comments.is_some() || invitations.is_some() || source.is_some())
}

/// The identifiers of the package's items that something in another version has.
async fn taken(db: &impl ConnectionTrait, draft: &Draft, says: &Edition) -> Result<HashSet<Uuid>> {
    let items = says.domains.iter().map(|row| row.id.0);
    let items: Vec<Uuid> = items.chain(says.competencies.iter().map(|row| row.id.0)).collect();
    let domains: Vec<DomainId> = competency_domain::Entity::find()
        .select_only()
        .column(competency_domain::Column::Id)
        .filter(competency_domain::Column::Id.is_in(items.iter().copied().map(DomainId)))
        .filter(competency_domain::Column::VersionId.ne(draft.version.id))
        .into_tuple()
        .all(db)
        .await?;
    let competencies: Vec<CompetencyId> = competency::Entity::find()
        .select_only()
        .column(competency::Column::Id)
        .filter(competency::Column::Id.is_in(items.iter().copied().map(CompetencyId)))
        .filter(competency::Column::VersionId.ne(draft.version.id))
        .into_tuple()
        .all(db)
        .await?;
    let domains = domains.into_iter().map(|id| id.0);
    Ok(domains.chain(competencies.into_iter().map(|id| id.0)).collect())
}

/// What is taken gets the identifier of what has its code in the draft, else a new one.
fn settle(
    draft: &Draft,
    version: framework_version::Model,
    mut says: Edition,
    taken: &HashSet<Uuid>,
) -> Settled {
    let (mut domains, mut came_as, mut renamed) = (HashMap::new(), HashMap::new(), 0);
    for row in &mut says.domains {
        let came = row.id;
        if taken.contains(&came.0) {
            let known = draft.domains.iter().find(|known| known.code == row.code);
            row.id = known.map_or_else(|| DomainId(Uuid::now_v7()), |known| known.id);
            renamed += 1;
        }
        domains.insert(came, row.id);
        row.version_id = version.id;
    }
    let mut competencies = HashMap::new();
    for row in &mut says.competencies {
        let came = row.id;
        if taken.contains(&came.0) {
            let known = draft.competencies.iter().find(|known| known.code == row.code);
            row.id = known.map_or_else(|| CompetencyId(Uuid::now_v7()), |known| known.id);
            came_as.insert(row.id, came.0);
            renamed += 1;
        }
        competencies.insert(came, row.id);
        row.version_id = version.id;
        row.domain_id = domains.get(&row.domain_id).copied().unwrap_or(row.domain_id);
    }
    for row in &mut says.predecessors {
        let id = competencies.get(&row.competency_id).copied();
        row.competency_id = id.unwrap_or(row.competency_id);
    }
    says.source.iter_mut().for_each(|source| source.version_id = version.id);
    Settled { edition: Edition { version, ..says }, came_as, renamed }
}

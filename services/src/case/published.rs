//! What anybody may read without signing in: versions that were published, and nothing of a draft.
//!
//! The contract opens these addresses to everybody, so there is nobody to ask the policy about; what keeps drafts in is that
//! every road here goes through [`of_public`].

use super::addresses::Addresses;
use super::edition::{Edition, is_public};
use super::words::{Document, Documents, Item, ItemAssociations, Link, Package};
use super::write;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::VersionState;
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use domain::refusal::Refusal;
use entities::{
    competency, competency_domain, crosswalk, framework_source, framework_version, predecessor,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use std::collections::HashMap;
use uuid::Uuid;

/// The versions that were published, from the oldest: `limit` of them after the first `offset`.
///
/// # Errors
/// Fails when the database does.
pub async fn documents(
    ctx: &Ctx,
    at: &Addresses,
    limit: usize,
    offset: usize,
) -> Result<Documents> {
    let versions = of_public(framework_version::Entity::find())
        .order_by_asc(framework_version::Column::Number)
        .all(ctx.db().read())
        .await?;
    let sources = framework_source::Entity::find().all(ctx.db().read()).await?;
    let sources: HashMap<_, _> = sources.into_iter().map(|row| (row.version_id, row)).collect();
    let shown = versions.iter().skip(offset).take(limit);
    let documents = shown.map(|version| outside(version, sources.get(&version.id), at)).collect();
    Ok(Documents { documents, total: versions.len() })
}

/// One version.
///
/// # Errors
/// Refuses what was never published as not found.
pub async fn document(ctx: &Ctx, at: &Addresses, id: Uuid) -> Result<Document> {
    let (version, source) = version(ctx, FrameworkVersionId(id)).await?;
    Ok(outside(&version, source.as_ref(), at))
}

/// One version with everything in it.
///
/// # Errors
/// Refuses what was never published as not found.
pub async fn package(ctx: &Ctx, at: &Addresses, id: Uuid) -> Result<Package> {
    let edition = whole(ctx, at, FrameworkVersionId(id)).await?;
    Ok(write::package(&edition, at))
}

/// One domain or competency.
///
/// # Errors
/// Refuses what is in no published version as not found.
pub async fn item(ctx: &Ctx, at: &Addresses, id: Uuid) -> Result<Item> {
    Ok(item_associations(ctx, at, id).await?.item)
}

/// One domain or competency with everything that it is joined to.
///
/// # Errors
/// Refuses what is in no published version as not found.
pub async fn item_associations(ctx: &Ctx, at: &Addresses, id: Uuid) -> Result<ItemAssociations> {
    let package = write::package(&whole(ctx, at, version_of(ctx, id).await?).await?, at);
    let document = &package.document;
    let document = at.link("CFDocuments", document.identifier, &document.title);
    let item = package.items.into_iter().find(|item| item.identifier == id);
    let mut item = item.ok_or_else(|| Refusal::not_found("this item"))?;
    item.document = Some(document.clone());
    let is_end = |link: &Link| link.identifier == id;
    let associations = package.associations.into_iter();
    let mut associations: Vec<_> =
        associations.filter(|a| is_end(&a.origin) || is_end(&a.destination)).collect();
    for association in &mut associations {
        association.document = Some(document.clone());
    }
    Ok(ItemAssociations { item, associations })
}

/// A document with the way to its package.
fn outside(
    version: &framework_version::Model,
    source: Option<&framework_source::Model>,
    at: &Addresses,
) -> Document {
    let package = at.link("CFPackages", version.id.0, &version.title);
    Document { package: Some(package), ..write::document(version, source, at) }
}

fn of_public(versions: Select<framework_version::Entity>) -> Select<framework_version::Entity> {
    let public = VersionState::ALL.iter().copied().filter(|state| is_public(*state));
    versions.filter(framework_version::Column::State.is_in(public))
}

async fn version(
    ctx: &Ctx,
    id: FrameworkVersionId,
) -> Result<(framework_version::Model, Option<framework_source::Model>)> {
    let version = of_public(framework_version::Entity::find_by_id(id)).one(ctx.db().read()).await?;
    let version = version.ok_or_else(|| Refusal::not_found("this framework"))?;
    let source = framework_source::Entity::find_by_id(id).one(ctx.db().read()).await?;
    Ok((version, source))
}

/// The version that an item is in.
async fn version_of(ctx: &Ctx, item: Uuid) -> Result<FrameworkVersionId> {
    let db = ctx.db().read();
    if let Some(row) = competency::Entity::find_by_id(CompetencyId(item)).one(db).await? {
        return Ok(row.version_id);
    }
    let domain = competency_domain::Entity::find_by_id(DomainId(item)).one(db).await?;
    Ok(domain.ok_or_else(|| Refusal::not_found("this item"))?.version_id)
}

/// A published version with everything in it.
pub(crate) async fn edition(ctx: &Ctx, id: FrameworkVersionId) -> Result<Edition> {
    let (version, source) = version(ctx, id).await?;
    let domains = competency_domain::Entity::find()
        .filter(competency_domain::Column::VersionId.eq(id))
        .order_by_asc(competency_domain::Column::Position)
        .all(ctx.db().read())
        .await?;
    let competencies = competency::Entity::find()
        .filter(competency::Column::VersionId.eq(id))
        .order_by_asc(competency::Column::Position)
        .all(ctx.db().read())
        .await?;
    let of_version = competency::Entity::find()
        .select_only()
        .column(competency::Column::Id)
        .filter(competency::Column::VersionId.eq(id))
        .into_query();
    let predecessors = predecessor::Entity::find()
        .filter(predecessor::Column::CompetencyId.in_subquery(of_version))
        .all(ctx.db().read())
        .await?;
    Ok(Edition { version, source, domains, competencies, predecessors })
}

/// The same with what its competencies have replaced in the version before it, as its crosswalk answers; a retired one
/// was replaced by nothing.
async fn whole(ctx: &Ctx, at: &Addresses, id: FrameworkVersionId) -> Result<Edition> {
    let edition = edition(ctx, id).await?;
    let answers = crosswalk::Entity::find()
        .filter(crosswalk::Column::VersionId.eq(id))
        .all(ctx.db().read())
        .await?;
    let old = competency::Entity::find()
        .filter(competency::Column::Id.is_in(answers.iter().map(|row| row.old_competency_id)))
        .all(ctx.db().read())
        .await?;
    let here = answers.iter().filter_map(|answer| {
        let was = old.iter().find(|row| row.id == answer.old_competency_id)?;
        let identifier = was.id.0;
        let (competency_id, uri) = (answer.new_competency_id?, at.uri("CFItems", identifier));
        Some(predecessor::Model { competency_id, identifier, title: was.title.clone(), uri })
    });
    let mut predecessors: Vec<predecessor::Model> =
        edition.predecessors.into_iter().chain(here).collect();
    predecessors.sort_by_key(|row| (row.identifier, row.competency_id));
    predecessors.dedup_by_key(|row| (row.identifier, row.competency_id));
    Ok(Edition { predecessors, ..edition })
}

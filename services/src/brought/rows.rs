//! Stored records, read: the document, what of our framework it may mean, and who accepted which.

use crate::error::{Error, Result};
use domain::brought::Predecessor;
use domain::ids::BroughtRecordId;
use domain::passport::Passport;
use entities::{acceptance, brought_record, predecessor};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, QueryTrait};

/// A record as it was signed.
pub(super) fn passport_of(row: &brought_record::Model) -> Result<Passport> {
    serde_json::from_str(&row.document).map_err(|e| Error::fault("reading a brought record", e))
}

/// What competencies that came from elsewhere have replaced there.
pub(super) async fn predecessors(db: &impl ConnectionTrait) -> Result<Vec<Predecessor>> {
    let rows = predecessor::Entity::find().all(db).await?;
    let known =
        |row: predecessor::Model| Predecessor { replaced: row.identifier, by: row.competency_id };
    Ok(rows.into_iter().map(known).collect())
}

/// Whether a record was accepted.
pub(super) async fn is_accepted(db: &impl ConnectionTrait, id: BroughtRecordId) -> Result<bool> {
    Ok(acceptance::Entity::find_by_id(id).one(db).await?.is_some())
}

/// The records that were accepted, for a query of others.
pub(super) fn accepted() -> sea_orm::sea_query::SelectStatement {
    acceptance::Entity::find().select_only().column(acceptance::Column::RecordId).into_query()
}

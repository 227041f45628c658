//! Stored records, read: the document, its pieces of evidence, what of our framework it may mean, and what became of it.

use crate::accounts;
use crate::error::{Error, Result};
use domain::brought::{Declined, Predecessor};
use domain::coverage::Facts;
use domain::ids::{BroughtRecordId, EvidenceItemId};
use domain::passport::Passport;
use entities::{
    acceptance, brought_evidence, brought_record, declined_record, judgement_evidence, predecessor,
};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};

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
pub(super) fn accepted() -> SelectStatement {
    acceptance::Entity::find().select_only().column(acceptance::Column::RecordId).into_query()
}

/// The records that were declined, for a query of others.
pub(super) fn declined() -> SelectStatement {
    use declined_record::Column;
    declined_record::Entity::find().select_only().column(Column::RecordId).into_query()
}

/// Which of these records were declined; one query, and one for who did where any was.
pub(super) async fn declined_of(
    db: &impl ConnectionTrait,
    facts: &Facts,
    records: impl IntoIterator<Item = BroughtRecordId>,
) -> Result<HashMap<BroughtRecordId, Declined>> {
    let of_them = declined_record::Column::RecordId.is_in(records);
    let rows = declined_record::Entity::find().filter(of_them).all(db).await?;
    let names = accounts::names(db, facts, rows.iter().map(|row| row.by_account_id)).await?;
    let told = |row: declined_record::Model| {
        let by = names.get(&row.by_account_id).cloned().unwrap_or_default();
        (row.record_id, Declined { on: row.declined_on, by, reason: row.reason })
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Which of these records are told by a piece of evidence that was ever attached to a judgement.
pub(super) async fn attached_of(
    db: &impl ConnectionTrait,
    records: impl IntoIterator<Item = BroughtRecordId>,
) -> Result<HashSet<BroughtRecordId>> {
    use brought_evidence::Column;
    let attached = judgement_evidence::Entity::find()
        .select_only()
        .column(judgement_evidence::Column::ItemId)
        .into_query();
    let found = brought_evidence::Entity::find()
        .select_only()
        .column(Column::RecordId)
        .distinct()
        .filter(Column::RecordId.is_in(records))
        .filter(Column::ItemId.in_subquery(attached));
    let found: Vec<BroughtRecordId> = found.into_tuple().all(db).await?;
    Ok(found.into_iter().collect())
}

/// The piece of evidence that tells each level of a record, by its position.
pub(super) async fn pieces(
    db: &impl ConnectionTrait,
    id: BroughtRecordId,
) -> Result<HashMap<usize, EvidenceItemId>> {
    let of_it = brought_evidence::Column::RecordId.eq(id);
    let rows = brought_evidence::Entity::find().filter(of_it).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.line.unsigned_abs() as usize, row.item_id)).collect())
}

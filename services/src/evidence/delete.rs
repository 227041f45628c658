//! Pieces of evidence are deleted with everything that is known of them.

use super::about::forget_about;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::redactions;
use domain::ids::EvidenceItemId;
use domain::redactions::TextKind;
use entities::{evidence_content, evidence_file, evidence_item};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Deletes pieces that no judgement rests on, with their files. Whoever calls it has made sure of that under the lock of
/// judgements.
pub(crate) async fn delete(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    items: &[EvidenceItemId],
) -> Result<()> {
    let ids = || items.iter().copied();
    let texts = [TextKind::EvidenceText, TextKind::EvidenceLink, TextKind::EvidenceFile];
    let rows: Vec<String> = items.iter().map(ToString::to_string).collect();
    redactions::forget(ctx, tx, &texts, rows).await?;
    forget_about(tx, ids()).await?;
    let content = evidence_content::Column::ItemId.is_in(ids());
    evidence_content::Entity::delete_many().filter(content).exec(tx).await?;
    let file = evidence_file::Column::ItemId.is_in(ids());
    evidence_file::Entity::delete_many().filter(file).exec(tx).await?;
    let item = evidence_item::Column::Id.is_in(ids());
    evidence_item::Entity::delete_many().filter(item).exec(tx).await?;
    Ok(())
}

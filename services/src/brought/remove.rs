//! A record is removed by its owner, with the evidence that tells it, so that it can be brought again.

use super::rows::{attached_of, is_accepted, pieces};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence::{delete, may_add};
use domain::brought::may_remove;
use domain::ids::{BroughtRecordId, EvidenceItemId};
use domain::refusal::Refusal;
use entities::{brought_evidence, brought_record, declined_record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Removes a record of the signed-in person's that was neither accepted nor attached to anything.
///
/// # Errors
/// Refuses whoever has no staff record, records of somebody else's as not found, and what is history, in words that say
/// why.
pub async fn remove(ctx: &Ctx, id: BroughtRecordId) -> Result<()> {
    let person = may_add(ctx)?;
    // The lock of judgements: nobody accepts it or attaches its evidence meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    let record = brought_record::Entity::find_by_id(id).one(change.tx()).await?;
    let own = record.filter(|record| record.person_id == person);
    let record = own.ok_or_else(|| Refusal::not_found("this record"))?;
    let accepted = is_accepted(change.tx(), id).await?;
    let attached = attached_of(change.tx(), [id]).await?.contains(&id);
    may_remove(accepted, attached)?;
    let pieces: Vec<EvidenceItemId> = pieces(change.tx(), id).await?.into_values().collect();
    let of_it = brought_evidence::Column::RecordId.eq(id);
    brought_evidence::Entity::delete_many().filter(of_it).exec(change.tx()).await?;
    delete(ctx, change.tx(), &pieces).await?;
    declined_record::Entity::delete_by_id(id).exec(change.tx()).await?;
    brought_record::Entity::delete_by_id(id).exec(change.tx()).await?;
    let entry = Entry::new("remove record", "brought_record", id).before(&(
        &record.issuer_name,
        &record.fingerprint,
        record.levels,
    ));
    change.commit(entry).await
}

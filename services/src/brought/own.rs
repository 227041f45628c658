//! What somebody sees of the records they brought.

use super::may_bring;
use super::rows::{attached_of, declined_of};
use crate::accounts;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::issuers::trusted_today;
use crate::judgements::myself;
use domain::brought::may_remove;
use domain::brought::views::{BroughtLine, BroughtState};
use domain::ids::BroughtRecordId;
use entities::{acceptance, brought_record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// The signed-in person's records from earlier employers, the latest first.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn own(ctx: &Ctx) -> Result<Vec<BroughtLine>> {
    may_bring(ctx)?;
    let (facts, person) = (ctx.facts().await?, myself(ctx)?);
    let db = ctx.db().read();
    let rows = brought_record::Entity::find()
        .filter(brought_record::Column::PersonId.eq(person))
        .order_by_desc(brought_record::Column::Id)
        .all(db)
        .await?;
    let of_them = acceptance::Column::RecordId.is_in(rows.iter().map(|row| row.id));
    let accepted = acceptance::Entity::find().filter(of_them).all(db).await?;
    let names = accounts::names(db, &facts, accepted.iter().map(|row| row.by_account_id)).await?;
    let accepted: HashMap<BroughtRecordId, acceptance::Model> =
        accepted.into_iter().map(|row| (row.record_id, row)).collect();
    let declined = declined_of(db, &facts, rows.iter().map(|row| row.id)).await?;
    let attached = attached_of(db, rows.iter().map(|row| row.id)).await?;
    let trusted = trusted_today(ctx, db).await?;
    let state = |row: &brought_record::Model| match (accepted.get(&row.id), declined.get(&row.id)) {
        (Some(acceptance), _) => BroughtState::Accepted {
            by: names.get(&acceptance.by_account_id).cloned().unwrap_or_default(),
            on: acceptance.accepted_on,
        },
        (None, Some(declined)) => BroughtState::Declined(declined.clone()),
        (None, None) if trusted.contains_key(&row.fingerprint) => BroughtState::Waits,
        (None, None) => BroughtState::Unverified,
    };
    let stays =
        |id: BroughtRecordId| may_remove(accepted.contains_key(&id), attached.contains(&id)).err();
    let line = |row: brought_record::Model| BroughtLine {
        state: state(&row),
        stays: stays(row.id).map(|refusal| refusal.to_string()),
        id: row.id,
        issuer: row.issuer_name,
        issued_on: row.issued_on,
        brought_on: row.brought_on,
        levels: row.levels.unsigned_abs() as usize,
    };
    Ok(rows.into_iter().map(line).collect())
}

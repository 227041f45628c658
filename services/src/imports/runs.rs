//! The record of imports: which file, by whom, with what options, and what came of it.

use super::{Checked, Outcome};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ImportId;
use entities::{import_chunk, import_run};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Opens the record in the transaction of the merge; an upload has had one since it came.
pub(super) async fn begin(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    checked: &Checked,
) -> Result<ImportId> {
    let row = row(checked)?;
    if let Some(id) = checked.source.upload() {
        import_run::ActiveModel { id: Unchanged(id), ..row }.update(tx).await?;
        return Ok(id);
    }
    let id = ImportId(Uuid::now_v7());
    let row = import_run::ActiveModel {
        id: Set(id),
        started_at: Set(ctx.now),
        actor: Set(ctx.actor.name().to_owned()),
        account_id: Set(ctx.actor.account_id()),
        ..row
    };
    row.insert(tx).await?;
    Ok(id)
}

/// What the file itself says.
fn row(checked: &Checked) -> Result<import_run::ActiveModel> {
    let size = checked.source.size()? as i64;
    Ok(import_run::ActiveModel {
        kind: Set(checked.kind.code().to_owned()),
        file_name: Set(checked.source.name()),
        digest: Set(checked.digest.clone()),
        as_at: Set(checked.options.as_at),
        state: Set("merging".to_owned()),
        options: Set(serde_json::to_string(&checked.options).ok()),
        progress: Set(size),
        total: Set(size),
        ..Default::default()
    })
}

/// Closes the record; the pieces of an upload are not needed any more.
pub(super) async fn end(ctx: &Ctx, tx: &impl ConnectionTrait, outcome: &Outcome) -> Result<()> {
    let row = import_run::ActiveModel {
        id: Unchanged(outcome.import),
        state: Set("done".to_owned()),
        finished_at: Set(Some(ctx.services.clock.now())),
        outcome: Set(serde_json::to_string(&outcome.tallies).ok()),
        ..Default::default()
    };
    row.update(tx).await?;
    let pieces = import_chunk::Column::ImportId.eq(outcome.import);
    import_chunk::Entity::delete_many().filter(pieces).exec(tx).await?;
    Ok(())
}

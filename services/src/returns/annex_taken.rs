//! Who took the restricted annex of a return, when and for whom, as the log has it.

use super::annex::{OPENED, open_place};
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::Actors;
use domain::returns::ReturnId;
use domain::returns::views::AnnexTaken;
use entities::audit_entry;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// Every time that it was taken, the latest first; two queries. Whoever may take it knows who else did.
///
/// # Errors
/// Refuses whoever may not take the annex of returns of the place, as not found.
pub async fn annex_taken(ctx: &Ctx, id: &ReturnId) -> Result<Vec<AnnexTaken>> {
    use audit_entry::Column::{Action, Subject, SubjectId};
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    open_place(ctx, &facts, id)?;
    let (action, subject) = OPENED;
    let rows = audit_entry::Entity::find()
        .filter(Subject.eq(subject))
        .filter(SubjectId.eq(id.to_string()))
        .filter(Action.eq(action))
        .order_by_desc(audit_entry::Column::Id)
        .all(db)
        .await?;
    let actors = Actors::of(&facts, db, rows.iter().filter_map(|row| row.account_id)).await?;
    let taken = |row: audit_entry::Model| {
        let named = row.account_id.and_then(|account| actors.name(account)).map(str::to_owned);
        AnnexTaken {
            by: named.unwrap_or(row.actor),
            at: in_london(row.at),
            to: row.note.unwrap_or_default(),
        }
    };
    Ok(rows.into_iter().map(taken).collect())
}

//! Ending a grant: over at once, kept in the history.

use super::places::scope_of;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::GrantKind;
use domain::dates::days_after;
use domain::grants::leaves_an_administrator;
use domain::ids::GrantId;
use domain::policy::{Scope, never_to_oneself};
use domain::refusal::Refusal;
use entities::{account, grant};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// Ends a grant: yesterday was its last day, so that it allows nothing more from this moment.
///
/// # Errors
/// Refuses one's own, the last administrator's, and with *not found* what is over or outside the asker's right to grant.
pub async fn end(ctx: &Ctx, id: GrantId) -> Result<()> {
    let line = super::one(ctx, id).await?;
    never_to_oneself(&ctx.actor, line.to.account)?;
    let change = ctx.change(Touches::Nothing).await?;
    if line.kind == GrantKind::Administrator {
        let all = administrators(ctx, change.tx()).await?;
        leaves_an_administrator(all.iter().filter(|g| g.id != id).count())?;
    }
    let held = grant::Entity::find_by_id(id).one(change.tx()).await?;
    let held = held.filter(|g| g.ends_on.is_none_or(|end| end >= ctx.today));
    let held = held.ok_or_else(|| Refusal::not_found("this grant"))?;
    let entry = Entry::new("end grant", "account", held.account_id).before(&held.kind);
    let mut row: grant::ActiveModel = held.into();
    row.ends_on = Set(Some(days_after(ctx.today, -1)));
    row.update(change.tx()).await?;
    change.commit(entry.note(id.to_string())).await
}

/// The grants of those who could administer for good: everywhere, in force, without a last day, on an account that can
/// sign in. The rows are locked, so that two who end each other's grant do not both succeed.
pub(crate) async fn administrators(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
) -> Result<Vec<grant::Model>> {
    let rows = grant::Entity::find()
        .filter(grant::Column::Kind.eq(GrantKind::Administrator))
        .filter(grant::Column::StartsOn.lte(ctx.today))
        .filter(grant::Column::EndsOn.is_null())
        .order_by_asc(grant::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let able = account::Entity::find()
        .filter(account::Column::Id.is_in(rows.iter().map(|g| g.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null())
        .all(tx)
        .await?;
    let counts = |g: &grant::Model| {
        scope_of(g) == Scope::Everywhere && able.iter().any(|a| a.id == g.account_id)
    };
    Ok(rows.into_iter().filter(counts).collect())
}

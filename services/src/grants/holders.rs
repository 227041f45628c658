//! Who holds what allows an action, wherever it applies.

use crate::accounts::account_of;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::AccountId;
use domain::policy::{Account, Action, grants_allowing};
use entities::{account, grant};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Every account that is not shut with a grant of today that allows an action somewhere, each with those of its grants alone; two queries.
/// Whether it allows the action in one place is policy's to say.
pub(crate) async fn holders_of(ctx: &Ctx, action: Action) -> Result<Vec<Account>> {
    let held = grant::Entity::find()
        .filter(grant::Column::Kind.is_in(grants_allowing(action)))
        .filter(grant::Column::StartsOn.lte(ctx.today))
        .all(ctx.db().read())
        .await?;
    let mut of_each: HashMap<AccountId, Vec<grant::Model>> = HashMap::new();
    for grant in held {
        of_each.entry(grant.account_id).or_default().push(grant);
    }
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(of_each.keys().copied()))
        .filter(account::Column::DisabledAt.is_null())
        .all(ctx.db().read())
        .await?;
    let holder = |row: account::Model| {
        let grants = of_each.remove(&row.id).unwrap_or_default();
        account_of(row, (&grants, false), ctx.today)
    };
    Ok(accounts.into_iter().map(holder).collect())
}

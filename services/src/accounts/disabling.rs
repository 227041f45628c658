//! Accounts that are shut, and opened again. Nothing of theirs is deleted.

use super::invitations::withdraw;
use super::sign_ins::end_all;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::administrators;
use domain::grants::leaves_an_administrator;
use domain::ids::AccountId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// Shuts an account: its sign-ins end, its invitation stops working, and its grants wait.
///
/// # Errors
/// Refuses one's own account, the last administrator's, and whoever may not manage accounts.
pub async fn disable(ctx: &Ctx, id: AccountId) -> Result<()> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    if ctx.actor.account_id() == Some(id) {
        let sentence = "You cannot disable your own account. Ask another administrator.";
        return Err(Refusal::rule("own-account", sentence).into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    let administrators = administrators(ctx, change.tx()).await?;
    let account = super::find(change.tx(), id).await?;
    if account.disabled_at.is_some() {
        return Ok(());
    }
    if administrators.iter().any(|g| g.account_id == id) {
        leaves_an_administrator(administrators.iter().filter(|g| g.account_id != id).count())?;
    }
    let mut account: account::ActiveModel = account.into();
    account.disabled_at = Set(Some(ctx.now));
    account.update(change.tx()).await?;
    withdraw(ctx, change.tx(), id).await?;
    end_all(change.tx(), id, ctx.now).await?;
    change.commit(Entry::new("disable account", "account", id)).await
}

/// Opens it again, with the password and the grants it had.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn enable(ctx: &Ctx, id: AccountId) -> Result<()> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let change = ctx.change(Touches::Nothing).await?;
    let account = super::find(change.tx(), id).await?;
    if account.disabled_at.is_none() {
        return Ok(());
    }
    let mut account: account::ActiveModel = account.into();
    account.disabled_at = Set(None);
    account.update(change.tx()).await?;
    change.commit(Entry::new("enable account", "account", id)).await
}

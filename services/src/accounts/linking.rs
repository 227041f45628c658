//! Whose staff record an account belongs to, put right by an administrator.

use super::adding::{may_add, unique};
use super::whose::with_number;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::accounts::forms::StaffNumber;
use domain::ids::AccountId;
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// Links an account to the staff record of its holder.
///
/// # Errors
/// Refuses one's own account, one that is linked, a person who is not known or has another, and whoever may not manage
/// accounts.
pub async fn link(ctx: &Ctx, id: AccountId, staff: &StaffNumber) -> Result<()> {
    may_link(ctx, id)?;
    let change = ctx.change(Touches::Nothing).await?;
    let account = super::find(change.tx(), id).await?;
    if account.person_id.is_some() {
        let sentence = "This account is already linked to a staff record.";
        return Err(Refusal::rule("already-linked", sentence).into());
    }
    let person = with_number(change.tx(), staff).await?;
    let mut account: account::ActiveModel = account.into();
    account.person_id = Set(Some(person));
    account.update(change.tx()).await.map_err(unique)?;
    change.commit(Entry::new("link account", "account", id).after(&person)).await
}

/// Takes an account from a staff record that is not its holder's. What they said meanwhile stays on that record, under the
/// account's address; what they wrote for themselves is shown to nobody.
///
/// # Errors
/// Refuses one's own account, and whoever may not manage accounts.
pub async fn unlink(ctx: &Ctx, id: AccountId) -> Result<()> {
    may_link(ctx, id)?;
    let change = ctx.change(Touches::Nothing).await?;
    let account = super::find(change.tx(), id).await?;
    let Some(person) = account.person_id else { return Ok(()) };
    let mut account: account::ActiveModel = account.into();
    account.person_id = Set(None);
    account.update(change.tx()).await?;
    change.commit(Entry::new("unlink account", "account", id).before(&person)).await
}

fn may_link(ctx: &Ctx, id: AccountId) -> Result<()> {
    may_add(ctx)?;
    if ctx.actor.account_id() == Some(id) {
        let sentence =
            "You cannot change the staff record of your own account. Ask another administrator.";
        return Err(Refusal::rule("own-link", sentence).into());
    }
    Ok(())
}

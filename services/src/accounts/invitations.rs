//! Invitations: a link that shows a form and is used up only by setting the password.

use super::passwords::{hash, save};
use super::sign_ins::begin;
use super::tokens::Token;
use super::{as_holder, find};
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use chrono::TimeDelta;
use domain::accounts::Password;
use domain::accounts::views::Invited;
use domain::ids::AccountId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{account, invitation};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};

/// How long an invitation can be taken up.
const VALID_DAYS: i64 = 7;

/// Makes a link for the account; earlier ones that were not taken up stop working.
///
/// # Errors
/// Refuses disabled accounts, and whoever may not manage accounts.
pub async fn invite(ctx: &Ctx, id: AccountId) -> Result<Token> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let change = ctx.change(Touches::Nothing).await?;
    if find(change.tx(), id).await?.disabled_at.is_some() {
        let sentence = "This account is disabled. Enable it first, then invite its holder.";
        return Err(Refusal::rule("account-disabled", sentence).into());
    }
    let (token, entry) = invite_within(ctx, change.tx(), id).await?;
    change.commit(entry).await?;
    Ok(token)
}

pub(super) async fn invite_within(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: AccountId,
) -> Result<(Token, Entry)> {
    let token = Token::make()?;
    withdraw(ctx, tx, id).await?;
    let row = invitation::ActiveModel {
        token_hash: Set(token.hash()),
        account_id: Set(id),
        created_at: Set(ctx.now),
        expires_at: Set(ctx.now + TimeDelta::days(VALID_DAYS)),
        used_at: Set(None),
        created_by: Set(ctx.actor.name().to_owned()),
    };
    row.insert(tx).await?;
    Ok((token, Entry::new("invite", "account", id)))
}

/// Ends whatever links of the account still work.
pub(super) async fn withdraw(ctx: &Ctx, tx: &impl ConnectionTrait, id: AccountId) -> Result<()> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::ExpiresAt, Expr::value(ctx.now))
        .filter(invitation::Column::AccountId.eq(id))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .exec(tx)
        .await?;
    Ok(())
}

/// What the link's page shows; looking uses nothing up. `None` for links that are unknown, taken up, withdrawn or past
/// their time, which are never told apart.
///
/// # Errors
/// Fails when the database does.
pub async fn invitation(ctx: &Ctx, token: &Token) -> Result<Option<Invited>> {
    let found = invitation::Entity::find_by_id(token.hash())
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .find_also_related(account::Entity)
        .one(ctx.db().read())
        .await?;
    let invited = |(row, account): (invitation::Model, Option<account::Model>)| {
        let account = account.filter(|account| account.disabled_at.is_none())?;
        Some(Invited { email: account.email, ends_at: in_london(row.expires_at) })
    };
    Ok(found.and_then(invited))
}

/// Sets the password, uses the link up and signs `browser` in, alone: any other browser is signed out. Two at once: one
/// succeeds.
///
/// # Errors
/// Refuses links for which there is no [`invitation`], and passwords that are not accepted.
pub async fn accept(
    ctx: &Ctx,
    token: &Token,
    password: &str,
    again: &str,
    browser: &str,
) -> Result<Token> {
    let email = invitation(ctx, token).await?.ok_or_else(no_longer_valid)?.email;
    let hash = hash(Password::parse(password, again, &email)?).await?;
    let change = ctx.change(Touches::Nothing).await?;
    let used = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(ctx.now))
        .filter(invitation::Column::TokenHash.eq(token.hash()))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .exec(change.tx())
        .await?;
    let row = invitation::Entity::find_by_id(token.hash()).one(change.tx()).await?;
    let row = row.filter(|_| used.rows_affected == 1).ok_or_else(no_longer_valid)?;
    let account = find(change.tx(), row.account_id).await?;
    let holder = as_holder(ctx, &account);
    save(ctx, change.tx(), account.id, hash).await?;
    let sign_in = begin(ctx, change.tx(), account.id, browser).await?;
    change.by(&holder).commit(Entry::new("accept invitation", "account", account.id)).await?;
    Ok(sign_in)
}

fn no_longer_valid() -> Error {
    Refusal::rule(
        "invitation-not-valid",
        "This invitation is not valid any more. Ask whoever invited you for a new one.",
    )
    .into()
}

//! Browsers that are signed in: a row each, so that all of an account's can be ended at once.

use super::as_holder;
use super::browsers::note_seen;
use super::holder::holder;
use super::passwords::is_right;
use super::tokens::Token;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::AccountId;
use domain::policy::Actor;
use domain::refusal::Refusal;
use entities::{account, sign_in};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};

/// How long a sign-in lasts.
pub const SIGN_IN_HOURS: i64 = 12;
/// How much is kept of what a browser calls itself, in characters.
const BROWSER_MOST: usize = 300;

/// Signs in with address and password; the token is for the cookie.
///
/// # Errors
/// Refuses with one sentence for every wrong pair, which never tells whether there is such an account.
pub async fn sign_in(ctx: &Ctx, email: &str, password: &str, browser: &str) -> Result<Token> {
    let found = account::Entity::find()
        .filter(account::Column::Email.eq(email.trim().to_lowercase()))
        .filter(account::Column::DisabledAt.is_null())
        .one(ctx.db().read())
        .await?;
    let hash = found.as_ref().and_then(|a| a.password_hash.clone());
    let (true, Some(account)) = (is_right(password, hash).await?, found) else {
        return Err(wrong().into());
    };
    let holder = as_holder(ctx, &account);
    let change = holder.change(Touches::Nothing).await?;
    // The password may have been changed, or the account shut, while this one was being checked.
    let now = super::find(change.tx(), account.id).await?;
    if (now.password_hash, now.disabled_at) != (account.password_hash, None) {
        return Err(wrong().into());
    }
    let token = begin(ctx, change.tx(), account.id, browser).await?;
    change.commit(Entry::new("sign in", "account", account.id)).await?;
    Ok(token)
}

fn wrong() -> Refusal {
    let sentence = "The email address or the password is not right. Check both, and try again.";
    Refusal::rule("wrong-sign-in", sentence)
}

/// A new sign-in; its token is for the cookie.
pub(super) async fn begin(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    account: AccountId,
    browser: &str,
) -> Result<Token> {
    let token = Token::make()?;
    let row = sign_in::ActiveModel {
        token_hash: Set(token.hash()),
        account_id: Set(account),
        created_at: Set(ctx.now),
        last_seen_at: Set(ctx.now),
        expires_at: Set(ctx.now + TimeDelta::hours(SIGN_IN_HOURS)),
        ended_at: Set(None),
        user_agent: Set(Some(browser.chars().take(BROWSER_MOST).collect())),
    };
    row.insert(tx).await?;
    Ok(token)
}

/// Who holds this token now; nobody when it is unknown, ended or past its time.
///
/// # Errors
/// Fails when the database does.
pub async fn actor_of(ctx: &Ctx, token: &Token) -> Result<Actor> {
    let found = holder(ctx.db().read(), token.hash(), (ctx.now, ctx.today)).await?;
    Ok(match found {
        Some((row, account)) => {
            note_seen(ctx, row);
            Actor::Account(account)
        }
        None => Actor::Nobody,
    })
}

/// Ends the sign-in of this browser.
///
/// # Errors
/// Fails when the database does.
pub async fn sign_out(ctx: &Ctx, token: &Token) -> Result<()> {
    let Some(account) = ctx.actor.account_id() else { return Ok(()) };
    let change = ctx.change(Touches::Nothing).await?;
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::EndedAt, Expr::value(ctx.now))
        .filter(sign_in::Column::TokenHash.eq(token.hash()))
        .exec(change.tx())
        .await?;
    change.commit(Entry::new("sign out", "account", account)).await
}

/// Ends every sign-in of the account, this browser's among them.
///
/// # Errors
/// Refuses where nobody is signed in.
pub async fn sign_out_everywhere(ctx: &Ctx) -> Result<()> {
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let change = ctx.change(Touches::Nothing).await?;
    end_all(change.tx(), account, ctx.now).await?;
    change.commit(Entry::new("sign out everywhere", "account", account)).await
}

pub(super) async fn end_all(
    tx: &impl ConnectionTrait,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::EndedAt, Expr::value(now))
        .filter(sign_in::Column::AccountId.eq(account))
        .filter(sign_in::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

//! Invitations: a link that shows a form and is used up only by setting the password.

use super::passwords::Password;
use super::tokens::Token;
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{AccountId, PersonId};
use domain::policy::{Action, Actor, Resource};
use domain::refusal::Refusal;
use entities::{account, invitation, person};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// How long an invitation can be taken up.
const VALID_DAYS: i64 = 7;

/// An invitation that can still be taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub email: String,
    pub expires_at: DateTime<Utc>,
}

/// Makes an account for an address that has none yet, or finds it, and says which.
///
/// # Errors
/// Refuses addresses that cannot be one, and a person who already has another account.
pub async fn add(ctx: &Ctx, email: &str, person: Option<PersonId>) -> Result<AccountId> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let email = super::email(email)?;
    let change = ctx.change(Touches::Nothing).await?;
    let known =
        account::Entity::find().filter(account::Column::Email.eq(&email)).one(change.tx()).await?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    if let Some(person) = person {
        refuse_second_account(&change, person).await?;
    }
    let id = AccountId(Uuid::now_v7());
    let row = account::ActiveModel {
        id: Set(id),
        email: Set(email.clone()),
        person_id: Set(person),
        password_hash: Set(None),
        demonstration: Set(false),
        created_at: Set(ctx.now),
        disabled_at: Set(None),
    };
    row.insert(change.tx()).await?;
    change.commit(Entry::new("add account", "account", id).after(&email)).await?;
    Ok(id)
}

async fn refuse_second_account(change: &Change<'_>, person: PersonId) -> Result<()> {
    let taken = account::Entity::find()
        .filter(account::Column::PersonId.eq(person))
        .one(change.tx())
        .await?;
    if let Some(taken) = taken {
        let sentence = format!("This person already signs in as {}.", taken.email);
        return Err(Refusal::rule("second-account", sentence).into());
    }
    let known = person::Entity::find_by_id(person).one(change.tx()).await?;
    known.map(|_| ()).ok_or_else(|| Refusal::not_found("this person").into())
}

/// Makes a link for the account; earlier ones that were not taken up stop working.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn invite(ctx: &Ctx, id: AccountId) -> Result<Token> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let token = Token::make()?;
    let change = ctx.change(Touches::Nothing).await?;
    if account::Entity::find_by_id(id).one(change.tx()).await?.is_none() {
        return Err(Refusal::not_found("this account").into());
    }
    invitation::Entity::update_many()
        .col_expr(invitation::Column::ExpiresAt, Expr::value(ctx.now))
        .filter(invitation::Column::AccountId.eq(id))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .exec(change.tx())
        .await?;
    let row = invitation::ActiveModel {
        token_hash: Set(token.hash()),
        account_id: Set(id),
        created_at: Set(ctx.now),
        expires_at: Set(ctx.now + TimeDelta::days(VALID_DAYS)),
        used_at: Set(None),
        created_by: Set(ctx.actor.name().to_owned()),
    };
    row.insert(change.tx()).await?;
    change.commit(Entry::new("invite", "account", id)).await?;
    Ok(token)
}

/// What the link's page shows; looking uses nothing up.
///
/// # Errors
/// Refuses links that are unknown, taken up or past their time, without saying which.
pub async fn invitation(ctx: &Ctx, token: &Token) -> Result<Invitation> {
    let found = invitation::Entity::find_by_id(token.hash())
        .find_also_related(account::Entity)
        .one(ctx.db().read())
        .await?;
    match found {
        Some((row, Some(account))) if row.used_at.is_none() && row.expires_at > ctx.now => {
            Ok(Invitation { email: account.email, expires_at: row.expires_at })
        }
        _ => Err(no_longer_valid()),
    }
}

/// Sets the password and uses the link up. Two at once: one succeeds.
///
/// # Errors
/// Refuses as [`invitation`] does, and passwords that are not accepted.
pub async fn accept(ctx: &Ctx, token: &Token, password: &str, again: &str) -> Result<()> {
    let email = invitation(ctx, token).await?.email;
    let hash = Password::parse(password, again, &email)?.hash().await?;
    // From here on the new account holder acts.
    let anyone = Ctx { actor: Actor::Nobody, ..ctx.clone() };
    let change = anyone.change(Touches::Nothing).await?;
    let used = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(ctx.now))
        .filter(invitation::Column::TokenHash.eq(token.hash()))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .exec(change.tx())
        .await?;
    let row = invitation::Entity::find_by_id(token.hash()).one(change.tx()).await?;
    let Some(row) = row.filter(|_| used.rows_affected == 1) else {
        return Err(no_longer_valid());
    };
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::Id.eq(row.account_id))
        .exec(change.tx())
        .await?;
    super::sign_ins::end_all(change.tx(), row.account_id, ctx.now).await?;
    change.commit(Entry::new("accept invitation", "account", row.account_id)).await
}

fn no_longer_valid() -> crate::error::Error {
    Refusal::rule(
        "invitation-not-valid",
        "This invitation is not valid any more. Ask whoever invited you for a new one.",
    )
    .into()
}

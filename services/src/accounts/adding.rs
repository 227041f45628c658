//! An account for an address, with or without the person it belongs to.

use super::invitations::invite_within;
use super::tokens::Token;
use super::whose::{refuse_second_account, with_number, with_work_email};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::accounts::forms::{AddAccount, email};
use domain::fields::FieldErrors;
use domain::ids::{AccountId, PersonId};
use domain::policy::{Action, Resource};
use entities::account;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter, SqlErr,
};
use uuid::Uuid;

/// A new account and the secret of its invitation, which is shown once.
#[derive(Clone, Debug)]
pub struct Opened {
    pub id: AccountId,
    pub invitation: Token,
}

/// # Errors
/// Refuses whoever may not add accounts.
pub fn may_add(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")
}

/// Makes an account for an address that has none yet, or finds it, and says which. Without `person` it belongs to
/// whoever has the address as work email.
///
/// # Errors
/// Refuses addresses that cannot be one, and a person who already has another account.
pub async fn add(ctx: &Ctx, address: &str, person: Option<PersonId>) -> Result<AccountId> {
    may_add(ctx)?;
    let email = email(address)?;
    let change = ctx.change(Touches::Nothing).await?;
    if let Some(known) = with_email(change.tx(), &email).await? {
        return Ok(known.id);
    }
    let person = match person {
        Some(person) => {
            refuse_second_account(change.tx(), person).await?;
            Some(person)
        }
        None => with_work_email(change.tx(), &email).await?,
    };
    let (id, entry) = insert(&change, ctx, &email, person).await?;
    change.commit(entry).await?;
    Ok(id)
}

/// Makes an account and its invitation.
///
/// # Errors
/// Refuses an address that has an account, a person who is not known or has another, and whoever may not manage
/// accounts.
pub async fn open(ctx: &Ctx, typed: &AddAccount) -> Result<Opened> {
    may_add(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    if with_email(change.tx(), &typed.email).await?.is_some() {
        return Err(
            FieldErrors::one("email", "There is already an account for this address").into()
        );
    }
    let person = match &typed.staff {
        Some(staff) => Some(with_number(change.tx(), staff).await?),
        None => with_work_email(change.tx(), &typed.email).await?,
    };
    let (id, added) = insert(&change, ctx, &typed.email, person).await?;
    let (invitation, invited) = invite_within(ctx, change.tx(), id).await?;
    change.commit_all(vec![added, invited]).await?;
    Ok(Opened { id, invitation })
}

async fn insert(
    change: &Change<'_>,
    ctx: &Ctx,
    email: &str,
    person: Option<PersonId>,
) -> Result<(AccountId, Entry)> {
    let id = AccountId(Uuid::now_v7());
    let row = account::ActiveModel {
        id: Set(id),
        email: Set(email.to_owned()),
        person_id: Set(person),
        password_hash: Set(None),
        demonstration: Set(false),
        created_at: Set(ctx.now),
        disabled_at: Set(None),
    };
    row.insert(change.tx()).await.map_err(unique)?;
    Ok((id, Entry::new("add account", "account", id).after(&email)))
}

/// Somebody else was quicker: what was free a moment ago is taken.
pub(super) fn unique(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(what)) if what.contains("person") => {
            FieldErrors::one("employee_number", "This person already has an account").into()
        }
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            FieldErrors::one("email", "There is already an account for this address").into()
        }
        _ => error.into(),
    }
}

async fn with_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::Email.eq(email)).one(db).await?)
}

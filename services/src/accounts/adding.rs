//! An account for an address, with or without the person it belongs to.

use super::invitations::invite_within;
use super::tokens::Token;
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::accounts::forms::{AddAccount, StaffNumber, email};
use domain::fields::FieldErrors;
use domain::ids::{AccountId, PersonId};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{account, organisation, person};
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
    let (id, entry) = match person {
        Some(person) => {
            refuse_second_account(change.tx(), person).await?;
            insert(&change, ctx, &email, Some(person)).await?
        }
        None => {
            let person = with_work_email(change.tx(), &email).await?;
            insert(&change, ctx, &email, person).await?
        }
    };
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
        return Err(taken("email", "There is already an account for this address").into());
    }
    let person = match &typed.staff {
        Some(staff) => Some(person_with(change.tx(), staff).await?),
        None => with_work_email(change.tx(), &typed.email).await?,
    };
    let (id, added) = insert(&change, ctx, &typed.email, person).await?;
    let (invitation, invited) = invite_within(ctx, change.tx(), id).await?;
    change.commit_all(vec![added, invited]).await?;
    Ok(Opened { id, invitation })
}

/// Links an account to the staff record of its holder.
///
/// # Errors
/// Refuses an account that is linked, a person who is not known or has another, and whoever may not manage accounts.
pub async fn link(ctx: &Ctx, id: AccountId, staff: &StaffNumber) -> Result<()> {
    may_add(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let account = super::find(change.tx(), id).await?;
    if account.person_id.is_some() {
        let sentence = "This account is already linked to a staff record.";
        return Err(Refusal::rule("already-linked", sentence).into());
    }
    let person = person_with(change.tx(), staff).await?;
    let mut account: account::ActiveModel = account.into();
    account.person_id = Set(Some(person));
    account.update(change.tx()).await.map_err(unique)?;
    change.commit(Entry::new("link account", "account", id).after(&person)).await
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
fn unique(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(what)) if what.contains("person") => {
            taken("employee_number", "This person already has an account").into()
        }
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            taken("email", "There is already an account for this address").into()
        }
        _ => error.into(),
    }
}

fn taken(field: &str, message: &str) -> FieldErrors {
    FieldErrors::one(field, message)
}

async fn with_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::Email.eq(email)).one(db).await?)
}

/// The one person with this work email, if they have no account.
async fn with_work_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<PersonId>> {
    use sea_orm::sea_query::{Expr, ExprTrait, Func};
    let spelt = Func::lower(Expr::col((person::Entity, person::Column::WorkEmail)));
    let found = person::Entity::find().filter(Expr::expr(spelt).eq(email)).all(db).await?;
    let [one] = found.as_slice() else { return Ok(None) };
    let free = refuse_second_account(db, one.id).await.is_ok();
    Ok(Some(one.id).filter(|_| free))
}

/// The person with this number, who must have no account yet.
async fn person_with(db: &impl ConnectionTrait, staff: &StaffNumber) -> Result<PersonId> {
    let mut known =
        person::Entity::find().filter(person::Column::EmployeeNumber.eq(&staff.employee_number));
    if let Some(code) = &staff.employer_code {
        let employer = organisation::Entity::find()
            .filter(organisation::Column::Code.eq(code))
            .one(db)
            .await?
            .ok_or_else(|| taken("employer_code", "There is no organisation with this code"))?;
        known = known.filter(person::Column::EmployerId.eq(employer.id));
    }
    let found = known.all(db).await?;
    let person = match found.as_slice() {
        [one] => one.id,
        [] => return Err(taken("employee_number", "There is nobody with this number").into()),
        _ => {
            let several = "Several people have this number: enter the code of the employer";
            return Err(taken("employer_code", several).into());
        }
    };
    refuse_second_account(db, person).await?;
    Ok(person)
}

async fn refuse_second_account(db: &impl ConnectionTrait, person: PersonId) -> Result<()> {
    let held = account::Entity::find().filter(account::Column::PersonId.eq(person)).one(db).await?;
    if let Some(held) = held {
        let sentence = format!("This person already signs in as {}", held.email);
        return Err(taken("employee_number", &sentence).into());
    }
    let known = person::Entity::find_by_id(person).one(db).await?;
    known.map(|_| ()).ok_or_else(|| Refusal::not_found("this person").into())
}

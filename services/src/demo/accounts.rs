//! Who can sign in to the demonstration, and with what password.

use super::cast::{self, CAST};
use super::password;
use crate::accounts::{self, Password};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants;
use domain::ids::AccountId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::account;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Somebody who can sign in to the demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub name: String,
    pub email: String,
    /// What they are and what they have before them, for the list that is printed at the start.
    pub what: &'static str,
}

/// Everybody who can sign in to the demonstration; nobody where the database is not one.
///
/// # Errors
/// Fails when the database does.
pub async fn sign_ins(ctx: &Ctx) -> Result<Vec<SignIn>> {
    let known = demonstration_accounts(ctx).await?;
    let there = CAST.iter().filter(|one| known.iter().any(|a| a.email == one.email()));
    let sign_in = |one: &cast::Role| SignIn {
        name: format!("{} {}", one.first, one.last),
        email: one.email(),
        what: one.what,
    };
    Ok(there.map(sign_in).collect())
}

/// Gives everybody who can sign in to the demonstration one new password, ends their sign-ins, and returns it.
///
/// # Errors
/// Refuses where the database is not a demonstration, and everybody who may not manage accounts.
pub async fn renew_password(ctx: &Ctx) -> Result<String> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "the demonstration")?;
    let known = demonstration_accounts(ctx).await?;
    let renewed: Vec<_> =
        known.iter().filter(|a| CAST.iter().any(|one| one.email() == a.email)).collect();
    if renewed.is_empty() {
        return Err(Refusal::not_found("a demonstration in this database").into());
    }
    let password = password::make()?;
    for account in renewed {
        let parsed = Password::parse(&password, &password, &account.email)?;
        accounts::set_password(ctx, account.id, parsed).await?;
    }
    Ok(password)
}

async fn demonstration_accounts(ctx: &Ctx) -> Result<Vec<account::Model>> {
    let demonstration = account::Column::Demonstration.eq(true);
    Ok(account::Entity::find().filter(demonstration).all(ctx.db().read()).await?)
}

/// Makes the accounts and grants of the cast, without a password yet.
pub(super) async fn open(ctx: &Ctx) -> Result<()> {
    for one in &CAST {
        let id = open_one(ctx, &one.email()).await?;
        for &(kind, code) in one.grants {
            let place = grants::find_place(ctx, Some(code)).await?;
            grants::give(ctx, id, kind, place).await?;
        }
    }
    Ok(())
}

/// Makes an account that exists in demonstrations only, or finds it. It belongs to whoever has the address as work
/// e-mail.
pub(super) async fn open_one(ctx: &Ctx, email: &str) -> Result<AccountId> {
    let id = accounts::add(ctx, email, None).await?;
    let change = ctx.change(Touches::Nothing).await?;
    let marked = account::Entity::update_many()
        .col_expr(account::Column::Demonstration, Expr::value(true))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::Demonstration.eq(false))
        .exec(change.tx())
        .await?;
    if marked.rows_affected > 0 {
        change.commit(Entry::new("mark as demonstration", "account", id)).await?;
    }
    Ok(id)
}

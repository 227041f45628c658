//! Accounts: how somebody gets one, signs in with it and signs out everywhere.

mod adding; // an account for an address, with or without a person
mod browsers; // as their owner sees them
mod directory; // every account, for administrators
mod disabling; // shut, and open again
mod holder; // whoever holds a token
mod invitations; // a link that sets a password, once
mod linking; // whose staff record, put right
mod mine; // what somebody sees of their own
mod passwords; // how they are kept and changed
mod sign_ins; // browsers that are signed in
mod tokens; // secrets of 256 bits, kept as hashes
mod whose; // the person it belongs to

pub use adding::{Opened, add, may_add, open};
pub use directory::{detail, list};
pub(crate) use directory::{holder, names, names_at};
pub use disabling::{disable, enable};
pub use domain::accounts::Password;
pub use invitations::{accept, invitation, invite};
pub use linking::{link, unlink};
pub use mine::mine;
pub use passwords::{change_password, set_password};
pub use sign_ins::{SIGN_IN_HOURS, actor_of, sign_in, sign_out, sign_out_everywhere};
pub use tokens::Token;
pub(crate) use whose::reached;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::scope_of;
use chrono::NaiveDate;
use domain::dates::Period;
use domain::ids::AccountId;
use domain::policy::{Account, Action, Actor, Grant, Resource};
use domain::refusal::Refusal;
use entities::{account, grant, post_terms};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Whoever has no staff record, to those who do not see accounts and their addresses.
pub(crate) const OUTSIDER: &str = "somebody without a staff record";

/// The account as the policy knows it, with the grants that hold on `day`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    account: account::Model,
    day: NaiveDate,
) -> Result<Account> {
    let grants =
        grant::Entity::find().filter(grant::Column::AccountId.eq(account.id)).all(db).await?;
    let manages_posts = match account.person_id {
        Some(person) => {
            let named = post_terms::Column::LineManagerId.eq(person);
            post_terms::Entity::find().filter(named).one(db).await?.is_some()
        }
        None => false,
    };
    Ok(account_of(account, (&grants, manages_posts), day))
}

/// An account as the policy looks at it on a day.
pub(crate) fn account_of(
    account: account::Model,
    (grants, manages_posts): (&[grant::Model], bool),
    day: NaiveDate,
) -> Account {
    let grants = grants
        .iter()
        .filter(|g| Period::new(Some(g.starts_on), g.ends_on).contains(day))
        .map(|g| Grant { kind: g.kind, scope: scope_of(g) })
        .collect();
    let account::Model { id, email, person_id: person, .. } = account;
    Account { id, email, person, grants, manages_posts }
}

/// The account with this id.
async fn find(db: &impl ConnectionTrait, id: AccountId) -> Result<account::Model> {
    let found = account::Entity::find_by_id(id).one(db).await?;
    found.ok_or_else(|| Refusal::not_found("this account").into())
}

/// Whoever signs in or takes up an invitation acts as the holder of the account from then on: in the audit log too.
fn as_holder(ctx: &Ctx, account: &account::Model) -> Ctx {
    let account::Model { id, email, person_id: person, .. } = account.clone();
    let holder = Account { id, email, person, grants: Vec::new(), manages_posts: false };
    Ctx { actor: Actor::Account(holder), ..ctx.clone() }
}

/// The actor behind an address, for `--as` at the command line.
///
/// # Errors
/// Refuses whoever may not manage accounts, and addresses without an account that is open.
pub async fn actor_with(ctx: &Ctx, address: &str) -> Result<Actor> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this account")?;
    let found = account::Entity::find()
        .filter(account::Column::Email.eq(address.trim().to_lowercase()))
        .filter(account::Column::DisabledAt.is_null())
        .one(ctx.db().read())
        .await?;
    let found = found.ok_or_else(|| Refusal::not_found(&format!("an account for {address}")))?;
    Ok(Actor::Account(load(ctx.db().read(), found, ctx.today).await?))
}

//! Every account, for administrators: found by address or name, a page at a time.

use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants;
use chrono::{DateTime, Utc};
use domain::accounts::views::{AccountDetail, AccountLine, AccountState, Holder};
use domain::coverage::Facts;
use domain::ids::AccountId;
use domain::paging::Paged;
use domain::policy::{Action, Resource};
use entities::{account, invitation, sign_in};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeSet, HashMap};

/// The accounts whose address or holder's name answers to `search`, by address.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn list(ctx: &Ctx, search: &str, page: usize) -> Result<Paged<AccountLine>> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let facts = ctx.facts().await?;
    let invitations = open_invitations(ctx).await?;
    let rows =
        account::Entity::find().order_by_asc(account::Column::Email).all(ctx.db().read()).await?;
    let lines = rows.iter().map(|row| line(&facts, row, &invitations));
    Ok(Paged::of(lines.filter(|line| line.holder.answers_to(search)).collect(), page))
}

/// One account with its grants.
///
/// # Errors
/// Refuses accounts that are not known, and whoever may not manage accounts.
pub async fn detail(ctx: &Ctx, id: AccountId) -> Result<AccountDetail> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "this page")?;
    let row = super::find(ctx.db().read(), id).await?;
    let facts = ctx.facts().await?;
    let latest = sign_in::Entity::find()
        .filter(sign_in::Column::AccountId.eq(id))
        .order_by_desc(sign_in::Column::LastSeenAt)
        .one(ctx.db().read())
        .await?;
    Ok(AccountDetail {
        line: line(&facts, &row, &open_invitations(ctx).await?),
        added_at: in_london(row.created_at),
        last_seen_at: latest.map(|row| in_london(row.last_seen_at)),
        grants: grants::of(ctx, id).await?,
        is_own: ctx.actor.account_id() == Some(id),
    })
}

/// Each of these accounts by the name of its person, else by its address. One query, and none for no account.
pub(crate) async fn names(
    db: &impl ConnectionTrait,
    facts: &Facts,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let ids: BTreeSet<AccountId> = accounts.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    let name = |row: account::Model| {
        let person = row.person_id.map(|id| facts.name_of(id)).filter(|name| !name.is_empty());
        (row.id, person.unwrap_or(row.email))
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The names of the people whose accounts have these addresses. Addresses without a person, and what is the address of no account, are
/// not among them. One query, and none for no address.
pub(crate) async fn names_at(
    db: &impl ConnectionTrait,
    facts: &Facts,
    addresses: BTreeSet<String>,
) -> Result<HashMap<String, String>> {
    if addresses.is_empty() {
        return Ok(HashMap::new());
    }
    let of_them = account::Column::Email.is_in(addresses);
    let rows = account::Entity::find().filter(of_them).all(db).await?;
    let name = |row: account::Model| {
        let name = row.person_id.map(|id| facts.name_of(id)).filter(|name| !name.is_empty());
        Some((row.email, name?))
    };
    Ok(rows.into_iter().filter_map(name).collect())
}

/// An account with the name of the person it is linked to.
pub(crate) fn holder(facts: &Facts, row: &account::Model) -> Holder {
    Holder {
        account: row.id,
        email: row.email.clone(),
        person_name: row.person_id.map(|person| facts.name_of(person)),
    }
}

/// Until when each account's link works, where it has one.
async fn open_invitations(ctx: &Ctx) -> Result<HashMap<AccountId, DateTime<Utc>>> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(ctx.now))
        .all(ctx.db().read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.account_id, row.expires_at)).collect())
}

fn line(
    facts: &Facts,
    row: &account::Model,
    invitations: &HashMap<AccountId, DateTime<Utc>>,
) -> AccountLine {
    let state = match (row.disabled_at, &row.password_hash, invitations.get(&row.id)) {
        (Some(_), _, _) => AccountState::Disabled,
        (None, Some(_), _) => AccountState::Active,
        (None, None, Some(until)) => AccountState::Invited { until: in_london(*until) },
        (None, None, None) => AccountState::NotInvited,
    };
    AccountLine { holder: holder(facts, row), state }
}

//! Who gets a digest: whoever can sign in and wants one. For everybody or for one, by the same queries.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::scope_of;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::ids::{AccountId, PersonId};
use domain::policy::{Account, Grant};
use domain::reminders::Preferences;
use entities::{account, grant, mail_preference};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};

/// Somebody who may get a digest.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// As the policy knows them, with the grants that hold today.
    pub account: Account,
    /// Without one they have no record to be told of.
    pub person: Option<PersonId>,
    pub wanted: Preferences,
}

/// Every reader, or the one with this account.
pub(super) async fn readers(
    ctx: &Ctx,
    facts: &Facts,
    only: Option<AccountId>,
) -> Result<Vec<Reader>> {
    let accounts = account::Entity::find()
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null())
        .filter(one(account::Column::Id, only))
        .all(ctx.db().read())
        .await?;
    let mut grants = grants(ctx, only).await?;
    let mut wanted = preferences(ctx, only).await?;
    let managers = line_managers(facts);
    let reader = |row: account::Model| {
        let account::Model { id, email, person_id: person, .. } = row;
        let wanted = wanted.remove(&id).unwrap_or_default();
        let grants = grants.remove(&id).unwrap_or_default();
        let manages_posts = person.is_some_and(|person| managers.contains(&person));
        let account = Account { id, email, person, grants, manages_posts };
        wanted.weekly_digest.then_some(Reader { account, person, wanted })
    };
    Ok(accounts.into_iter().filter_map(reader).collect())
}

fn one(column: impl ColumnTrait, only: Option<AccountId>) -> Condition {
    Condition::all().add_option(only.map(|id| column.eq(id)))
}

/// The grants that hold today, by account.
async fn grants(ctx: &Ctx, only: Option<AccountId>) -> Result<HashMap<AccountId, Vec<Grant>>> {
    let last = grant::Column::EndsOn;
    let rows = grant::Entity::find()
        .filter(grant::Column::StartsOn.lte(ctx.today))
        .filter(Condition::any().add(last.is_null()).add(last.gte(ctx.today)))
        .filter(one(grant::Column::AccountId, only))
        .all(ctx.db().read())
        .await?;
    let mut grants: HashMap<AccountId, Vec<Grant>> = HashMap::new();
    for row in rows {
        let grant = Grant { kind: row.kind, scope: scope_of(&row) };
        grants.entry(row.account_id).or_default().push(grant);
    }
    Ok(grants)
}

async fn preferences(
    ctx: &Ctx,
    only: Option<AccountId>,
) -> Result<HashMap<AccountId, Preferences>> {
    let rows = mail_preference::Entity::find()
        .filter(one(mail_preference::Column::AccountId, only))
        .all(ctx.db().read())
        .await?;
    Ok(rows.iter().map(|row| (row.account_id, super::preferences::read(row))).collect())
}

/// Everybody whom a post ever named as its line manager.
fn line_managers(facts: &Facts) -> HashSet<PersonId> {
    let posts = facts.people.iter().flat_map(|person| &person.posts);
    posts.flat_map(|post| &post.terms).filter_map(|terms| terms.line_manager).collect()
}

/// The first day that whoever was never told is told about as new.
pub(super) fn week_before(day: NaiveDate) -> NaiveDate {
    domain::dates::days_after(day, -7)
}

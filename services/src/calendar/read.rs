//! What a calendar gets that asks with the secret of a feed: it acts as the feed's owner, and sees what they would.

use crate::accounts::{self, Token};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions;
use domain::calendar::published;
use domain::policy::Actor;
use domain::refusal::Refusal;
use entities::{account, calendar_feed};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The owner's sessions as a calendar file; `base_url` is where people reach this installation, without a slash at its end.
///
/// # Errors
/// Refuses secrets that are unknown, were replaced or ended, and those of accounts that are disabled and people who have left: all
/// as not found, and never told apart.
pub async fn feed(ctx: &Ctx, token: &Token, base_url: &str) -> Result<String> {
    let found = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::TokenHash.eq(token.hash()))
        .find_also_related(account::Entity)
        .one(ctx.db().read())
        .await?;
    let account = found.and_then(|(_, account)| account);
    let account = account.filter(|account| account.disabled_at.is_none()).ok_or_else(not_found)?;
    let person = account.person_id.ok_or_else(not_found)?;
    let facts = ctx.facts().await?;
    let works_here = facts
        .person(person)
        .is_some_and(|person| person.posts.iter().any(|post| !post.is_left(ctx.today)));
    if !works_here {
        return Err(not_found());
    }
    let owner = accounts::load(ctx.db().read(), account, ctx.today).await?;
    let as_owner = Ctx { actor: Actor::Account(owner), ..ctx.clone() };
    let entries = sessions::entries(&as_owner).await?;
    Ok(published(Some("Esteem sessions"), &entries, base_url))
}

fn not_found() -> Error {
    Refusal::not_found("this calendar").into()
}

//! The address of one's own feed: made, replaced and ended by nobody but whoever it is.

use crate::accounts::Token;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use domain::calendar::views::OwnFeed;
use domain::ids::AccountId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::calendar_feed;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use sea_orm::sea_query::OnConflict;

/// Whether the signed-in person has a feed, and since when.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx) -> Result<OwnFeed> {
    let account = owner(ctx)?;
    let row = calendar_feed::Entity::find_by_id(account).one(ctx.db().read()).await?;
    Ok(OwnFeed { made_at: row.map(|row| in_london(row.made_at)) })
}

/// Makes the secret of a new address, told this once; an earlier one stops working.
///
/// # Errors
/// As [`mine`].
pub async fn make(ctx: &Ctx) -> Result<Token> {
    use calendar_feed::Column::{AccountId, MadeAt, TokenHash};
    let account = owner(ctx)?;
    let token = Token::make()?;
    let row = calendar_feed::ActiveModel {
        account_id: Set(account),
        token_hash: Set(token.hash()),
        made_at: Set(ctx.now),
    };
    let anew = OnConflict::column(AccountId).update_columns([TokenHash, MadeAt]).to_owned();
    let change = ctx.change(Touches::Nothing).await?;
    calendar_feed::Entity::insert(row)
        .on_conflict(anew)
        .exec_without_returning(change.tx())
        .await?;
    change.commit(Entry::new("make calendar feed", "account", account)).await?;
    Ok(token)
}

/// Ends the feed: its address stops working. Where there is none, nothing happens.
///
/// # Errors
/// As [`mine`].
pub async fn end(ctx: &Ctx) -> Result<()> {
    let account = owner(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let ended = calendar_feed::Entity::delete_by_id(account).exec(change.tx()).await?;
    if ended.rows_affected == 0 {
        return Ok(());
    }
    change.commit(Entry::new("end calendar feed", "account", account)).await
}

/// The account of whoever asks, who is on record here.
fn owner(ctx: &Ctx) -> Result<AccountId> {
    ctx.authorise(Action::ReadSessions, Resource::Installation, "this page")?;
    myself(ctx)?;
    Ok(ctx.actor.account_id().ok_or(Refusal::SignInFirst)?)
}

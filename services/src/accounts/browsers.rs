//! The browsers that are signed in, as their owner sees them: what they are called, and when they were last seen.

use super::tokens::Token;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::TimeDelta;
use domain::accounts::browsers::browser_name;
use domain::accounts::views::SignInLine;
use domain::ids::AccountId;
use entities::sign_in;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// How much later than noted a browser may have been seen.
const SEEN_WITHIN: TimeDelta = TimeDelta::minutes(5);

/// Notes that a browser was seen: beside the request, which never waits for it.
pub(super) fn note_seen(ctx: &Ctx, row: sign_in::Model) {
    if ctx.now - row.last_seen_at < SEEN_WITHIN {
        return;
    }
    let (db, now) = (ctx.db().clone(), ctx.now);
    tokio::spawn(async move {
        let noting = async {
            let tx = db.begin().await?;
            sign_in::Entity::update_many()
                .col_expr(sign_in::Column::LastSeenAt, Expr::value(now))
                .filter(sign_in::Column::TokenHash.eq(row.token_hash))
                .exec(&tx)
                .await?;
            Result::Ok(tx.commit().await?)
        };
        if let Err(error) = noting.await {
            tracing::warn!(%error, "noting when a browser was seen");
        }
    });
}

/// The browsers that are signed in with the account now, the latest seen first; `this` is the token of the one that
/// asks.
pub(super) async fn signed_in(
    ctx: &Ctx,
    account: AccountId,
    this: Option<&Token>,
) -> Result<Vec<SignInLine>> {
    let rows = sign_in::Entity::find()
        .filter(sign_in::Column::AccountId.eq(account))
        .filter(sign_in::Column::EndedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(ctx.now))
        .order_by_desc(sign_in::Column::LastSeenAt)
        .all(ctx.db().read())
        .await?;
    let this = this.map(Token::hash);
    let line = |row: sign_in::Model| SignInLine {
        browser: browser_name(&row.user_agent.unwrap_or_default()),
        began_at: in_london(row.created_at),
        last_seen_at: in_london(row.last_seen_at),
        is_this: this.as_ref() == Some(&row.token_hash),
    };
    Ok(rows.into_iter().map(line).collect())
}

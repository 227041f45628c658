//! What is long done with is forgotten: the outbox is no record of who was told what.

use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};
use entities::mail::{Column, Entity};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

/// How long a mail that is done with can still be looked at.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Forgets mail that was sent, given up or not needed a long time ago, and takes what is not needed off the list of what
/// waits.
pub(crate) async fn tidy(ctx: &Ctx) -> Result<()> {
    let change = ctx.change(Touches::Nothing).await?;
    let long_ago = ctx.now - KEPT;
    let done_with = Condition::any()
        .add(Column::SentAt.lt(long_ago))
        .add(Column::GivenUpAt.lt(long_ago))
        .add(Column::UsefulUntil.lt(long_ago));
    Entity::delete_many().filter(done_with).exec(change.tx()).await?;
    Entity::update_many()
        .col_expr(Column::NextTryAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::NextTryAt.is_not_null())
        .filter(Column::UsefulUntil.lte(ctx.now))
        .exec(change.tx())
        .await?;
    change.commit_unaudited().await
}

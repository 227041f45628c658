//! Wrong codes of one person for one session, counted by the real clock.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::TimeDelta;
use domain::ids::{PersonId, SessionId};
use domain::sessions::check_in::TRIES_MINUTES;
use entities::check_in_try;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter,
};

/// How many there were lately; one query.
pub(super) async fn wrong_tries(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    (session, person): (SessionId, PersonId),
) -> Result<usize> {
    let since = ctx.now - TimeDelta::minutes(TRIES_MINUTES);
    let lately = check_in_try::Entity::find()
        .filter(check_in_try::Column::PersonId.eq(person))
        .filter(check_in_try::Column::SessionId.eq(session))
        .filter(check_in_try::Column::TriedAt.gt(since))
        .count(db)
        .await?;
    Ok(usize::try_from(lately).unwrap_or(usize::MAX))
}

/// One more.
pub(super) async fn keep_try(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (session, person): (SessionId, PersonId),
) -> Result<()> {
    let row = check_in_try::ActiveModel {
        session_id: Set(session),
        person_id: Set(person),
        tried_at: Set(ctx.now),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

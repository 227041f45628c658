//! One run of a job: begun by one process, which others leave alone for a while; ended by it, if it still is its own.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};
use entities::job::{Column, Entity, Model};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};

/// How long other processes leave a job alone that was begun and not ended: the process may have died in it.
const LEFT_ALONE: TimeDelta = TimeDelta::minutes(30);
/// After how long a job that failed is tried again.
const AFTER_FAILURE: TimeDelta = TimeDelta::minutes(15);

/// A job that is under way. Its number tells it from a run that another process began since.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    name: String,
    number: i64,
}

impl Run {
    /// Begins a job that stands as it was seen; `None` where it is not due, or another process was quicker.
    pub(super) async fn begin(ctx: &Ctx, seen: &Model) -> Result<Option<Self>> {
        if seen.next_at > ctx.now {
            return Ok(None);
        }
        let begun = Entity::update_many()
            .filter(Column::Name.eq(&seen.name))
            .filter(Column::Runs.eq(seen.runs))
            .col_expr(Column::Runs, Expr::value(seen.runs + 1))
            .col_expr(Column::BeganAt, Expr::value(ctx.now))
            .col_expr(Column::NextAt, Expr::value(ctx.now + LEFT_ALONE));
        let run = Self { name: seen.name.clone(), number: seen.runs + 1 };
        Ok(save(ctx, begun).await?.then_some(run))
    }

    /// Whether no other process has begun the job since. Asked first in each transaction of its work, it holds the others
    /// off until that transaction ends.
    pub(crate) async fn is_ours(&self, tx: &impl ConnectionTrait) -> Result<bool> {
        let held = self.ours().col_expr(Column::Runs, Expr::value(self.number)).exec(tx).await?;
        Ok(held.rows_affected > 0)
    }

    pub(super) async fn end(&self, ctx: &Ctx, next_at: DateTime<Utc>) -> Result<()> {
        let ended = self.ours().col_expr(Column::NextAt, Expr::value(next_at));
        let now = ctx.services.clock.now();
        save(ctx, ended.col_expr(Column::EndedAt, Expr::value(now))).await?;
        Ok(())
    }

    pub(super) async fn fail(&self, ctx: &Ctx) -> Result<()> {
        let again = ctx.now + AFTER_FAILURE;
        save(ctx, self.ours().col_expr(Column::NextAt, Expr::value(again))).await?;
        Ok(())
    }

    fn ours(&self) -> UpdateMany<Entity> {
        Entity::update_many()
            .filter(Column::Name.eq(&self.name))
            .filter(Column::Runs.eq(self.number))
    }
}

/// Whether there was something to change.
async fn save(ctx: &Ctx, update: UpdateMany<Entity>) -> Result<bool> {
    let tx = ctx.db().begin().await?;
    let saved = update.exec(&tx).await?.rows_affected > 0;
    tx.commit().await?;
    Ok(saved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::db::Db;
    use crate::{Ctx, Services};
    use domain::policy::Actor;
    use entities::job;
    use sea_orm::ActiveModelTrait;
    use sea_orm::ActiveValue::Set;

    async fn process(file: &std::path::Path) -> Ctx {
        let db = Db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
        db.migrate().await.unwrap();
        Services::new(db, Clock::default()).as_actor(Actor::Operator)
    }

    async fn seen(ctx: &Ctx) -> Model {
        Entity::find().one(ctx.db().read()).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn who_was_stopped_in_a_job_finds_that_it_is_another_s_and_ends_nothing() {
        let file = std::env::temp_dir().join(format!("{}.db", uuid::Uuid::now_v7()));
        let ctx = process(&file).await;
        let row = job::ActiveModel {
            name: Set("job".to_owned()),
            next_at: Set(ctx.now),
            runs: Set(0),
            began_at: Set(None),
            ended_at: Set(None),
        };
        row.insert(ctx.db().read()).await.unwrap();
        let stopped = Run::begin(&ctx, &seen(&ctx).await).await.unwrap().unwrap();
        assert!(Run::begin(&ctx, &seen(&ctx).await).await.unwrap().is_none(), "left alone");
        let later = Ctx { now: ctx.now + LEFT_ALONE, ..ctx.clone() };
        let other = Run::begin(&later, &seen(&ctx).await).await.unwrap().unwrap();
        let next = later.now + TimeDelta::days(7);
        assert!(!stopped.is_ours(ctx.db().read()).await.unwrap(), "it saves nothing more");
        assert!(other.is_ours(ctx.db().read()).await.unwrap());
        stopped.end(&ctx, next).await.unwrap();
        stopped.fail(&ctx).await.unwrap();
        assert_eq!(seen(&ctx).await.next_at, later.now + LEFT_ALONE);
        other.end(&later, next).await.unwrap();
        assert_eq!(seen(&ctx).await.next_at, next);
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
    }
}

//! Jobs: what Esteem does by itself, once for the whole installation however many processes there are.
//!
//! A job is a line in `domain::jobs` with its schedule, and its work here. Its work may be begun twice where a process was
//! stopped in the middle, so it asks [`Run::is_ours`] in every transaction, and does nothing that is not kept from being done
//! twice by the database.

mod run; // one run of a job

pub(crate) use run::Run;

use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{outbox, reminders, return_schedule, sessions};
use chrono::{DateTime, Utc};
use domain::jobs::Job;
use domain::policy::{Action, Resource};
use entities::job;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

async fn work(ctx: &Ctx, job: Job, run: &Run) -> Result<()> {
    match job {
        Job::WeeklyDigests => reminders::make_digests(ctx, run).await,
        Job::TidyOutbox => outbox::tidy(ctx).await,
        // On the heap: it holds a session with everything beside it, and the other jobs would carry that along.
        Job::GiveOutSeats => Box::pin(sessions::settle_all(ctx)).await.map(drop),
        Job::SessionReminders => sessions::remind(ctx, run).await,
        // So is this: a whole return is put together in it.
        Job::ScheduledReturns => Box::pin(return_schedule::prepare_due(ctx, run)).await,
    }
}

/// Does every job that is due and that no other process has begun, one after the other; says which were done. Where
/// nothing is due it reads, and writes nothing. A job that fails is tried again later, and the log says why.
///
/// # Errors
/// Fails when the database does, and refuses whoever may not manage accounts.
pub async fn do_what_is_due(ctx: &Ctx) -> Result<Vec<Job>> {
    ctx.authorise(Action::ManageAccounts, Resource::Installation, "the jobs")?;
    let mut done = Vec::new();
    for (job, row) in known(ctx).await? {
        let Some(run) = Run::begin(ctx, &row).await? else { continue };
        match work(ctx, job, &run).await {
            Ok(()) => {
                run.end(ctx, next_at(job, ctx.now)).await?;
                done.push(job);
            }
            Err(error) => {
                tracing::error!(%job, %error, "a job failed");
                run.fail(ctx).await?;
            }
        }
    }
    Ok(done)
}

/// Every job with its row. One that has none yet is due at its next time, not at once.
async fn known(ctx: &Ctx) -> Result<Vec<(Job, job::Model)>> {
    let rows = job::Entity::find().all(ctx.db().read()).await?;
    let row = |job: &Job| rows.iter().find(|row| row.name == job.code()).cloned();
    let new: Vec<Job> = Job::ALL.iter().copied().filter(|job| row(job).is_none()).collect();
    if !new.is_empty() {
        enrol(ctx, new).await?;
    }
    Ok(Job::ALL.iter().filter_map(|job| Some((*job, row(job)?))).collect())
}

async fn enrol(ctx: &Ctx, new: Vec<Job>) -> Result<()> {
    let row = |job: Job| job::ActiveModel {
        name: Set(job.code().to_owned()),
        next_at: Set(next_at(job, ctx.now)),
        runs: Set(0),
        began_at: Set(None),
        ended_at: Set(None),
    };
    let tx = ctx.db().begin().await?;
    job::Entity::insert_many(new.into_iter().map(row))
        .on_conflict_do_nothing_on([job::Column::Name])
        .exec_without_returning(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// The next time a job is due, whatever was missed before `now`.
fn next_at(job: Job, now: DateTime<Utc>) -> DateTime<Utc> {
    from_london(job.schedule().next_after(in_london(now)))
}

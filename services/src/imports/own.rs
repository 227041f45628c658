//! What somebody sees of the files they brought in on pages: each as far as it has come.

use super::{Kind, Options, within};
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ImportId;
use domain::imports::views::{ImportRun, RunState};
use domain::refusal::Refusal;
use entities::import_run;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How many imports the list shows.
const MOST: u64 = 20;
/// How long a page waits for work to end before it says how far it has come, and how often it looks meanwhile.
const PATIENCE: Duration = Duration::from_secs(4);
const PAUSE: Duration = Duration::from_millis(100);

/// One import of the asker's own, once nobody is working on it any more, or after a few seconds as far as it is.
///
/// # Errors
/// As [`run`].
pub async fn settled(ctx: &Ctx, id: ImportId) -> Result<ImportRun> {
    let end = Instant::now() + PATIENCE;
    loop {
        let run = run(ctx, id).await?;
        if !run.is_under_way() || Instant::now() > end {
            return Ok(run);
        }
        sleep(PAUSE).await;
    }
}

/// One import of the asker's own.
///
/// # Errors
/// Refuses what is not the asker's as not found.
pub async fn run(ctx: &Ctx, id: ImportId) -> Result<ImportRun> {
    signed_in(ctx)?;
    let row = import_run::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let own = row.filter(|row| row.account_id == ctx.actor.account_id());
    let name = ctx.own_name().await;
    let run = own.and_then(|row| view(ctx, row, name.as_deref()));
    run.ok_or_else(|| Refusal::not_found("this import").into())
}

/// # Errors
/// Refuses whoever is not signed in, and whoever imports nothing as not found.
pub async fn may_bring_in(ctx: &Ctx) -> Result<()> {
    signed_in(ctx)?;
    if kinds(ctx).await.is_empty() {
        return Err(Refusal::not_found("this page").into());
    }
    Ok(())
}

/// The asker's latest imports.
///
/// # Errors
/// As [`may_bring_in`].
pub async fn runs(ctx: &Ctx) -> Result<Vec<ImportRun>> {
    may_bring_in(ctx).await?;
    let rows = import_run::Entity::find()
        .filter(import_run::Column::AccountId.eq(ctx.actor.account_id()))
        .order_by_desc(import_run::Column::StartedAt)
        .limit(MOST)
        .all(ctx.db().read())
        .await?;
    let name = ctx.own_name().await;
    Ok(rows.into_iter().filter_map(|row| view(ctx, row, name.as_deref())).collect())
}

/// The kinds of file the asker may bring in somewhere.
pub async fn kinds(ctx: &Ctx) -> Vec<Kind> {
    let mut open = Vec::new();
    for &kind in Kind::ALL {
        if within::authorise(ctx, kind).await.is_ok() {
            open.push(kind);
        }
    }
    open
}

fn signed_in(ctx: &Ctx) -> Result<()> {
    ctx.actor.account().map(|_| ()).ok_or_else(|| Refusal::SignInFirst.into())
}

/// `name` is the asker's own; without a staff record they are told by the address under which the import is on record.
fn view(ctx: &Ctx, row: import_run::Model, name: Option<&str>) -> Option<ImportRun> {
    let state: RunState = row.state.parse().ok()?;
    let options: Option<Options> =
        row.options.as_deref().and_then(|o| serde_json::from_str(o).ok());
    let outcome = row.outcome.as_deref();
    Some(ImportRun {
        id: row.id,
        kind: row.kind.parse().ok()?,
        file_name: row.file_name,
        as_at: row.as_at,
        complete: options.as_ref().is_some_and(|o| o.complete),
        leave_out_unknown: options.is_some_and(|o| o.leave_out_unknown),
        state,
        percent: ctx.services.imports.percent(row.id),
        report: outcome.and_then(|o| serde_json::from_str(o).ok()),
        tallies: outcome.and_then(|o| serde_json::from_str(o).ok()).unwrap_or_default(),
        reason: outcome.and_then(|o| serde_json::from_str(o).ok()),
        actor: name.map_or(row.actor, str::to_owned),
        started_on: in_london(row.started_at).date(),
    })
}

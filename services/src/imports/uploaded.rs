//! An uploaded file from page to page: checked in the background, looked at, then imported in the background.

use super::{Kind, Options, Progress, Report, Source, Watch, within};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::ids::ImportId;
use domain::imports::views::{ImportRun, RunState};
use domain::imports::{SamePerson, Verdict};
use domain::refusal::Refusal;
use entities::import_run;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};
use tokio::sync::watch;

/// How many imports the list shows.
const MOST: u64 = 20;

/// What this process is working on, so that its pages can tell how far it has come.
#[derive(Debug, Default)]
pub struct UnderWay(Mutex<HashMap<ImportId, watch::Receiver<Progress>>>);

impl UnderWay {
    fn with<T>(
        &self,
        work: impl FnOnce(&mut HashMap<ImportId, watch::Receiver<Progress>>) -> T,
    ) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn percent(&self, id: ImportId) -> Option<u64> {
        let progress = self.with(|known| known.get(&id).map(|told| *told.borrow()))?;
        (progress.done * 100).checked_div(progress.total)
    }
}

/// Checks an uploaded file in the background; its page tells how far it has come and then what was found.
///
/// # Errors
/// Refuses uploads that are not the asker's as not found.
pub async fn check_uploaded(ctx: &Ctx, id: ImportId) -> Result<()> {
    let (source, kind, options) = Source::uploaded(ctx, id).await?;
    tell(ctx, id, RunState::Checking, None).await?;
    let watch = watching(ctx, id);
    let ctx = ctx.clone();
    tokio::spawn(async move {
        let checked = super::check(&ctx, kind, &source, &options, &watch).await;
        let told = match checked {
            Ok(checked) if checked.report.faults.is_empty() => {
                (RunState::Previewed, checked.report)
            }
            Ok(checked) => (RunState::Refused, checked.report),
            Err(error) => return ended_badly(&ctx, id, &error).await,
        };
        end(&ctx, id, told.0, serde_json::to_string(&told.1).ok()).await;
    });
    Ok(())
}

/// Imports an uploaded file in the background, with an answer for each question of its report.
///
/// # Errors
/// Refuses uploads that are not the asker's, and files that were not found good.
pub async fn merge_uploaded(
    ctx: &Ctx,
    id: ImportId,
    typed: &BTreeMap<String, String>,
) -> Result<()> {
    let (source, kind, options) = Source::uploaded(ctx, id).await?;
    let run = run(ctx, id).await?;
    let report = run.report.filter(|_| run.state == RunState::Previewed);
    let report = report.ok_or_else(|| Refusal::rule("not-checked", "Check the file first."))?;
    let answers = domain::imports::views::answers(report.questions.len(), typed)?;
    let options = Options { verdicts: verdicts(&report, &answers), ..options };
    tell(ctx, id, RunState::Merging, serde_json::to_string(&report).ok()).await?;
    let watch = watching(ctx, id);
    let ctx = ctx.clone();
    tokio::spawn(async move {
        match super::bring_in(&ctx, kind, &source, &options, &watch).await {
            Ok(_) => ctx.services.imports.with(|known| drop(known.remove(&id))),
            Err(error) => ended_badly(&ctx, id, &error).await,
        }
    });
    Ok(())
}

fn verdicts(report: &Report, answers: &[SamePerson]) -> Vec<Verdict> {
    let pairs = report.questions.iter().zip(answers);
    pairs
        .map(|(question, answer)| Verdict {
            first: question.first.clone(),
            second: question.second.clone(),
            answer: *answer,
        })
        .collect()
}

fn watching(ctx: &Ctx, id: ImportId) -> Watch {
    let (watch, told) = watch::channel(Progress::default());
    ctx.services.imports.with(|known| known.insert(id, told));
    watch
}

async fn tell(ctx: &Ctx, id: ImportId, state: RunState, outcome: Option<String>) -> Result<()> {
    let change = ctx.change(Touches::Nothing).await?;
    let row = import_run::ActiveModel {
        id: Unchanged(id),
        state: Set(state.code().to_owned()),
        outcome: Set(outcome),
        ..Default::default()
    };
    row.update(change.tx()).await?;
    change.commit_all(Vec::new()).await
}

/// The end of work in the background: nobody waits for its result, so what fails here goes to the log.
async fn end(ctx: &Ctx, id: ImportId, state: RunState, outcome: Option<String>) {
    if let Err(error) = tell(ctx, id, state, outcome).await {
        tracing::error!(%id, %error, "noting how an import ended");
    }
    ctx.services.imports.with(|known| known.remove(&id));
}

async fn ended_badly(ctx: &Ctx, id: ImportId, error: &Error) {
    let state = match error {
        Error::Refused(_) => RunState::Refused,
        Error::Fault(cause) => {
            tracing::error!(%id, cause, "importing");
            RunState::Failed
        }
    };
    let reason = match error {
        Error::Refused(refusal) => refusal.to_string(),
        Error::Fault(_) => {
            "Esteem failed while it worked on the file. Nothing was kept of it. Try again."
                .to_owned()
        }
    };
    end(ctx, id, state, serde_json::to_string(&reason).ok()).await;
}

/// One import of the asker's own.
///
/// # Errors
/// Refuses what is not the asker's as not found.
pub async fn run(ctx: &Ctx, id: ImportId) -> Result<ImportRun> {
    signed_in(ctx)?;
    let row = import_run::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let own = row.filter(|row| row.account_id == ctx.actor.account_id());
    let run = own.and_then(|row| view(ctx, row));
    run.ok_or_else(|| Refusal::not_found("this import").into())
}

/// The asker's latest imports.
///
/// # Errors
/// Refuses whoever imports nothing as not found.
pub async fn runs(ctx: &Ctx) -> Result<Vec<ImportRun>> {
    signed_in(ctx)?;
    if kinds(ctx).await.is_empty() {
        return Err(Refusal::not_found("this page").into());
    }
    let rows = import_run::Entity::find()
        .filter(import_run::Column::AccountId.eq(ctx.actor.account_id()))
        .order_by_desc(import_run::Column::StartedAt)
        .limit(MOST)
        .all(ctx.db().read())
        .await?;
    Ok(rows.into_iter().filter_map(|row| view(ctx, row)).collect())
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

fn view(ctx: &Ctx, row: import_run::Model) -> Option<ImportRun> {
    let state: RunState = row.state.parse().ok()?;
    let options: Option<Options> =
        row.options.as_deref().and_then(|o| serde_json::from_str(o).ok());
    let outcome = row.outcome.as_deref();
    Some(ImportRun {
        id: row.id,
        kind: row.kind.parse().ok()?,
        file_name: row.file_name,
        as_at: row.as_at,
        complete: options.is_some_and(|o| o.complete),
        state,
        percent: ctx.services.imports.percent(row.id),
        report: outcome.and_then(|o| serde_json::from_str(o).ok()),
        tallies: outcome.and_then(|o| serde_json::from_str(o).ok()).unwrap_or_default(),
        reason: outcome.and_then(|o| serde_json::from_str(o).ok()),
        actor: row.actor,
        started_on: row.started_at.date_naive(),
    })
}

//! The work on an uploaded file: checked in the background, then, once somebody has looked at it, imported there too.

use super::{Options, Progress, Report, Source, Watch, run};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::ids::ImportId;
use domain::imports::views::RunState;
use domain::imports::{SamePerson, Verdict};
use domain::refusal::Refusal;
use entities::import_run;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};
use tokio::sync::watch;

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

    fn has(&self, id: ImportId) -> bool {
        self.with(|known| known.contains_key(&id))
    }

    pub(super) fn percent(&self, id: ImportId) -> Option<u64> {
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
    let open = RunState::ALL.iter().copied().filter(|state| *state != RunState::Done);
    let is_under_way = ctx.services.imports.has(id);
    if is_under_way || !tell(ctx, id, open, (RunState::Checking, None)).await? {
        return Err(busy().into());
    }
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
    let looked_at = serde_json::to_string(&report).ok();
    if !tell(ctx, id, [RunState::Previewed], (RunState::Merging, looked_at)).await? {
        return Err(busy().into());
    }
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

/// Another click, or another process, was quicker.
fn busy() -> Refusal {
    let sentence = "Esteem is working on this file already. Look at it again in a moment.";
    Refusal::rule("import-under-way", sentence)
}

/// Notes how far an import is, unless it has left the states from which that follows; whether it had not.
async fn tell(
    ctx: &Ctx,
    id: ImportId,
    from: impl IntoIterator<Item = RunState>,
    (state, outcome): (RunState, Option<String>),
) -> Result<bool> {
    let change = ctx.change(Touches::Nothing).await?;
    let told = import_run::Entity::update_many()
        .col_expr(import_run::Column::State, Expr::value(state.code()))
        .col_expr(import_run::Column::Outcome, Expr::value(outcome))
        .filter(import_run::Column::Id.eq(id))
        .filter(import_run::Column::State.is_in(from.into_iter().map(RunState::code)))
        .exec(change.tx())
        .await?;
    change.commit_unaudited().await?;
    Ok(told.rows_affected > 0)
}

/// The end of work in the background: nobody waits for its result, so what fails here goes to the log.
async fn end(ctx: &Ctx, id: ImportId, state: RunState, outcome: Option<String>) {
    let under_way = [RunState::Checking, RunState::Merging];
    if let Err(error) = tell(ctx, id, under_way, (state, outcome)).await {
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

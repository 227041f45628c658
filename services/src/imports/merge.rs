//! One transaction: everything that a checked file changes, with its audit entry, or nothing.

use super::progress::Watch;
use super::runs;
use super::{Checked, Kind};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ImportId;
use domain::imports::Tally;
use domain::refusal::Refusal;
use entities::revision;
use sea_orm::{ConnectionTrait, EntityTrait};

const STALE: &str = "changed-since-check";

/// Whether a refusal only means that somebody else was quicker.
pub(super) fn is_stale(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Rule { code, .. } if code == STALE)
}

/// That a file was checked against something that has changed since.
pub(super) fn stale(sentence: &str) -> Refusal {
    Refusal::rule(STALE, sentence)
}

/// What a merge has done.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub import: ImportId,
    pub kind: Kind,
    pub tallies: Vec<Tally>,
    /// What stood in the file and was not taken over, with the reason.
    pub left_out: Vec<String>,
}

/// What a file of a kind touches.
const fn touches(kind: Kind) -> Touches {
    match kind {
        Kind::Judgements | Kind::EsrCompetences | Kind::Certificates => Touches::Judgements,
        Kind::Sessions | Kind::Attendance => Touches::Sessions,
        Kind::LocalMeasures => Touches::LocalMeasures,
        _ => Touches::Places,
    }
}

/// How often what a file of a kind touches has been changed.
pub(super) async fn revision(db: &impl ConnectionTrait, kind: Kind) -> Result<i64> {
    let Some(counter) = touches(kind).counter() else { return Ok(0) };
    let row = revision::Entity::find_by_id(counter.to_owned()).one(db).await?;
    Ok(row.map_or(0, |row| row.value))
}

/// Keeps a checked file: all of it, or none.
///
/// # Errors
/// Refuses a file that is not ready, and one that was checked against something that has changed since: check it again.
pub async fn merge(ctx: &Ctx, checked: Checked, watch: &Watch) -> Result<Outcome> {
    super::within::authorise(ctx, checked.kind).await?;
    checked.ready()?;
    let change = open(ctx, &checked).await?;
    let import = runs::begin(ctx, change.tx(), &checked).await?;
    let Checked { kind, report, mut plan, .. } = checked;
    let mut outcome = Outcome { import, kind, tallies: report.tallies, left_out: report.left_out };
    let (judgements, evidence) = (plan.judgements.take(), plan.evidence.take());
    let (sessions, attendance) = (plan.sessions.take(), plan.attendance.take());
    let measures = std::mem::take(&mut plan.local_measures);
    plan.save(change.tx()).await?;
    measures.save(ctx, change.tx(), import).await?;
    if let Some(pass) = judgements {
        outcome.tallies = vec![pass.save(ctx, change.tx(), import, watch).await?];
    }
    if let Some(batch) = evidence {
        outcome.tallies = vec![batch.save(ctx, change.tx(), import).await?];
    }
    if let Some(batch) = sessions {
        outcome.tallies = batch.save(ctx, change.tx(), import).await?;
    }
    if let Some(pass) = attendance {
        outcome.tallies = pass.save(ctx, change.tx(), import, watch).await?;
    }
    runs::end(ctx, change.tx(), &outcome).await?;
    let entry = Entry::new("import", "import_run", import);
    change.commit(entry.after(&outcome.tallies).note(kind.label())).await?;
    Ok(outcome)
}

/// Opens the change, unless something that the file was compared with has changed since.
async fn open<'a>(ctx: &'a Ctx, checked: &Checked) -> Result<Change<'a>> {
    let touches = touches(checked.kind);
    let change = ctx.change(touches).await?;
    let what = match touches {
        Touches::Places => "Places or people",
        Touches::LocalMeasures => "Local measures", // areas and teams never vanish
        // People and frameworks never vanish; what sessions say is decided once more in the transaction.
        Touches::Nothing | Touches::Judgements | Touches::Sessions => return Ok(change),
    };
    if revision(change.tx(), checked.kind).await? == checked.revision + 1 {
        return Ok(change); // this change has counted itself
    }
    let sentence = format!("{what} were changed after the file was checked. Check it again.");
    Err(stale(&sentence).into())
}

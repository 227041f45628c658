//! A return is prepared: its figures are computed and its files written; from the same data nothing is added.

use super::compute::{Packed, Target, compute, packed};
use super::kept::{refresh, replace};
use super::may::preparing;
use super::not_found;
use super::stored::{Stored, hold, notes, submitted};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::ids::ReturnRevisionId;
use domain::organisations::Area;
use domain::refusal::Refusal;
use domain::returns::checks::{Concern, unanswered};
use domain::returns::history::{is_beside_all, is_prepared_anew, may_be_of, may_take, next};
use domain::returns::{ReturnId, Step};
use entities::{return_event, return_revision};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, IntoActiveModel};
use uuid::Uuid;

/// Prepares the return of a place and a day: the revision that is open, or the first. From the same data it is the same revision with
/// the same files, and what was done with it stands.
///
/// # Errors
/// Refuses places of which the asker prepares no returns as not found; days to come, beside `day`; and a return whose last revision
/// was submitted.
pub async fn prepare(ctx: &Ctx, place: &str, day: NaiveDate) -> Result<ReturnId> {
    prepared(ctx, (place, day), Who::Asker).await
}

/// The same, done by a job.
///
/// # Errors
/// As [`prepare`].
pub(crate) async fn prepare_by_itself(ctx: &Ctx, place: &str, day: NaiveDate) -> Result<ReturnId> {
    prepared(ctx, (place, day), Who::Itself).await
}

/// Who prepares a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Asker,
    Itself,
}

async fn prepared(ctx: &Ctx, (code, day): (&str, NaiveDate), who: Who) -> Result<ReturnId> {
    let facts = ctx.facts().await?;
    let place = preparing(ctx, &facts, code)?;
    may_be_of(day, ctx.today)?;
    let last = Stored::of_return(ctx.db().read(), place, day).await?.pop();
    let (id, reason) = match &last {
        None => (ReturnId::first(&place.code, day), None),
        Some(last) => {
            may_take(&last.id, &last.events(), Step::Prepared, (None, ""))?;
            (last.id.clone(), last.row.reason.clone())
        }
    };
    let packed = worked_out(ctx, Target { id: id.clone(), reason, beside: None }).await?;
    Saving { ctx, place, id: &id, correction: None, who }.save(packed).await?;
    Ok(id)
}

/// Computes a revision and writes its files: the heavy part, in its turn, before anything is held.
pub(super) async fn worked_out(ctx: &Ctx, target: Target) -> Result<Packed> {
    let turn = ctx.services.turns.take().await?;
    let computed = compute(ctx, target, &turn).await?;
    packed(ctx, computed, turn).await
}

/// Prepares the correction of a return that the asker prepares, for a reason.
///
/// # Errors
/// Refuses a correction that somebody has begun meanwhile.
pub(super) async fn save_correction(
    ctx: &Ctx,
    (place, id): (&Area, &ReturnId),
    (reason, entry): (&str, Entry),
    packed: Packed,
) -> Result<()> {
    let correction = Some((reason, entry));
    Saving { ctx, place, id, correction, who: Who::Asker }.save(packed).await
}

/// A revision as it is stored, in one transaction.
struct Saving<'a> {
    ctx: &'a Ctx,
    place: &'a Area,
    id: &'a ReturnId,
    /// Why it corrects the one before, with the entry that says so, where it is begun as a correction.
    correction: Option<(&'a str, Entry)>,
    who: Who,
}

impl Saving<'_> {
    /// Stores what was worked out, unless the same stands already.
    ///
    /// # Errors
    /// Refuses what was submitted meanwhile, and files that were not held against a return that was.
    async fn save(mut self, packed: Packed) -> Result<()> {
        let change = self.ctx.change(Touches::Nothing).await?;
        let tx = change.tx();
        hold(tx, self.place.id).await?;
        let submitted: Vec<ReturnId> =
            submitted(tx, self.place).await?.into_iter().map(|(id, _)| id).collect();
        is_beside_all(self.id, &packed.beside, &submitted)?;
        let stood = Stored::of_return(tx, self.place, self.id.date).await?;
        let stands = stood.iter().find(|one| one.id == *self.id);
        let events = stands.map(Stored::events).unwrap_or_default();
        may_take(self.id, &events, Step::Prepared, (None, ""))?;
        let correction = self.correction.take();
        refuse_begun(self.id, stands.is_some() && correction.is_some())?;
        let same = stands.filter(|_| !is_prepared_anew(&events, &packed.digest));
        if let Some(same) = same
            && !is_to_be_checked_again(tx, same, &packed.concerns).await?
        {
            // The files are the same. What checks come upon, and what they were held against, may be other all the same.
            let is_new = refresh(tx, same.row.id, packed).await?;
            return if is_new { change.commit_unaudited().await } else { Ok(()) };
        }
        let row = match stands {
            Some(stands) => stands.row.id,
            None => self.begin(tx, correction.as_ref().map(|(reason, _)| *reason)).await?,
        };
        let entry = Entry::new("prepare return", "return_revision", self.id);
        let entries = correction.map(|(_, entry)| entry).into_iter();
        let entries = entries.chain([entry.after(&packed.digest)]).collect();
        self.note(tx, (row, events.len()), &packed.digest).await?;
        replace(tx, row, packed).await?;
        change.commit_all(entries).await
    }

    async fn begin(
        &self,
        tx: &DatabaseTransaction,
        reason: Option<&str>,
    ) -> Result<ReturnRevisionId> {
        let row = return_revision::Model {
            id: ReturnRevisionId(Uuid::now_v7()),
            place_id: self.place.id,
            reference_date: self.id.date,
            number: i32::try_from(self.id.revision).map_err(|_| not_found())?,
            reason: reason.map(str::to_owned),
            begun_at: self.ctx.now,
            begun_by_id: self.ctx.actor.account_id(),
        };
        let id = row.id;
        row.into_active_model().reset_all().insert(tx).await?;
        Ok(id)
    }

    async fn note(
        &self,
        tx: &DatabaseTransaction,
        (row, taken): (ReturnRevisionId, usize),
        digest: &str,
    ) -> Result<()> {
        let event = return_event::Model {
            revision_id: row,
            sequence: taken as i32 + 1,
            step: Step::Prepared,
            by_account_id: self.ctx.actor.account_id(),
            by_itself: self.who == Who::Itself,
            at: self.ctx.now,
            digest: digest.to_owned(),
        };
        event.into_active_model().reset_all().insert(tx).await?;
        Ok(())
    }
}

/// Whether checks came upon something that nobody has answered, in a return that was checked already and whose files are the same: then it
/// begins again, so that nobody approves what nobody looked at.
async fn is_to_be_checked_again(
    db: &impl ConnectionTrait,
    stands: &Stored,
    concerns: &[Concern],
) -> Result<bool> {
    if next(&stands.events()) == Some(Step::Checked) {
        return Ok(false);
    }
    Ok(!unanswered(concerns, &notes(db, stands.row.id).await?).is_empty())
}

/// # Errors
/// Refuses a correction that was begun already.
fn refuse_begun(id: &ReturnId, is_begun: bool) -> std::result::Result<(), Refusal> {
    if !is_begun {
        return Ok(());
    }
    let sentence =
        format!("{id} was begun already, so there is nothing to begin; prepare it again");
    Err(Refusal::rule("return_begun", sentence))
}

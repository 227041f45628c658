//! A revision is computed and stored, with what belongs to it, in one transaction; again where somebody was quicker.

use super::basis::{Basis, Said};
use super::beside::beside;
use super::compute::{Packed, Target, compute, packed};
use super::kept::{refresh, replace};
use super::may::Readable;
use super::not_found;
use super::stored::{Stored, hold, notes};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ReturnRevisionId;
use domain::organisations::Area;
use domain::refusal::Refusal;
use domain::returns::checks::{Concern, unanswered};
use domain::returns::history::{is_beside_all, is_prepared_anew, may_take, next};
use domain::returns::{ReturnId, Step};
use entities::{return_event, return_revision, return_word};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, IntoActiveModel,
};
use uuid::Uuid;

/// How often a revision is computed before whoever prepares it is told that others are at it.
const ATTEMPTS: usize = 3;

/// Who prepares a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Asker,
    Itself,
}

/// Prepares the correction of a return that the asker prepares, for a reason.
///
/// # Errors
/// Refuses a correction that somebody has begun meanwhile.
pub(super) async fn save_correction(
    ctx: &Ctx,
    (place, id): (&Area, &ReturnId),
    (reason, entry): (String, Entry),
) -> Result<()> {
    let (reason, correction) = (Some(reason), Some(entry));
    Saving { ctx, place, id, reason, correction, said: None, who: Who::Asker }.through().await
}

/// Prepares a revision that the asker prepares again with what they say of a need.
///
/// # Errors
/// Refuses what was submitted meanwhile, and a need that today's data has no more.
pub(super) async fn save_words(ctx: &Ctx, of: &Readable<'_>, said: (Said, Entry)) -> Result<()> {
    let (place, id, reason) = (of.place, &of.stored.id, of.stored.row.reason.clone());
    let (correction, said) = (None, Some(said));
    Saving { ctx, place, id, reason, correction, said, who: Who::Asker }.through().await
}

/// A revision as it is stored, in one transaction.
pub(super) struct Saving<'a> {
    pub ctx: &'a Ctx,
    pub place: &'a Area,
    pub id: &'a ReturnId,
    /// Of a correction.
    pub reason: Option<String>,
    /// What says in the log that it is begun as a correction, where it is.
    pub correction: Option<Entry>,
    /// Words that are stored with the files that they stand in, with what says so in the log.
    pub said: Option<(Said, Entry)>,
    pub who: Who,
}

/// What became of what was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It stands.
    Stored,
    /// Others added to what it was computed from meanwhile, so it lacks something.
    Stale,
}

impl Saving<'_> {
    /// Computes the revision and stores it; again where others were quicker.
    ///
    /// # Errors
    /// Refuses what was submitted meanwhile, and what others changed each time.
    pub async fn through(&self) -> Result<()> {
        for _ in 0..ATTEMPTS {
            // On the heap: whoever prepares would carry it along.
            let (basis, packed) = Box::pin(self.worked_out()).await?;
            if self.save(&basis, packed).await? == Outcome::Stored {
                return Ok(());
            }
        }
        let sentence =
            format!("Others changed {} each time while it was prepared; try again", self.id);
        Err(Refusal::rule("return_meanwhile", sentence).into())
    }

    /// Computes it and writes its files: the heavy part, in its turn, before anything is held. What it rests on is read first, so
    /// that nothing comes in between unseen.
    async fn worked_out(&self) -> Result<(Basis, Packed)> {
        let turn = self.ctx.services.turns.take().await?;
        let basis = Basis::read(self.ctx.db().read(), self.place, self.id).await?;
        let computed = compute(self.ctx, self.target(), &turn).await?;
        Ok((basis, packed(self.ctx, computed, turn).await?))
    }

    fn target(&self) -> Target {
        let said = self.said.as_ref().map(|(said, _)| said.clone());
        Target { id: self.id.clone(), reason: self.reason.clone(), beside: None, said }
    }

    /// Stores what was worked out, and what is said with it, unless it lacks something or the same stands already.
    async fn save(&self, basis: &Basis, packed: Packed) -> Result<Outcome> {
        let change = self.ctx.change(Touches::Nothing).await?;
        let tx = change.tx();
        hold(tx).await?;
        let stood = Stored::of_return(tx, self.place, self.id.date).await?;
        let stands = stood.iter().find(|one| one.id == *self.id);
        let events = stands.map(Stored::events).unwrap_or_default();
        may_take(self.id, (&events, &[]), Step::Prepared, (None, ""))?;
        refuse_begun(self.id, stands.is_some() && self.correction.is_some())?;
        let now = Basis::beside(tx, (self.place, self.id), stands).await?;
        if basis.is_stale(&now, &packed.digest) || !self.is_beside_all(tx, &packed).await? {
            return Ok(Outcome::Stale);
        }
        self.put(change, stands, packed).await?;
        Ok(Outcome::Stored)
    }

    /// Puts it in the place of what stands, with its words. The same files again are no event.
    async fn put(&self, change: Change<'_>, stands: Option<&Stored>, packed: Packed) -> Result<()> {
        let (tx, events) = (change.tx(), stands.map(Stored::events).unwrap_or_default());
        self.keep_words(tx).await?;
        let mut entries = self.entries();
        let same = stands.filter(|_| !is_prepared_anew(&events, &packed.digest));
        if let Some(same) = same
            && !is_to_be_checked_again(tx, same, &packed.concerns).await?
        {
            // The files are the same. What checks come upon, and what they were held against, may be other all the same.
            let is_new = refresh(tx, same.row.id, packed).await?;
            let is_nothing = !is_new && entries.is_empty();
            return if is_nothing { Ok(()) } else { change.commit_all(entries).await };
        }
        let row = match stands {
            Some(stands) => stands.row.id,
            None => self.begin(tx).await?,
        };
        let entry = Entry::new("prepare return", "return_revision", self.id);
        entries.push(entry.after(&packed.digest));
        self.note(tx, (row, events.len()), &packed.digest).await?;
        replace(tx, row, packed).await?;
        change.commit_all(entries).await
    }

    /// Whether the files were held against all that is submitted by now.
    async fn is_beside_all(&self, tx: &DatabaseTransaction, packed: &Packed) -> Result<bool> {
        let submitted = beside(tx, self.place, &packed.teams).await?.into_iter();
        let submitted: Vec<ReturnId> = submitted.map(|(id, _)| id).collect();
        Ok(is_beside_all(self.id, &packed.beside, &submitted).is_ok())
    }

    /// What the log says of it besides that it was prepared.
    fn entries(&self) -> Vec<Entry> {
        let said = self.said.as_ref().map(|(_, entry)| entry);
        self.correction.iter().chain(said).cloned().collect()
    }

    async fn keep_words(&self, tx: &DatabaseTransaction) -> Result<()> {
        let Some((Said { need, words }, _)) = &self.said else { return Ok(()) };
        let row = return_word::ActiveModel {
            place_id: Set(self.place.id),
            reference_date: Set(self.id.date),
            need: Set(need.clone()),
            words: Set(words.clone()),
            said_at: Set(self.ctx.now),
            said_by_id: Set(self.ctx.actor.account_id()),
            ..Default::default()
        };
        row.insert(tx).await?;
        Ok(())
    }

    async fn begin(&self, tx: &DatabaseTransaction) -> Result<ReturnRevisionId> {
        let row = return_revision::Model {
            id: ReturnRevisionId(Uuid::now_v7()),
            place_id: self.place.id,
            reference_date: self.id.date,
            number: i32::try_from(self.id.revision).map_err(|_| not_found())?,
            reason: self.reason.clone(),
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

//! What is done with a prepared return: checked, approved, submitted; each about the files that whoever does it has seen.

use super::beside::beside;
use super::kept::{Kept, kept};
use super::may::{Readable, readable};
use super::not_found;
use super::stored::{Stored, hold};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::AccountId;
use domain::patient_text::LetThrough;
use domain::refusal::Refusal;
use domain::returns::checks::{Note, kept_notes, may_be_checked};
use domain::returns::forms::note_field;
use domain::returns::history::{is_beside_all, may_take};
use domain::returns::{ReturnId, Step};
use entities::{return_event, return_note};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

/// Checks a return: nothing in it has to be mended, and what is odd has a note that says why it may stand.
///
/// # Errors
/// Refuses returns that the asker may not read or does not prepare as not found; the operator; other files than those that stand; a
/// step out of order; what must be mended, and what has no note; notes of nothing, and beside each note what is too long or could
/// identify a patient.
pub async fn check(ctx: &Ctx, id: &ReturnId, digest: &str, notes: Vec<Note>) -> Result<()> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let fields: Vec<String> = notes.iter().map(note_field).collect();
    let texts = fields.iter().zip(&notes).map(|(field, note)| (field.as_str(), &*note.words));
    let passed = ctx.guard(&texts.collect::<Vec<_>>())?;
    let step = Taking::begin(ctx, &of, (Step::Checked, digest)).await?;
    let notes = kept_notes(&step.kept.summary.concerns, notes)?;
    may_be_checked(&step.kept.summary.concerns, &notes)?;
    step.note(notes).await?;
    step.end(("check return", passed)).await
}

/// Approves a return.
///
/// # Errors
/// Refuses returns that the asker may not read or does not approve as not found; the operator; whoever prepared or checked any state of
/// it; other files than those that stand; and a step out of order.
pub async fn approve(ctx: &Ctx, id: &ReturnId, digest: &str) -> Result<()> {
    take(ctx, id, (Step::Approved, digest), "approve return").await
}

/// Submits a return: it is published, locked, and what later returns are held against.
///
/// # Errors
/// Refuses returns that the asker may not read, or neither prepares nor approves, as not found; the operator; other files than those
/// that stand; and a step out of order.
pub async fn submit(ctx: &Ctx, id: &ReturnId, digest: &str) -> Result<()> {
    take(ctx, id, (Step::Submitted, digest), "submit return").await
}

async fn take(ctx: &Ctx, id: &ReturnId, step: (Step, &str), action: &'static str) -> Result<()> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let step = Taking::begin(ctx, &of, step).await?;
    step.end((action, LetThrough::default())).await
}

/// A step that is being taken: the returns of the place are held, and the rules have let it pass.
struct Taking<'a> {
    ctx: &'a Ctx,
    change: Change<'a>,
    stored: Stored,
    kept: Kept,
    by: AccountId,
    step: Step,
}

impl<'a> Taking<'a> {
    async fn begin(ctx: &'a Ctx, of: &Readable<'_>, (step, digest): (Step, &str)) -> Result<Self> {
        let by = ctx.actor.account_id();
        // The operator may be told why; anybody else without the right is told that there is nothing.
        if by.is_some() && !of.rights.take(step) {
            return Err(not_found());
        }
        let change = ctx.change(Touches::Nothing).await?;
        hold(change.tx()).await?;
        let stored = Stored::read(change.tx(), of.place, &of.stored.id).await?;
        let kept = kept(change.tx(), stored.row.id).await?;
        let events = stored.events();
        may_take(&stored.id, (&events, &kept.summary.wrote), step, (by, digest))?;
        let by = by.ok_or(Refusal::SignInFirst)?;
        let known = beside(change.tx(), of.place, &kept.teams).await?.into_iter();
        let known: Vec<ReturnId> = known.map(|(id, _)| id).collect();
        is_beside_all(&stored.id, &kept.summary.beside, &known)?;
        Ok(Self { ctx, change, stored, kept, by, step })
    }

    async fn note(&self, notes: Vec<Note>) -> Result<()> {
        let row = |note: Note| return_note::ActiveModel {
            revision_id: Set(self.stored.row.id),
            digest: Set(self.kept.digest.clone()),
            about: Set(note.check),
            subject: Set(note.subject),
            words: Set(note.words),
            noted_at: Set(self.ctx.now),
            noted_by_id: Set(self.by),
            ..Default::default()
        };
        let rows: Vec<return_note::ActiveModel> = notes.into_iter().map(row).collect();
        if !rows.is_empty() {
            return_note::Entity::insert_many(rows).exec_without_returning(self.change.tx()).await?;
        }
        Ok(())
    }

    async fn end(self, (action, passed): (&'static str, LetThrough)) -> Result<()> {
        let event = return_event::Model {
            revision_id: self.stored.row.id,
            sequence: self.stored.taken.len() as i32 + 1,
            step: self.step,
            by_account_id: Some(self.by),
            by_itself: false,
            at: self.ctx.now,
            digest: self.kept.digest.clone(),
        };
        event.into_active_model().reset_all().insert(self.change.tx()).await?;
        let entry = Entry::new(action, "return_revision", &self.stored.id);
        self.change.commit(entry.after(&self.kept.digest).let_through(passed)).await
    }
}

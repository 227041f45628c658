//! What was done, by whom and when: an entry in the transaction of every change, never updated or deleted.

use crate::ctx::Ctx;
use crate::error::Result;
use domain::patient_text::LetThrough;
use entities::audit_entry;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use serde::Serialize;

/// One act, as the audit log tells it.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// A verb phrase such as `give grant`.
    action: &'static str,
    /// The kind of thing, by its table.
    subject: &'static str,
    subject_id: String,
    before: Option<String>,
    after: Option<String>,
    note: Option<String>,
}

impl Entry {
    pub fn new(action: &'static str, subject: &'static str, subject_id: impl ToString) -> Self {
        Self { action, subject, subject_id: subject_id.to_string(), ..Self::default() }
    }

    /// What it was before; secrets and free text about people do not belong here.
    #[must_use]
    pub fn before(mut self, value: &impl Serialize) -> Self {
        self.before = serde_json::to_string(value).ok();
        self
    }

    /// What it is now.
    #[must_use]
    pub fn after(mut self, value: &impl Serialize) -> Self {
        self.after = serde_json::to_string(value).ok();
        self
    }

    /// The reason somebody gave.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Why a text of the act that was asked about is not about a patient.
    #[must_use]
    pub fn let_through(mut self, passed: LetThrough) -> Self {
        let told = passed.reason().map(|reason| format!("not about a patient: {reason}"));
        let notes: Vec<String> = self.note.take().into_iter().chain(told).collect();
        self.note = (!notes.is_empty()).then(|| notes.join("; "));
        self
    }

    pub(crate) async fn save(self, ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<()> {
        self.row(ctx).insert(tx).await?;
        Ok(())
    }

    /// The same as a row, for whoever writes many at once.
    pub(crate) fn row(self, ctx: &Ctx) -> audit_entry::ActiveModel {
        audit_entry::ActiveModel {
            at: Set(ctx.now),
            actor: Set(ctx.actor.name().to_owned()),
            account_id: Set(ctx.actor.account_id()),
            action: Set(self.action.to_owned()),
            subject: Set(self.subject.to_owned()),
            subject_id: Set(self.subject_id),
            before: Set(self.before),
            after: Set(self.after),
            note: Set(self.note),
            ..Default::default()
        }
    }
}

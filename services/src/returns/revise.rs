//! A return that was submitted is corrected: the next revision, with a reason.

use super::may::readable;
use super::not_found;
use super::saving::save_correction;
use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::refusal::Refusal;
use domain::returns::{ReturnId, history};

/// Begins the correction of a submitted return for a reason, and prepares it.
///
/// # Errors
/// Refuses returns that the asker may not read or does not prepare as not found; what is not submitted, or is corrected already; and
/// beside `reason`, one that is missing, too long, or could identify a patient.
pub async fn revise(ctx: &Ctx, id: &ReturnId, reason: &str) -> Result<ReturnId> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    if !of.rights.prepares {
        return Err(not_found());
    }
    let (next, reason) = history::revise(id, &of.stored.events(), reason)?;
    let passed = ctx.guard(&[("reason", reason.as_str())])?;
    if let Some(begun) = of.all.iter().find(|one| one.id == next) {
        let what = if begun.is_locked() { "was corrected already" } else { "is being corrected" };
        let sentence = format!("{id} {what}, as {next}; open that instead");
        return Err(Refusal::rule("return_begun", sentence).into());
    }
    let entry = Entry::new("revise return", "return_revision", &next).note(reason.clone());
    let entry = entry.let_through(passed);
    save_correction(ctx, (of.place, &next), (reason, entry)).await?;
    Ok(next)
}

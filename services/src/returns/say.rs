//! What a lead says of a need: it stands in the files beside the number, so the return is prepared again.

use super::kept::contents;
use super::may::readable;
use super::not_found;
use super::prepare::prepare;
use super::stored::{Stored, hold};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::fields::{FieldErrors, optional_text};
use domain::refusal::Refusal;
use domain::returns::history::may_take;
use domain::returns::shortfalls::WORDS_MOST;
use domain::returns::{ReturnId, Step};
use entities::return_word;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// Says something of a need of a return that is not submitted, or takes it back where the words are blank; then the return is prepared
/// again. `key` is what names the need ([`domain::returns::shortfalls::Need::said_of`]).
///
/// # Errors
/// Refuses returns that the asker may not read or does not prepare, and needs that it does not have, as not found; a return that was
/// submitted; and beside `words`, what is too long or could identify a patient.
pub async fn say(ctx: &Ctx, id: &ReturnId, key: &str, words: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    if !of.rights.prepares {
        return Err(not_found());
    }
    may_take(id, &of.stored.events(), Step::Prepared, (None, ""))?;
    let words = optional_text(words, "what you say of it", WORDS_MOST);
    let words = words.map_err(|message| FieldErrors::one("words", message))?.unwrap_or_default();
    let passed = ctx.guard(&[("words", words.as_str())])?;
    let known = contents(ctx.db().read(), of.stored.row.id).await?;
    if !known.needs.iter().any(|need| need.said_of() == key) {
        return Err(Refusal::not_found("this need").into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    hold(change.tx(), of.place.id).await?;
    let stored = Stored::read(change.tx(), of.place, id).await?;
    may_take(id, &stored.events(), Step::Prepared, (None, ""))?;
    let row = return_word::ActiveModel {
        place_id: Set(of.place.id),
        reference_date: Set(id.date),
        need: Set(key.to_owned()),
        words: Set(words),
        said_at: Set(ctx.now),
        said_by_id: Set(ctx.actor.account_id()),
        ..Default::default()
    };
    row.insert(change.tx()).await?;
    let entry = Entry::new("say of need", "return_revision", id).after(&key);
    change.commit(entry.let_through(passed)).await?;
    prepare(ctx, &id.place, id.date).await.map(drop)
}

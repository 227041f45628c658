//! What a lead says of a need: it stands in the files beside the number, so it is stored together with files that have it.

use super::basis::Said;
use super::kept::contents;
use super::may::readable;
use super::not_found;
use super::saving::save_words;
use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::fields::{FieldErrors, optional_text};
use domain::refusal::Refusal;
use domain::returns::history::may_take;
use domain::returns::shortfalls::WORDS_MOST;
use domain::returns::{ReturnId, Step};

/// Says something of a need of a return that is not submitted, or takes it back where the words are blank: the return is prepared again
/// with it, and words and files are stored together or not at all. `key` is what names the need
/// ([`domain::returns::shortfalls::Need::said_of`]).
///
/// # Errors
/// Refuses returns that the asker may not read or does not prepare, and needs that it does not have, as not found; a return that was
/// submitted; a need that today's data has no more; what others changed time and again meanwhile; and beside `words`, what is too long
/// or could identify a patient.
pub async fn say(ctx: &Ctx, id: &ReturnId, key: &str, words: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    if !of.rights.prepares {
        return Err(not_found());
    }
    may_take(id, (&of.stored.events(), &[]), Step::Prepared, (None, ""))?;
    let words = optional_text(words, "what you say of it", WORDS_MOST);
    let words = words.map_err(|message| FieldErrors::one("words", message))?.unwrap_or_default();
    let passed = ctx.guard(&[("words", words.as_str())])?;
    let known = contents(ctx.db().read(), of.stored.row.id).await?;
    if !known.needs.iter().any(|need| need.said_of() == key) {
        return Err(Refusal::not_found("this need").into());
    }
    let entry = Entry::new("say of need", "return_revision", id).after(&key).let_through(passed);
    save_words(ctx, &of, (Said { need: key.to_owned(), words }, entry)).await
}

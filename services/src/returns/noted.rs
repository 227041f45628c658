//! What the checks of a revision came upon, with what was said of each: in it, and in the revision that it corrects.

use super::may::Readable;
use super::stored::notes;
use crate::error::Result;
use domain::ids::ReturnRevisionId;
use domain::returns::checks::{Check, Concern};
use domain::returns::views::Noted;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What was said last of each, by its check and its subject.
type Said = HashMap<(Check, String), String>;

/// The concerns with the last note on each, those without one first; one query, and another of a correction.
pub(super) async fn noted(
    db: &impl ConnectionTrait,
    of: &Readable<'_>,
    concerns: Vec<Concern>,
) -> Result<Vec<Noted>> {
    let said = said_of(db, Some(of.stored.row.id)).await?;
    let number = of.stored.row.number - 1;
    let corrected = of.all.iter().find(|other| other.row.number == number);
    let said_before = said_of(db, corrected.map(|other| other.row.id)).await?;
    let with_words = |concern: Concern| {
        let about = (concern.check, concern.subject.clone());
        let of = |said: &Said| said.get(&about).cloned().unwrap_or_default();
        Noted { words: of(&said), before: of(&said_before), concern }
    };
    let mut noted: Vec<Noted> = concerns.into_iter().map(with_words).collect();
    noted.sort_by_cached_key(|one| (!one.words.is_empty(), one.concern.clone()));
    Ok(noted)
}

/// Nothing of no revision.
async fn said_of(db: &impl ConnectionTrait, revision: Option<ReturnRevisionId>) -> Result<Said> {
    let Some(revision) = revision else { return Ok(Said::new()) };
    let notes = notes(db, revision).await?.into_iter();
    Ok(notes.map(|note| ((note.check, note.subject), note.words)).collect())
}

//! What stands against some sessions of a series: what is done to several is done to all of them or to none, so it is told which
//! day it is about.

use crate::dates::spoken_day;
use crate::fields::{FieldError, FieldErrors};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// How many days are told of by themselves.
const TOLD: usize = 4;

/// A refusal of the session on one day: `Tuesday 8 December 2026: Say who leads this session.`
pub fn on(day: NaiveDate, refusal: Refusal) -> Refusal {
    let told = |sentence: String| format!("{}: {sentence}", spoken_day(day));
    match refusal {
        Refusal::Rule { code, sentence } => Refusal::Rule { code, sentence: told(sentence) },
        Refusal::Fields(FieldErrors(errors)) => {
            let told = |FieldError { field, message }| FieldError { field, message: told(message) };
            Refusal::Fields(FieldErrors(errors.into_iter().map(told).collect()))
        }
        other @ (Refusal::NotFound(_) | Refusal::SignInFirst) => other,
    }
}

/// Passes where nothing was refused. A single refusal stays as it is; of many the first ones are told, and how many there are more.
///
/// # Errors
/// Refuses with all of them in one.
pub fn together(mut refused: Vec<Refusal>) -> Result<(), Refusal> {
    if refused.len() < 2 {
        return refused.pop().map_or(Ok(()), Err);
    }
    let mut sentences: Vec<String> = refused.iter().take(TOLD).map(ToString::to_string).collect();
    match refused.len().saturating_sub(TOLD) {
        0 => {}
        1 => sentences.push("So it is for 1 more session.".to_owned()),
        more => sentences.push(format!("So it is for {more} more sessions.")),
    }
    Err(Refusal::rule("series-refused", sentences.join(" ")))
}

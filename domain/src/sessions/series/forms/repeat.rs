//! How often a session is repeated, how many times, and which of the dates are left out.

use crate::fields::{FieldErrors, choice, optional_date};
use crate::sessions::series::rule::{Days, EVERY_MOST, MOST, Pace, Recurrence};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A repetition as it was typed; all of it text. Either `count` or `until`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatFields {
    pub pace: String,
    /// Weeks or months from one session to the next; blank is 1.
    pub every: String,
    /// How many sessions there are, with the first.
    pub count: String,
    /// The last day on which there may be one.
    pub until: String,
}

/// *This session again and again.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub pace: Pace,
    pub every: u32,
    pub ends: Ends,
}

/// When a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// After so many sessions, 2 to [`MOST`].
    After(u32),
    /// With the last session on or before this day.
    On(NaiveDate),
}

impl RepeatFields {
    /// Whether nothing was typed yet.
    pub fn is_blank(&self) -> bool {
        let all = [&self.pace, &self.every, &self.count, &self.until];
        all.iter().all(|text| text.trim().is_empty())
    }
}

impl Repeat {
    /// # Errors
    /// Returns a message for each of `pace`, `every`, `count` and `until` that cannot be used.
    pub fn parse(typed: &RepeatFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let pace = errors.keep("pace", choice(&typed.pace, "how it is repeated"));
        let every = errors.keep("every", every(&typed.every));
        let until = errors.keep("until", optional_date(&typed.until, "the last day"));
        let ends = match (typed.count.trim(), until) {
            ("", Some(None)) => {
                errors.add("count", "Enter how many sessions there are, or the last day");
                None
            }
            ("", until) => until.flatten().map(Ends::On),
            (_, Some(Some(_))) => {
                errors.add("count", "Enter how many sessions there are or the last day, not both");
                None
            }
            (text, _) => errors.keep("count", count(text)).map(Ends::After),
        };
        match (pace, every, ends) {
            (Some(pace), Some(every), Some(ends)) if errors.0.is_empty() => {
                Ok(Self { pace, every, ends })
            }
            _ => Err(errors),
        }
    }

    /// The rule by which a session that starts then is repeated. An end date becomes a count: a series says how many sessions
    /// it has.
    ///
    /// # Errors
    /// Returns a message for `pace` where not every month has such a day, and for `until` where there would be no second session
    /// by then, or too many.
    pub fn of(self, first: NaiveDateTime) -> Result<Recurrence, FieldErrors> {
        let (first, every) = (first.date(), self.every);
        let days = Days::from(first, self.pace).ok_or_else(|| {
            FieldErrors::one(
                "pace",
                "Choose another way to repeat it: not every month has a day like that of the first session",
            )
        })?;
        let count = match self.ends {
            Ends::After(count) => count,
            Ends::On(last) => {
                let endless = Recurrence { days, every, count: MOST };
                let by_then = endless.dates(first).take_while(|day| *day <= last);
                // One more than can be, to see that there are too many.
                match by_then.take(MOST as usize + 1).count() {
                    0 | 1 => return Err(FieldErrors::one("until", TOO_EARLY)),
                    many if many > MOST as usize => {
                        let message = format!(
                            "Enter an earlier last day: a series has at most {MOST} sessions"
                        );
                        return Err(FieldErrors::one("until", message));
                    }
                    many => many as u32,
                }
            }
        };
        Ok(Recurrence { days, every, count })
    }
}

const TOO_EARLY: &str = "Enter a later last day: there is no second session by then";

pub(super) fn every(text: &str) -> Result<u32, String> {
    let text = text.trim();
    let every = if text.is_empty() { Some(1) } else { text.parse().ok() };
    every
        .filter(|every| (1..=EVERY_MOST).contains(every))
        .ok_or_else(|| format!("Enter a whole number of weeks or months from 1 to {EVERY_MOST}"))
}

fn count(text: &str) -> Result<u32, String> {
    let count = text.parse().ok().filter(|count| (2..=MOST).contains(count));
    count.ok_or_else(|| format!("Enter how many sessions there are, from 2 to {MOST}"))
}

/// Which sessions are made beside the first: those of the rule whose days are ticked, in order.
///
/// # Errors
/// Returns a message for `dates` where none is ticked, and where a day is none of the rule's: the first session was moved since.
pub fn chosen(
    rule: &Recurrence,
    first: NaiveDateTime,
    days: &[String],
) -> Result<Vec<NaiveDateTime>, FieldErrors> {
    let later = rule.starts(first).into_iter().skip(1).collect();
    let made = ticked(later, days)?;
    if made.is_empty() {
        return Err(FieldErrors::one("dates", "Choose at least one more date"));
    }
    Ok(made)
}

/// Those of these starts whose days are ticked, in order.
///
/// # Errors
/// Returns a message for `dates` where a day is none of theirs.
pub(super) fn ticked(
    starts: Vec<NaiveDateTime>,
    days: &[String],
) -> Result<Vec<NaiveDateTime>, FieldErrors> {
    let days: Option<BTreeSet<NaiveDate>> = days.iter().map(|day| day.parse().ok()).collect();
    let known: BTreeSet<NaiveDate> = starts.iter().map(NaiveDateTime::date).collect();
    let days = days.filter(|days| days.is_subset(&known)).ok_or_else(|| {
        FieldErrors::one(
            "dates",
            "The dates have changed. Look at them again, then make the sessions",
        )
    })?;
    Ok(starts.into_iter().filter(|start| days.contains(&start.date())).collect())
}

//! What holds from a day to a day, such as a promise, a scheme or a team's mental health input: changed from a day on, ended, removed
//! before it begins. What was so on a past day stays so.

use crate::dates::{Period, days_after, spoken};
use crate::fields::{FieldErrors, optional_date};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a period stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum When {
    Now,
    Ahead,
    Before,
}

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It has not begun before today: it is put right as it stands.
    Corrected,
    /// It ends on this day, and another follows.
    Followed { last_day: NaiveDate },
}

pub fn when(held: Period, today: NaiveDate) -> When {
    if held.ends_before(today) {
        When::Before
    } else if held.contains(today) {
        When::Now
    } else {
        When::Ahead
    }
}

/// Whether it held on a day before today, so that changing it would change the past.
pub fn has_begun(held: Period, today: NaiveDate) -> bool {
    held.from.is_none_or(|from| from < today)
}

/// The first day that the form of a change offers: its own of what has not begun before today, else today.
pub fn first_of_change(held: Period, today: NaiveDate) -> NaiveDate {
    held.from.filter(|_| !has_begun(held, today)).unwrap_or(today)
}

/// What it takes for something that holds over a period, and is not over, to be different from `first` on.
///
/// # Errors
/// Returns a message for `starts_on` where it has begun, and did not hold on that day or only began then.
pub fn changed(
    held: Period,
    first: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Change, FieldErrors> {
    if !has_begun(held, today) {
        return Ok(Change::Corrected);
    }
    let held_before = |first: &NaiveDate| held.from.is_none_or(|from| from < *first);
    match first.filter(|first| held_before(first) && !held.ends_before(*first)) {
        Some(first) => Ok(Change::Followed { last_day: days_after(first, -1) }),
        None => Err(FieldErrors::one("starts_on", day_needed(held))),
    }
}

/// What it takes for something that holds over a period to hold over another and to say something else; `same` where it says the same.
///
/// # Errors
/// As [`changed`]; refuses a change that changes nothing.
pub fn changed_to(
    held: Period,
    (wanted, same): (Period, bool),
    today: NaiveDate,
) -> Result<Change, Refusal> {
    // The first day of a change is always another than that of what it changes: it alone changes nothing.
    let same_days = match has_begun(held, today) {
        true => wanted.to == held.to,
        false => wanted == held,
    };
    if same_days && same {
        return Err(nothing_changed());
    }
    Ok(changed(held, wanted.from, today)?)
}

/// Somebody pressed *save* and had changed nothing.
pub fn nothing_changed() -> Refusal {
    let sentence =
        "Nothing is different from how it stands. Change at least one answer, or go back.";
    Refusal::rule("nothing-changed", sentence)
}

/// # Errors
/// Refuses what is over, in a sentence that says what to do instead: what was so stays so.
pub fn refuse_over(
    held: Period,
    today: NaiveDate,
    (code, sentence): (&str, &str),
) -> Result<(), Refusal> {
    match when(held, today) {
        When::Before => Err(Refusal::rule(code, sentence)),
        When::Now | When::Ahead => Ok(()),
    }
}

/// Only what has not begun can be removed: of everything else, the day it ended is kept.
///
/// # Errors
/// Refuses what has begun; `what` begins the sentence.
pub fn refuse_begun(
    held: Period,
    today: NaiveDate,
    (code, what): (&str, &str),
) -> Result<(), Refusal> {
    if when(held, today) == When::Ahead {
        return Ok(());
    }
    let sentence = format!("{what} has begun, so it stays on record. Enter its last day instead.");
    Err(Refusal::rule(code, sentence))
}

fn day_needed(held: Period) -> String {
    let after = held.from.map(|from| format!("after {}", spoken(from)));
    let until = held.to.map(|to| format!("not after {}", spoken(to)));
    let days: Vec<String> = after.into_iter().chain(until).collect();
    match days.is_empty() {
        true => "Enter the first day of the change".to_owned(),
        false => format!("Enter the first day of the change, {}", days.join(" and ")),
    }
}

/// *Its last day is this*, or *it does not end after all*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndOn {
    pub last_day: Option<NaiveDate>,
}

impl EndOn {
    /// Reads the last day of what holds in `held`.
    ///
    /// # Errors
    /// Returns the message for `last_day`: not a date, before the first day, or blank where nothing would change.
    pub fn parse(last_day: &str, held: Period) -> Result<Self, FieldErrors> {
        let wrong = |message: String| FieldErrors::one("last_day", message);
        let last_day = optional_date(last_day, "the last day").map_err(wrong)?;
        match (last_day, held.from) {
            (None, _) if held.to.is_none() => {
                Err(wrong("Enter the last day, for example 4 May 2026".to_owned()))
            }
            (Some(last), Some(first)) if last < first => {
                Err(wrong(format!("It starts on {}. Enter that day or a later one", spoken(first))))
            }
            _ => Ok(Self { last_day }),
        }
    }

    /// What is said once it is saved.
    pub fn told(self) -> String {
        match self.last_day {
            Some(day) => format!("Last day saved: {}", spoken(day)),
            None => "It does not end after all".to_owned(),
        }
    }
}

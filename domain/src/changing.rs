//! What holds from a day to a day, such as a promise or a scheme: changed from a day on, ended, removed before it begins. What was so
//! on a past day stays so.

use crate::dates::{Period, days_after, spoken};
use crate::fields::{FieldErrors, optional_date};
use crate::inputs::When;
use chrono::NaiveDate;

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It has not begun: it is put right as it stands.
    Corrected,
    /// It ends on this day, and another follows.
    Followed { last_day: NaiveDate },
}

/// Where a period with a first day stands in time.
pub fn when(held: Period, today: NaiveDate) -> When {
    if held.ends_before(today) {
        When::Before
    } else if held.contains(today) {
        When::Now
    } else {
        When::Ahead
    }
}

/// What it takes for something that holds over a period, and is not over, to be different from `first` on.
///
/// # Errors
/// Returns a message for `starts_on` where it has begun and did not hold on that day, or only began then.
pub fn changed(held: Period, first: NaiveDate, today: NaiveDate) -> Result<Change, FieldErrors> {
    if held.from.is_none_or(|from| from >= today) {
        return Ok(Change::Corrected);
    }
    let begun = held.from.is_none_or(|from| from < first);
    if begun && held.contains(first) {
        return Ok(Change::Followed { last_day: days_after(first, -1) });
    }
    let from = held.from.map(spoken).unwrap_or_default();
    let until = held.to.map(|to| format!(" and not after {}", spoken(to)));
    let until = until.unwrap_or_default();
    let message = format!("Enter the first day of the change, after {from}{until}");
    Err(FieldErrors::one("starts_on", message))
}

/// *Its last day is this*, or *it does not end after all*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndTime {
    pub last_day: Option<NaiveDate>,
}

impl EndTime {
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
}

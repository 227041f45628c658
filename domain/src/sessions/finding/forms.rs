//! Over which days a time is looked for.

use super::Days;
use crate::dates::days_after;
use crate::fields::{FieldErrors, optional_date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a search begins when nothing was said, in days from today: teams want to know 8 weeks ahead.
const FIRST_AHEAD: i64 = 56;
/// How many days a search goes on where nothing was said.
const GOES_ON: i64 = 28;
/// The longest search, in days.
pub const DAYS_MOST: i64 = 91;

/// Days as an address has them; both may be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesFields {
    pub from: String,
    pub until: String,
}

impl Days {
    /// From 8 to 12 weeks ahead, where nothing was said.
    ///
    /// # Errors
    /// Returns a message for each of `from` and `until` that cannot be used: days that are past, out of order or too many.
    pub fn parse(typed: &TimesFields, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let first = errors.keep("from", optional_date(&typed.from, "the first day"));
        let last = errors.keep("until", optional_date(&typed.until, "the last day"));
        let (Some(first), Some(last)) = (first, last) else { return Err(errors) };
        let before = last.map_or(days_after(today, FIRST_AHEAD), |last| {
            days_after(last, -GOES_ON).max(today).min(days_after(today, FIRST_AHEAD))
        });
        let first = first.unwrap_or(before);
        let last = last.unwrap_or_else(|| days_after(first, GOES_ON));
        if first < today {
            errors.add("from", "Enter a first day that is today or ahead");
        } else if last < first {
            errors.add("until", "Enter a last day that is not before the first");
        } else if last > days_after(first, DAYS_MOST) {
            errors.add("until", "Enter a last day that is at most 13 weeks after the first");
        }
        errors.into_result().map(|()| Self { first, last })
    }
}

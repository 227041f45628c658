//! Over which days a time is looked for.

use super::Days;
use crate::dates::{days_after, spoken_day};
use crate::fields::{FieldErrors, optional_date};
use crate::figures::counted;
use crate::release::NOTICE_WEEKS;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// Where a search begins when nothing was said: after the notice that teams ask for where they say nothing else.
fn first_ahead(today: NaiveDate) -> NaiveDate {
    days_after(today, i64::from(NOTICE_WEEKS) * 7)
}

impl TimesFields {
    /// Which days are looked at for this, and why they begin where they do.
    pub fn words(&self, days: Days) -> String {
        let span = format!(
            "These are times from {} to {}.",
            spoken_day(days.first),
            spoken_day(days.last)
        );
        let why = match (self.from.trim(), self.until.trim()) {
            ("", "") => {
                ": teams ask for that much notice unless they have said otherwise. You can choose an earlier or a later first day."
            }
            ("", _) => {
                ", or up to 4 weeks before your last day if that is sooner. You can choose another first day."
            }
            _ => return span,
        };
        let weeks = counted(usize::from(NOTICE_WEEKS), "week", "weeks");
        format!("{span} You chose no first day, so the search begins {weeks} from today{why}")
    }
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
        let ahead = first_ahead(today);
        let before = last.map_or(ahead, |last| days_after(last, -GOES_ON).max(today).min(ahead));
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

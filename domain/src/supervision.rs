//! The supervision log: on which day, of which kind, how many minutes; never what was said, and nothing of patients.

pub mod views; // what pages show

use crate::dates::{Period, days_after, months_before, spoken};
use crate::fields::{FieldErrors, choice, date};
use crate::ids::PersonId;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What kind of supervision it was.
    SupervisionKind, "kind of supervision" {
        Clinical "clinical" "Clinical supervision",
        Caseload "caseload" "Caseload supervision",
        Management "management" "Management supervision",
        Group "group" "Group supervision",
        Peer "peer" "Peer supervision",
        Safeguarding "safeguarding" "Safeguarding supervision",
    }
}

/// The longest entry: one working day.
pub const MINUTES_MOST: u16 = 480;
/// How far back an entry may be dated: three years, the longest period that a revalidation asks about.
const BACK_MONTHS: u32 = 36;
/// What is summed up: the last twelve months.
const SUMMED_MONTHS: u32 = 12;

/// *On that day, so long, of this kind*; for oneself, or for people one manages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogSupervision {
    pub kind: SupervisionKind,
    pub held_on: NaiveDate,
    /// 1 to [`MINUTES_MOST`].
    pub minutes: u16,
}

impl LogSupervision {
    /// # Errors
    /// Returns a message for each of `kind`, `held_on` and `minutes` that cannot be used.
    pub fn parse(
        kind: &str,
        held_on: &str,
        minutes: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.keep("kind", choice(kind, "what kind of supervision it was"));
        let held_on = errors.keep("held_on", day_held(held_on, today));
        let minutes = errors.keep("minutes", minutes_in(minutes));
        match (kind, held_on, minutes) {
            (Some(kind), Some(held_on), Some(minutes)) => Ok(Self { kind, held_on, minutes }),
            _ => Err(errors),
        }
    }
}

fn day_held(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = date(text, "the day of the supervision")?;
    if day > today {
        return Err("The day of the supervision must be today or in the past".to_owned());
    }
    let earliest = months_before(today, BACK_MONTHS);
    if day < earliest {
        return Err(format!("Enter a day from {} on", spoken(earliest)));
    }
    Ok(day)
}

fn minutes_in(text: &str) -> Result<u16, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Enter how many minutes it took".to_owned());
    }
    let minutes = text.parse().ok().filter(|minutes| (1..=MINUTES_MOST).contains(minutes));
    minutes.ok_or_else(|| {
        format!("Enter the minutes as a whole number from 1 to {MINUTES_MOST}, for example 60")
    })
}

/// One entry, as far as sums look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub person: PersonId,
    pub on: NaiveDate,
    pub minutes: u16,
}

/// What the entries of one person in the last twelve months come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub last_on: Option<NaiveDate>,
    pub times: u32,
    pub minutes: u32,
}

impl Summary {
    /// Sums the entries up whose day lies in the twelve months up to and including `today`.
    pub fn of(entries: impl IntoIterator<Item = Held>, today: NaiveDate) -> Self {
        let period = summed_at(today);
        entries.into_iter().filter(|held| period.contains(held.on)).fold(
            Self::default(),
            |sum, held| Self {
                last_on: sum.last_on.max(Some(held.on)),
                times: sum.times + 1,
                minutes: sum.minutes + u32::from(held.minutes),
            },
        )
    }

    /// `5 hours 30 minutes`.
    pub fn time(&self) -> String {
        crate::dates::spoken_minutes(self.minutes)
    }
}

/// The twelve months that end with `today`.
pub fn summed_at(today: NaiveDate) -> Period {
    let first = days_after(months_before(today, SUMMED_MONTHS), 1);
    Period::new(Some(first), Some(today))
}

#[cfg(test)]
mod tests;

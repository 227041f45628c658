//! The decisions behind the forms of protected time: promise it, end it, write an entry into the ledger.

use super::amount::Amount;
use super::{EntryKind, TimeUnit, TimeUse, WhyLost};
pub use crate::changing::EndOn;
use crate::dates::{Period, days_after, months_before, spoken};
use crate::fields::{FieldErrors, choice, date, optional_date, optional_text, required_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest source, and the longest name of whoever agreed.
pub const WORDS_MOST: usize = 200;
/// The longest note beside an entry.
pub const NOTE_MOST: usize = 500;
/// The longest entry: one working day.
pub const ENTRY_MOST: u32 = 480;
/// How far back an entry may be dated, and how far ahead it may be planned.
const BACK_MONTHS: u32 = 12;
const AHEAD_DAYS: i64 = 366;

/// An allocation as it was typed, or as it stands; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeFields {
    pub amount: String,
    pub unit: String,
    pub starts_on: String,
    pub ends_on: String,
    pub source: String,
    pub agreed_by: String,
}

/// *So much a week, from this day on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveTime {
    pub amount: Amount,
    /// With a first day.
    pub held: Period,
    pub source: String,
    pub agreed_by: String,
}

impl GiveTime {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`TimeFields`].
    pub fn parse(typed: &TimeFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let unit =
            errors.keep("unit", choice::<TimeUnit>(&typed.unit, "how the amount is counted"));
        let amount = unit.map(|unit| Amount::parse(&typed.amount, unit));
        let amount = amount.and_then(|amount| errors.keep("amount", amount));
        let first = errors.keep("starts_on", date(&typed.starts_on, "the first day"));
        let last = errors.keep("ends_on", optional_date(&typed.ends_on, "the last day"));
        let source = required_text(&typed.source, "where the time comes from", WORDS_MOST);
        let source = errors.keep("source", source);
        let agreed_by = required_text(&typed.agreed_by, "who agreed to it", WORDS_MOST);
        let agreed_by = errors.keep("agreed_by", agreed_by);
        let held = first.zip(last).map(|(first, last)| Period::new(Some(first), last));
        if held.is_some_and(|held| held.is_backwards()) {
            errors.add("ends_on", "The last day must be the first day or later");
        }
        match (amount, held, source, agreed_by) {
            (Some(amount), Some(held), Some(source), Some(agreed_by)) if errors.0.is_empty() => {
                Ok(Self { amount, held, source, agreed_by })
            }
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("source", &self.source), ("agreed_by", &self.agreed_by)]
    }
}

/// An entry as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFields {
    /// `used` or `lost`.
    pub kind: String,
    pub time_use: String,
    pub on: String,
    pub minutes: String,
    pub why_lost: String,
    pub note: String,
}

/// *On that day, so long, for this*; or lost, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteEntry {
    pub kind: EntryKind,
    pub time_use: TimeUse,
    pub on: NaiveDate,
    /// 1 to [`ENTRY_MOST`].
    pub minutes: u32,
    /// Of time that was lost.
    pub why_lost: Option<WhyLost>,
    pub note: Option<String>,
}

impl WriteEntry {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`EntryFields`]. Teaching counts from the sessions,
    /// so that it can only be lost here; what is lost is not ahead.
    pub fn parse(typed: &EntryFields, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.keep("kind", kind_of(&typed.kind));
        let time_use =
            errors.keep("time_use", choice::<TimeUse>(&typed.time_use, "what the time is for"));
        let on = errors.keep("on", day_of(&typed.on, today));
        let minutes = errors.keep("minutes", minutes_in(&typed.minutes));
        let note = errors.keep("note", optional_text(&typed.note, "the note", NOTE_MOST));
        let lost = kind == Some(EntryKind::Lost);
        let why_lost = match lost {
            true => errors
                .keep("why_lost", choice::<WhyLost>(&typed.why_lost, "why it was lost"))
                .map(Some),
            false => Some(None),
        };
        if kind == Some(EntryKind::Used) && time_use == Some(TimeUse::Delivery) {
            errors
                .add("time_use", "Choose another use: sessions that you lead count by themselves");
        }
        if lost && on.is_some_and(|on| on > today) {
            errors.add("on", "Time that was lost must be today or in the past");
        }
        match (kind, time_use, on, minutes, why_lost, note) {
            (Some(kind), Some(time_use), Some(on), Some(minutes), Some(why_lost), Some(note))
                if errors.0.is_empty() =>
            {
                Ok(Self { kind, time_use, on, minutes, why_lost, note })
            }
            _ => Err(errors),
        }
    }
}

/// A person writes what was used or lost; the other kinds come about with other acts.
fn kind_of(text: &str) -> Result<EntryKind, String> {
    let what = "whether the time is used or was lost";
    match choice::<EntryKind>(text, what)? {
        kind @ (EntryKind::Used | EntryKind::Lost) => Ok(kind),
        EntryKind::Outside | EntryKind::TakenBack => Err(format!("Choose {what}")),
    }
}

fn day_of(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = date(text, "the day")?;
    let (first, last) = (months_before(today, BACK_MONTHS), days_after(today, AHEAD_DAYS));
    if (first..=last).contains(&day) {
        return Ok(day);
    }
    Err(format!("Enter a day from {} to {}", spoken(first), spoken(last)))
}

fn minutes_in(text: &str) -> Result<u32, String> {
    let minutes = text.trim().parse().ok().filter(|minutes| (1..=ENTRY_MOST).contains(minutes));
    minutes.ok_or_else(|| {
        format!("Enter the minutes as a whole number from 1 to {ENTRY_MOST}, for example 60")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-02";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn given() -> TimeFields {
        TimeFields {
            amount: "1".to_owned(),
            unit: "pa".to_owned(),
            starts_on: "2026-12-01".to_owned(),
            ends_on: String::new(),
            source: "Job plan 2026".to_owned(),
            agreed_by: "Dr Rao".to_owned(),
        }
    }

    fn entry() -> EntryFields {
        EntryFields {
            kind: "used".to_owned(),
            time_use: "preparation".to_owned(),
            on: TODAY.to_owned(),
            minutes: "60".to_owned(),
            ..EntryFields::default()
        }
    }

    fn fields(errors: &FieldErrors) -> Vec<&str> {
        errors.0.iter().map(|error| error.field.as_str()).collect()
    }

    #[test]
    fn time_is_given_with_its_amount_its_days_its_source_and_who_agreed() {
        let time = GiveTime::parse(&given()).unwrap();
        assert_eq!((time.amount.minutes, time.held.from), (240, Some(day("2026-12-01"))));
        let none = GiveTime::parse(&TimeFields::default()).unwrap_err();
        assert_eq!(fields(&none), ["unit", "starts_on", "source", "agreed_by"]);
        let backwards = TimeFields { ends_on: "2026-11-30".to_owned(), ..given() };
        assert_eq!(fields(&GiveTime::parse(&backwards).unwrap_err()), ["ends_on"]);
        let none = TimeFields { amount: "0".to_owned(), ..given() };
        assert_eq!(fields(&GiveTime::parse(&none).unwrap_err()), ["amount"]);
    }

    #[test]
    fn a_last_day_is_the_first_or_later_and_is_taken_back_where_there_is_one() {
        let open = Period::new(Some(day("2026-05-04")), None);
        let until = Period::new(open.from, Some(day("2026-12-31")));
        let ended = EndOn::parse("2026-05-04", open).unwrap();
        assert_eq!((ended.last_day, &*ended.told()), (open.from, "Last day saved: 4 May 2026"));
        assert!(EndOn::parse("2026-05-03", open).is_err() && EndOn::parse("", open).is_err());
        let goes_on = EndOn::parse("", until).unwrap();
        assert_eq!((goes_on.last_day, &*goes_on.told()), (None, "It does not end after all"));
    }

    #[test]
    fn what_sessions_count_by_themselves_is_not_entered_and_can_be_lost() {
        assert!(WriteEntry::parse(&entry(), day(TODAY)).is_ok());
        let taught = EntryFields { time_use: "delivery".to_owned(), ..entry() };
        assert_eq!(fields(&WriteEntry::parse(&taught, day(TODAY)).unwrap_err()), ["time_use"]);
        let lost = EntryFields {
            kind: "lost".to_owned(),
            why_lost: "clinical_work".to_owned(),
            ..taught.clone()
        };
        let lost = WriteEntry::parse(&lost, day(TODAY)).unwrap();
        assert_eq!((lost.kind, lost.why_lost), (EntryKind::Lost, Some(WhyLost::ClinicalWork)));
        let why = EntryFields { kind: "lost".to_owned(), ..taught };
        assert_eq!(fields(&WriteEntry::parse(&why, day(TODAY)).unwrap_err()), ["why_lost"]);
    }

    #[test]
    fn time_is_planned_ahead_and_lost_only_once_its_day_has_come() {
        let on = |kind: &str, on: &str| {
            let why_lost = "other".to_owned();
            let typed =
                EntryFields { kind: kind.to_owned(), on: on.to_owned(), why_lost, ..entry() };
            WriteEntry::parse(&typed, day(TODAY))
        };
        assert!(on("used", "2026-11-03").is_ok() && on("lost", "2026-11-02").is_ok());
        assert_eq!(fields(&on("lost", "2026-11-03").unwrap_err()), ["on"]);
        assert!(on("used", "2025-11-02").is_ok() && on("used", "2025-11-01").is_err());
        assert!(on("used", "2027-11-03").is_ok() && on("used", "2027-11-04").is_err());
        for kind in ["outside", "taken_back", ""] {
            assert_eq!(fields(&on(kind, TODAY).unwrap_err()), ["kind"]);
        }
    }
}

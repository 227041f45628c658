//! The decisions behind the forms of a team's release, and behind declining a booking.

use super::windows::first_from;
use super::{Cover, DayOfWeek, DeclineReason, Minimum};
use crate::dates::parse_time;
use crate::fields::{FieldErrors, choice, date, email, optional_date, required_text};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

const WEEKS_MOST: u16 = 52;
const LEAST_MOST: u16 = 100;
const PROFESSION_MOST: usize = 200;

/// What a team asks, as it was typed or as it stands; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFields {
    pub cover: String,
    pub notice_weeks: String,
    /// `yes` where every booking waits for the team manager.
    pub asks_approval: String,
    /// A work email.
    pub deputy: String,
}

/// *This is what the team asks before it lets people go.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepRelease {
    pub cover: Option<Cover>,
    /// 0 to 52.
    pub notice_weeks: u16,
    pub asks_approval: bool,
    /// By work email.
    pub deputy: Option<String>,
}

impl KeepRelease {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`ReleaseFields`].
    pub fn parse(typed: &ReleaseFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let cover = match typed.cover.trim() {
            "" => Some(None),
            text => errors.keep("cover", choice::<Cover>(text, "the cover arrangement")).map(Some),
        };
        let notice = errors.keep("notice_weeks", weeks(&typed.notice_weeks));
        let deputy = match typed.deputy.trim() {
            "" => Some(None),
            text => errors.keep("deputy", email(text)).map(Some),
        };
        match (cover, notice, deputy) {
            (Some(cover), Some(notice_weeks), Some(deputy)) => Ok(Self {
                cover,
                notice_weeks,
                asks_approval: typed.asks_approval == "yes",
                deputy,
            }),
            _ => Err(errors),
        }
    }
}

fn weeks(text: &str) -> Result<u16, String> {
    let weeks = text.trim().parse::<u16>().ok().filter(|weeks| *weeks <= WEEKS_MOST);
    weeks.ok_or_else(|| {
        format!("Enter the weeks as a whole number from 0 to {WEEKS_MOST}, for example 8")
    })
}

/// A window as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowFields {
    pub weekday: String,
    /// `1` or `2`.
    pub every_weeks: String,
    pub begins: String,
    pub ends: String,
    /// The first day; blank is today.
    pub starts_on: String,
    /// The last day; blank is none.
    pub ends_on: String,
}

/// *At this time of the week people can go.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddWindow {
    /// The first day on which it holds.
    pub first: NaiveDate,
    pub every_weeks: u8,
    pub last: Option<NaiveDate>,
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl AddWindow {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`WindowFields`].
    pub fn parse(typed: &WindowFields, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let weekday =
            errors.keep("weekday", choice::<DayOfWeek>(&typed.weekday, "the day of the week"));
        let every = errors.keep("every_weeks", every(&typed.every_weeks));
        let from = errors.keep("begins", time(&typed.begins, "when it begins"));
        let to = errors.keep("ends", time(&typed.ends, "when it ends"));
        let starts = errors.keep("starts_on", optional_date(&typed.starts_on, "the first day"));
        let last = errors.keep("ends_on", optional_date(&typed.ends_on, "the last day"));
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            errors.add("ends", "Enter an end that is later on the same day");
        }
        let first = weekday.zip(starts).map(|(day, on)| first_from(on.unwrap_or(today), day));
        if first.zip(last.flatten()).is_some_and(|(first, last)| last < first) {
            errors.add("ends_on", "Enter a last day on which it still holds, or leave it empty");
        }
        match (first, every, last, from, to) {
            (Some(first), Some(every_weeks), Some(last), Some(from), Some(to))
                if errors.0.is_empty() =>
            {
                Ok(Self { first, every_weeks, last, from, to })
            }
            _ => Err(errors),
        }
    }
}

fn every(text: &str) -> Result<u8, String> {
    let weeks = text.trim().parse::<u8>().ok().filter(|weeks| matches!(weeks, 1 | 2));
    weeks.ok_or_else(|| "Choose how often it comes back".to_owned())
}

fn time(text: &str, what: &str) -> Result<NaiveTime, String> {
    parse_time(text).map_err(|_| format!("Enter {what} as a time, for example 1pm or 1:30pm"))
}

/// *On this day nobody can go.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddException(pub NaiveDate);

impl AddException {
    /// # Errors
    /// Returns the message for `day`: not a date, or over.
    pub fn parse(day: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let wrong = |message: String| FieldErrors::one("day", message);
        let day = date(day, "the day").map_err(wrong)?;
        if day < today {
            return Err(wrong("Enter a day that is today or ahead".to_owned()));
        }
        Ok(Self(day))
    }
}

/// *Keep at least so many of this profession here.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepMinimum(pub Minimum);

impl KeepMinimum {
    /// # Errors
    /// Returns a message for `profession` or `least`.
    pub fn parse(profession: &str, least: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let profession = required_text(profession, "a profession", PROFESSION_MOST);
        let profession = profession.map_err(|_| "Choose a profession".to_owned());
        let profession = errors.keep("profession", profession);
        let number =
            least.trim().parse::<u16>().ok().filter(|least| (1..=LEAST_MOST).contains(least));
        let least = number
            .ok_or_else(|| format!("Enter how many stay as a whole number from 1 to {LEAST_MOST}"));
        let least = errors.keep("least", least);
        match (profession, least) {
            (Some(profession), Some(least)) => Ok(Self(Minimum { profession, least })),
            _ => Err(errors),
        }
    }
}

/// *No, because …*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decline(pub DeclineReason);

impl Decline {
    /// # Errors
    /// Returns a message for `reason` when none was chosen.
    pub fn parse(reason: &str) -> Result<Self, FieldErrors> {
        let reason = choice(reason, "why you decline it");
        reason.map(Self).map_err(|message| FieldErrors::one("reason", message))
    }
}

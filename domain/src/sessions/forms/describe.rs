//! What a session is, when and where it is, for whom, and how many seats it has.

use crate::dates::parse_time;
use crate::fields::{FieldErrors, choice, date, optional_text, required_text};
use crate::sessions::format::Format;
use crate::sessions::numbers::{LeastNumbers, PROFESSIONS_MOST};
use crate::sessions::times::Slot;
use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

pub const TITLE_MOST: usize = 200;
pub const ABOUT_MOST: usize = 2_000;
/// The longest venue, and the longest link, in characters.
pub const PLACE_MOST: usize = 500;
/// The shortest session, in minutes.
pub const MINUTES_LEAST: u32 = 15;
/// The longest session, in minutes: a week of full days.
pub const MINUTES_MOST: u32 = 2_400;
const MINUTES: std::ops::RangeInclusive<u32> = MINUTES_LEAST..=MINUTES_MOST;
/// The most seats that a session has.
pub const SEATS_MOST: u16 = 1_000;
const SEATS: std::ops::RangeInclusive<u16> = 1..=SEATS_MOST;

/// What a form sends for a session that is held for everybody; no place has this for its code.
pub const EVERYBODY: &str = "*";

/// A session as it was typed; all of it text. What a form does not ask is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionFields {
    pub title: String,
    pub about: String,
    pub format: String,
    pub day: String,
    pub time: String,
    pub minutes: String,
    /// The code of the area, organisation or team that it is held for, or [`EVERYBODY`].
    pub held_for: String,
    pub venue: String,
    pub link: String,
    pub capacity: String,
    /// The day on which booking opens; blank: once it is scheduled.
    pub booking_opens: String,
    /// At what time of that day; blank: at its beginning.
    pub booking_opens_time: String,
    /// The last day on which it can be booked; blank: until it starts.
    pub booking_ends: String,
    /// `yes` where only invited teams may book.
    pub invited_only: String,
    /// The fewest people, and the fewest professions, that it asks for; blank where it does not.
    pub people_least: String,
    pub professions_least: String,
}

/// *This session, then, there*: a draft, or what changes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribeSession {
    pub title: String,
    pub about: Option<String>,
    pub format: Format,
    /// Civil time in London.
    pub starts: NaiveDateTime,
    /// 15 to 2,400.
    pub minutes: u32,
    /// The code of a place; everybody where there is none.
    pub held_for: Option<String>,
    pub venue: Option<String>,
    pub link: Option<String>,
    /// 1 to 1,000.
    pub capacity: u16,
    /// From when on it can be booked, before booking ends; once it is scheduled where there is none.
    pub booking_opens: Option<NaiveDateTime>,
    /// The end of the last day on which it can be booked; its start where there is none.
    pub booking_ends: Option<NaiveDateTime>,
    pub invited_only: bool,
    /// What it asks for at least: no more people than there are seats.
    pub least: LeastNumbers,
}

impl DescribeSession {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`SessionFields`].
    pub fn parse(typed: &SessionFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
        let about = optional_text(&typed.about, "what it is about", ABOUT_MOST);
        let about = errors.keep("about", about);
        let format = errors.keep("format", choice(&typed.format, "how it is held"));
        let day = errors.keep("day", date(&typed.day, "the day of the session"));
        let time = errors.keep("time", time(&typed.time));
        let minutes = errors.keep("minutes", minutes(&typed.minutes));
        let held_for = required_text(&typed.held_for, "for whom it is held", 100);
        let held_for =
            errors.keep("held_for", held_for.map_err(|_| "Choose for whom it is held".to_owned()));
        let venue = errors.keep("venue", optional_text(&typed.venue, "the venue", PLACE_MOST));
        let link = errors.keep("link", link(&typed.link));
        let capacity = errors.keep("capacity", seats(&typed.capacity));
        let starts = day.zip(time).map(|(day, time)| day.and_time(time));
        let booking = booking(typed, starts, &mut errors);
        let least = least_numbers(typed, capacity, &mut errors);
        let rest = (venue, link, capacity, booking, least);
        match (title, about, format, starts, minutes, held_for, rest) {
            (
                Some(title),
                Some(about),
                Some(format),
                Some(starts),
                Some(minutes),
                Some(held_for),
                (
                    Some(venue),
                    Some(link),
                    Some(capacity),
                    Some((booking_opens, booking_ends)),
                    Some(least),
                ),
            ) => Ok(Self {
                title,
                about,
                format,
                starts,
                minutes,
                held_for: Some(held_for).filter(|code| code != EVERYBODY),
                venue,
                link,
                capacity,
                booking_opens,
                booking_ends,
                invited_only: typed.invited_only == "yes",
                least,
            }),
            _ => Err(errors),
        }
    }

    /// Whether it can be recorded as one that has taken place: it is over at this moment.
    ///
    /// # Errors
    /// Returns a message for `day` where it is not.
    pub fn has_taken_place(&self, now: NaiveDateTime) -> Result<(), FieldErrors> {
        if (Slot { starts: self.starts, minutes: self.minutes }).ends() <= now {
            return Ok(());
        }
        let message =
            "Enter a day and time that have passed, or plan the session if it is still to come";
        Err(FieldErrors::one("day", message))
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("title", &self.title),
            ("about", self.about.as_deref().unwrap_or_default()),
            ("venue", self.venue.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
        ]
    }
}

pub(in crate::sessions) fn time(text: &str) -> Result<NaiveTime, String> {
    if text.trim().is_empty() {
        return Err("Enter when it starts, for example 1pm".to_owned());
    }
    parse_time(text)
        .map_err(|_| "Enter when it starts as a time, for example 1pm or 1:30pm".to_owned())
}

pub(in crate::sessions) fn minutes(text: &str) -> Result<u32, String> {
    let minutes = text.trim().parse().ok().filter(|minutes| MINUTES.contains(minutes));
    minutes.ok_or_else(|| {
        format!(
            "Enter the minutes as a whole number from {} to {}, for example 90",
            MINUTES.start(),
            MINUTES.end()
        )
    })
}

pub(in crate::sessions) fn seats(text: &str) -> Result<u16, String> {
    let seats = text.trim().parse().ok().filter(|seats| SEATS.contains(seats));
    seats.ok_or_else(|| {
        format!(
            "Enter how many seats there are as a whole number from {} to {}",
            SEATS.start(),
            SEATS.end()
        )
    })
}

/// The fewest people and professions; a blank number asks for nothing.
fn least_numbers(
    typed: &SessionFields,
    capacity: Option<u16>,
    errors: &mut FieldErrors,
) -> Option<LeastNumbers> {
    let number = |text: &str, most: u16, what: &str| {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        number.map(Some).ok_or_else(|| {
            format!("Enter the fewest {what} as a whole number from 1 to {most}, or leave it blank")
        })
    };
    let most = capacity.unwrap_or(SEATS_MOST);
    let people = number(&typed.people_least, most, "people");
    let people = errors.keep("people_least", people);
    let professions = number(&typed.professions_least, PROFESSIONS_MOST, "professions");
    let professions = errors.keep("professions_least", professions);
    people.zip(professions).map(|(people, professions)| LeastNumbers { people, professions })
}

/// Where to join online, as it was typed.
pub(in crate::sessions) fn link(text: &str) -> Result<Option<String>, String> {
    let link = optional_text(text, "the link", PLACE_MOST)?;
    match link {
        Some(link) if !link.starts_with("https://") || link.contains(char::is_whitespace) => {
            Err("Enter the link as it stands in a browser’s address bar, beginning with https://"
                .to_owned())
        }
        link => Ok(link),
    }
}

/// When booking opens and when it ends, each where that was said.
fn booking(
    typed: &SessionFields,
    starts: Option<NaiveDateTime>,
    errors: &mut FieldErrors,
) -> Option<(Option<NaiveDateTime>, Option<NaiveDateTime>)> {
    let time = opening_time(&typed.booking_opens_time);
    let ends = booking_ends(&typed.booking_ends, starts);
    let at = time.clone().ok().flatten();
    let until = ends.clone().ok().flatten().or(starts);
    let opens = errors.keep("booking_opens", booking_opens(&typed.booking_opens, at, until));
    let time = errors.keep("booking_opens_time", time);
    let ends = errors.keep("booking_ends", ends);
    opens.filter(|_| time.is_some()).zip(ends)
}

/// The time of day at which booking opens; blank is the beginning of the day.
fn opening_time(text: &str) -> Result<Option<NaiveTime>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_time(text).map(Some).map_err(|_| {
        "Enter when booking opens as a time, for example 9am or 1:30pm, or leave it blank"
            .to_owned()
    })
}

/// Blank is once it is scheduled; else that day, from its time on, before booking ends.
fn booking_opens(
    text: &str,
    time: Option<NaiveTime>,
    ends: Option<NaiveDateTime>,
) -> Result<Option<NaiveDateTime>, String> {
    if text.trim().is_empty() {
        return match time {
            None => Ok(None),
            Some(_) => {
                Err("Enter the day on which booking opens, or leave its time blank".to_owned())
            }
        };
    }
    let day = date(text, "the day on which booking opens")?;
    let opens = day.and_time(time.unwrap_or(NaiveTime::MIN));
    if ends.is_some_and(|ends| opens >= ends) {
        let message = "Enter a day and time for booking to open that come before it ends and before the session starts";
        return Err(message.to_owned());
    }
    Ok(Some(opens))
}

/// Blank is until it starts; else the end of that day, or the start where it is on that day.
fn booking_ends(
    text: &str,
    starts: Option<NaiveDateTime>,
) -> Result<Option<NaiveDateTime>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = date(text, "the last day for booking")?;
    match starts {
        Some(starts) if day > starts.date() => {
            Err("Enter a last day for booking that is not after the session".to_owned())
        }
        Some(starts) if day == starts.date() => Ok(None),
        _ => Ok(day.succ_opt().map(|next| next.and_time(NaiveTime::MIN))),
    }
}

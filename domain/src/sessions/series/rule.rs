//! How often a session recurs: on which local days, and how many times. What is between two days is counted in days, never in
//! hours, so the time of day stays over the clock changes.

use crate::dates::{days_after, months_after, spoken_time};
use crate::macros::codes;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// The most sessions that a series has.
pub const MOST: u32 = 60;
/// The longest step between two sessions, in weeks or months.
pub const EVERY_MOST: u32 = 12;

codes! {
    /// How a series goes on from its first session.
    Pace, "pace of a series" {
        Weekly "weekly" "Weekly",
        /// On the same week and weekday of a month: its second Tuesday.
        Monthly "monthly" "Monthly, in the same week of the month",
        /// On the last of a weekday in a month.
        MonthlyLast "monthly_last" "Monthly, in the last week of the month",
    }
}

/// Which of a weekday in a month. There is no fifth: not every month has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// On which days sessions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    Weekly(Weekday),
    Monthly(Nth, Weekday),
}

/// A rule of RFC 5545, without the moment at which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    pub days: Days,
    /// Weeks or months from one session to the next: 1 to [`EVERY_MOST`].
    pub every: u32,
    /// How many sessions it gives, the first among them: at most [`MOST`].
    pub count: u32,
}

impl Days {
    /// The days that go on from a first one at this pace; none where its week of the month is not in every month.
    pub fn from(first: NaiveDate, pace: Pace) -> Option<Self> {
        let weekday = first.weekday();
        match pace {
            Pace::Weekly => Some(Self::Weekly(weekday)),
            Pace::Monthly => Nth::in_order(first).map(|nth| Self::Monthly(nth, weekday)),
            Pace::MonthlyLast => is_last(first).then_some(Self::Monthly(Nth::Last, weekday)),
        }
    }

    /// `every Tuesday`, `every 2 weeks on Tuesday`, `on the last Friday of each month`.
    pub fn words(self, every: u32) -> String {
        match (self, every) {
            (Self::Weekly(weekday), 1) => format!("every {}", name(weekday)),
            (Self::Weekly(weekday), every) => format!("every {every} weeks on {}", name(weekday)),
            (Self::Monthly(nth, weekday), 1) => {
                format!("on the {} {} of each month", nth.word(), name(weekday))
            }
            (Self::Monthly(nth, weekday), every) => {
                format!("every {every} months on the {} {}", nth.word(), name(weekday))
            }
        }
    }
}

impl Nth {
    /// Counted from the beginning of the month; none for a fifth.
    fn in_order(day: NaiveDate) -> Option<Self> {
        match day.day() {
            1..=7 => Some(Self::First),
            8..=14 => Some(Self::Second),
            15..=21 => Some(Self::Third),
            22..=28 => Some(Self::Fourth),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Last => "last",
        }
    }

    /// The day that is meant in the month of another day.
    fn in_month_of(self, month: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let on = |n| NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, n);
        match self {
            Self::First => on(1),
            Self::Second => on(2),
            Self::Third => on(3),
            Self::Fourth => on(4),
            Self::Last => on(5).or_else(|| on(4)),
        }
    }
}

impl Recurrence {
    /// When its sessions begin by clocks in London, from a first one that lies on one of its days: [`Recurrence::count`] of them,
    /// each at the same time of day.
    pub fn starts(&self, first: NaiveDateTime) -> Vec<NaiveDateTime> {
        let time = first.time();
        self.dates(first.date()).take(self.count as usize).map(|day| day.and_time(time)).collect()
    }

    /// `every Tuesday at 1pm`.
    pub fn words(&self, time: NaiveTime) -> String {
        format!("{} at {}", self.days.words(self.every), spoken_time(time))
    }

    /// Its days without an end.
    pub(super) fn dates(self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let months = first.with_day(1).unwrap_or(first);
        (0..).map_while(move |nth: u32| {
            let steps = nth.checked_mul(self.every)?;
            match self.days {
                Days::Weekly(_) => Some(days_after(first, 7 * i64::from(steps))),
                Days::Monthly(which, weekday) => {
                    which.in_month_of(months_after(months, steps), weekday)
                }
            }
        })
    }
}

/// Whether no later day of its month is the same weekday.
fn is_last(day: NaiveDate) -> bool {
    day.checked_add_signed(TimeDelta::days(7)).is_none_or(|next| next.month() != day.month())
}

/// `Tuesday`.
fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

//! A month or a week of days, as addresses name it and as calendars on paper show it: weeks begin on Monday.

use crate::dates::{days_after, months_after, months_before, spoken};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Days that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// By its first day.
    Month(NaiveDate),
    /// By its Monday.
    Week(NaiveDate),
}

impl Span {
    /// The month that a day lies in.
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month(day.with_day(1).unwrap_or(day))
    }

    /// The week that a day lies in.
    pub fn week_of(day: NaiveDate) -> Self {
        Self::Week(days_after(day, -i64::from(day.weekday().num_days_from_monday())))
    }

    /// Reads what [`Span::code`] writes: `2026-12`, `2026-W50`; none where it is neither.
    pub fn read(code: &str) -> Option<Self> {
        let read = match code.split_once("-W") {
            Some((year, week)) => {
                let (year, week) = (year.parse().ok()?, week.parse().ok()?);
                NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Self::Week)
            }
            None => {
                let first = NaiveDate::parse_from_str(&format!("{code}-01"), "%Y-%m-%d").ok()?;
                Some(Self::month_of(first))
            }
        };
        read.filter(|span| (1900..2200).contains(&span.first().year()))
    }

    /// As an address names it.
    pub fn code(self) -> String {
        match self {
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Week(monday) => monday.format("%G-W%V").to_string(),
        }
    }

    pub const fn first(self) -> NaiveDate {
        match self {
            Self::Month(first) | Self::Week(first) => first,
        }
    }

    /// The first day that is not in it any more.
    pub fn end(self) -> NaiveDate {
        match self {
            Self::Month(first) => months_after(first, 1),
            Self::Week(monday) => days_after(monday, 7),
        }
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first()..self.end()).contains(&day)
    }

    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Month(first) => Self::Month(months_after(first, 1)),
            Self::Week(monday) => Self::Week(days_after(monday, 7)),
        }
    }

    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self::Month(first) => Self::Month(months_before(first, 1)),
            Self::Week(monday) => Self::Week(days_after(monday, -7)),
        }
    }

    /// `December 2026`; `7 December 2026 to 13 December 2026`.
    pub fn words(self) -> String {
        match self {
            Self::Month(first) => first.format("%B %Y").to_string(),
            Self::Week(monday) => {
                format!("{} to {}", spoken(monday), spoken(days_after(monday, 6)))
            }
        }
    }

    /// Its days, week by week from Monday to Sunday; days of a neighbour are none.
    pub fn weeks(self) -> Vec<[Option<NaiveDate>; 7]> {
        let mut weeks = Vec::new();
        let mut monday = Self::week_of(self.first()).first();
        while monday < self.end() {
            let day = |ahead: usize| {
                let day = days_after(monday, ahead as i64);
                self.contains(day).then_some(day)
            };
            weeks.push(std::array::from_fn(day));
            monday = days_after(monday, 7);
        }
        weeks
    }
}

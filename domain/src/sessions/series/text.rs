//! The rule as RFC 5545 writes it. A series always ends by a count: an end date would have to be written in UTC, and says no more.

use super::rule::{Days, EVERY_MOST, MOST, Nth, Recurrence};
use chrono::Weekday;
use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// What is no rule of a series.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no rule that a series can have")]
pub struct UnknownRule(pub String);

impl Display for Recurrence {
    /// `FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU`, `FREQ=MONTHLY;COUNT=6;BYDAY=-1FR`.
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let (frequency, by_day) = match self.days {
            Days::Weekly(weekday) => ("WEEKLY", code(weekday).to_owned()),
            Days::Monthly(nth, weekday) => {
                ("MONTHLY", format!("{}{}", nth.number(), code(weekday)))
            }
        };
        write!(f, "FREQ={frequency}")?;
        if self.every != 1 {
            write!(f, ";INTERVAL={}", self.every)?;
        }
        write!(f, ";COUNT={};BYDAY={by_day}", self.count)
    }
}

impl FromStr for Recurrence {
    type Err = UnknownRule;

    /// Reads what [`Display`] writes, its parts in any order.
    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        read(text).ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Recurrence> {
    let (mut frequency, mut by_day, mut every, mut count) = (None, None, 1, None);
    for part in text.split(';') {
        match part.split_once('=')? {
            ("FREQ", value) => frequency = Some(value),
            ("BYDAY", value) => by_day = Some(value),
            ("INTERVAL", value) => every = value.parse().ok()?,
            ("COUNT", value) => count = value.parse().ok(),
            _ => return None,
        }
    }
    let by_day = by_day?;
    let (nth, day) = by_day.split_at_checked(by_day.len().checked_sub(2)?)?;
    let weekday = WEEK.into_iter().find(|weekday| code(*weekday) == day)?;
    let days = match (frequency?, nth) {
        ("WEEKLY", "") => Days::Weekly(weekday),
        ("MONTHLY", nth) => {
            let nth: i8 = nth.parse().ok()?;
            Days::Monthly(Nth::ALL.into_iter().find(|known| known.number() == nth)?, weekday)
        }
        _ => return None,
    };
    let count = count.filter(|count| (1..=MOST).contains(count))?;
    (1..=EVERY_MOST).contains(&every).then_some(Recurrence { days, every, count })
}

impl Nth {
    const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// -1 is the last.
    const fn number(self) -> i8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Last => -1,
        }
    }
}

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

const fn code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

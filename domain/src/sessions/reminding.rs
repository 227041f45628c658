//! When somebody is reminded of a session in which they have a seat: 7 days before, and 1 day.

use chrono::NaiveDate;

/// How far ahead a session is when its people are reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    Week,
    Day,
}

impl Ahead {
    /// The last of the days to come on which a session may be whose people are reminded today, counted from today.
    pub const FARTHEST: i64 = 7;

    pub const fn days(self) -> i64 {
        match self {
            Self::Week => Self::FARTHEST,
            Self::Day => 1,
        }
    }

    /// The reminder of a session on `day` that is due `today`. One that was missed, because nothing ran that day, comes a day
    /// late; later than that it would be about something else.
    pub fn due(day: NaiveDate, today: NaiveDate) -> Option<Self> {
        match day.signed_duration_since(today).num_days() {
            6 | 7 => Some(Self::Week),
            0 | 1 => Some(Self::Day),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_7_days_and_1_day_before_or_a_day_late() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let table = [
            ("2026-11-29", None),
            ("2026-11-30", Some(Ahead::Week)),
            ("2026-12-01", Some(Ahead::Week)),
            ("2026-12-02", None),
            ("2026-12-05", None),
            ("2026-12-06", Some(Ahead::Day)),
            ("2026-12-07", Some(Ahead::Day)),
            ("2026-12-08", None),
        ];
        for (today, due) in table {
            assert_eq!(Ahead::due(day("2026-12-07"), day(today)), due, "{today}");
        }
        assert_eq!([Ahead::Week, Ahead::Day].map(Ahead::days), [7, 1]);
    }
}

//! The year that training is counted in, 1 April to 31 March (rules, section 5, *Entitlement*), and its quarters.

use crate::dates::{Period, days_after, months_after};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A year from 1 April to 31 March, known by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Year(i32);

/// The month with whose first day a year begins.
const BEGINS_IN: u32 = 4;

impl Year {
    /// The year in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        if day.month() < BEGINS_IN { Self(day.year() - 1) } else { Self(day.year()) }
    }

    /// The year that begins in this calendar year; none where it is no year that dates are written in.
    pub fn beginning_in(text: &str) -> Option<Self> {
        text.trim().parse().ok().filter(|year| (1900..2200).contains(year)).map(Self)
    }

    /// The calendar year in which it begins.
    pub const fn begins_in(self) -> i32 {
        self.0
    }

    /// 1 April.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, BEGINS_IN, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 31 March.
    pub fn last_day(self) -> NaiveDate {
        days_after(self.next().first_day(), -1)
    }

    pub fn period(self) -> Period {
        Period::new(Some(self.first_day()), Some(self.last_day()))
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// Its twelve months, from April on.
    pub fn months(self) -> [Period; 12] {
        std::array::from_fn(|nth| {
            let first = months_after(self.first_day(), nth as u32);
            let last = days_after(months_after(first, 1), -1);
            Period::new(Some(first), Some(last))
        })
    }

    #[must_use]
    pub const fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// `April 2026 to March 2027`.
    pub fn words(self) -> String {
        format!("April {} to March {}", self.0, self.0 + 1)
    }
}

/// Three months, from the first day of January, April, July or October; known by that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quarter(NaiveDate);

const MONTHS_OF_A_QUARTER: u32 = 3;

impl Quarter {
    /// The quarter in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        let month = day.month0() / MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER;
        let first = day.with_day(1).and_then(|first| first.with_month0(month));
        Self(first.unwrap_or(NaiveDate::MIN))
    }

    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    pub fn last_day(self) -> NaiveDate {
        days_after(months_after(self.0, MONTHS_OF_A_QUARTER), -1)
    }

    /// `October to December 2026`.
    pub fn words(self) -> String {
        format!("{} to {}", self.0.format("%B"), self.last_day().format("%B %Y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_begins_on_the_first_of_april_and_ends_on_the_last_of_march() {
        let years = ["2026-03-31", "2026-04-01", "2027-01-15", "2027-03-31", "2027-04-01"];
        assert_eq!(
            years.map(|text| Year::of(day(text)).begins_in()),
            [2025, 2026, 2026, 2026, 2027]
        );
        let year = Year::of(day("2026-11-02"));
        assert_eq!((year.first_day(), year.last_day()), (day("2026-04-01"), day("2027-03-31")));
        assert_eq!(year.words(), "April 2026 to March 2027");
    }

    #[test]
    fn its_months_follow_each_other_without_a_gap() {
        let year = Year::of(day("2027-04-01"));
        let months = year.months();
        assert_eq!(months[10], Period::new(Some(day("2028-02-01")), Some(day("2028-02-29"))));
        assert_eq!((months[0].from, months[11].to), (year.period().from, year.period().to));
        for pair in months.windows(2) {
            assert_eq!(pair[0].to.map(|last| days_after(last, 1)), pair[1].from);
        }
    }

    #[test]
    fn a_quarter_is_three_months_of_the_year() {
        let table = [
            ("2026-10-01", "2026-10-01", "2026-12-31", "October to December 2026"),
            ("2026-12-31", "2026-10-01", "2026-12-31", "October to December 2026"),
            ("2027-01-01", "2027-01-01", "2027-03-31", "January to March 2027"),
            ("2028-05-30", "2028-04-01", "2028-06-30", "April to June 2028"),
        ];
        for (text, first, last, words) in table {
            let quarter = Quarter::of(day(text));
            assert_eq!(
                (quarter.first_day(), quarter.last_day()),
                (day(first), day(last)),
                "{text}"
            );
            assert_eq!(quarter.words(), words);
        }
    }

    #[test]
    fn a_year_is_read_from_an_address() {
        assert_eq!(Year::beginning_in("2026"), Some(Year(2026)));
        assert_eq!(["", "twenty", "26", "99999"].map(Year::beginning_in), [None; 4]);
    }
}

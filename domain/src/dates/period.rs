//! From a day to a day, as what holds over time is kept and told.

use super::spoken;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From the first day to the last, both inclusive; a missing end is unbounded (rules, opening paragraph).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Period {
    pub const ALWAYS: Self = Self { from: None, to: None };

    pub const fn new(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Self {
        Self { from, to }
    }

    /// Whether the day lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the period is over by `day`.
    pub fn ends_before(&self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }

    /// Whether some day lies in both; none lies in a period that ends before it begins.
    pub fn overlaps(&self, other: &Self) -> bool {
        if self.is_backwards() || other.is_backwards() {
            return false;
        }
        let begins_in_time =
            |one: &Self, other: &Self| one.from.is_none_or(|from| !other.ends_before(from));
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// Whether the last day comes before the first.
    pub fn is_backwards(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }

    /// As a person reads it: `From 4 May 2026 to 31 March 2027`, `From 4 May 2026`, `Until 31 March 2027`, `On 4 May 2026 only`.
    pub fn words(&self) -> String {
        if let Some(from) = self.from.filter(|_| self.is_backwards()) {
            return format!("Ended before it began on {}", spoken(from));
        }
        match (self.from.map(spoken), self.to.map(spoken)) {
            (None, None) => "No dates recorded".to_owned(),
            (Some(from), None) => format!("From {from}"),
            (None, Some(to)) => format!("Until {to}"),
            (Some(from), Some(to)) if from == to => format!("On {from} only"),
            (Some(from), Some(to)) => format!("From {from} to {to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_holds_its_first_and_last_day() {
        let march = Period::new(Some(day("2026-03-01")), Some(day("2026-03-31")));
        assert!(march.contains(day("2026-03-01")) && march.contains(day("2026-03-31")));
        assert!(!march.contains(day("2026-02-28")) && !march.contains(day("2026-04-01")));
        assert!(Period::ALWAYS.contains(day("1900-01-01")));
    }

    #[test]
    fn periods_that_share_a_day_overlap() {
        let period = |from: &str, to: &str| {
            let day = |text: &str| (!text.is_empty()).then(|| day(text));
            Period::new(day(from), day(to))
        };
        let march = period("2026-03-01", "2026-03-31");
        for other in [period("2026-03-31", ""), period("", "2026-03-01"), march, Period::ALWAYS] {
            assert!(march.overlaps(&other) && other.overlaps(&march), "{other:?}");
        }
        for other in [period("2026-04-01", ""), period("", "2026-02-28")] {
            assert!(!march.overlaps(&other) && !other.overlaps(&march), "{other:?}");
        }
        let never = period("2026-03-10", "2026-03-09");
        assert!(!never.overlaps(&march) && !march.overlaps(&never) && !never.overlaps(&never));
    }

    #[test]
    fn a_period_is_told_by_the_ends_that_it_has() {
        let (from, to) = (Some(day("2026-05-04")), Some(day("2027-03-31")));
        let table = [
            (Period::ALWAYS, "No dates recorded"),
            (Period::new(from, None), "From 4 May 2026"),
            (Period::new(None, to), "Until 31 March 2027"),
            (Period::new(from, to), "From 4 May 2026 to 31 March 2027"),
            (Period::new(from, from), "On 4 May 2026 only"),
            (Period::new(to, from), "Ended before it began on 31 March 2027"),
        ];
        for (held, told) in table {
            assert_eq!(held.words(), told);
        }
    }
}

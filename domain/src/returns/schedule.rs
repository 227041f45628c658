//! Which returns are prepared by themselves: where somebody who prepares them switched it on, once for each quarter.

use crate::dates::days_after;
use crate::years::Quarter;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether the returns of a place are prepared by themselves, and the day on which that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    pub is_on: bool,
    pub since: NaiveDate,
}

impl Switch {
    /// The reference date of the return that is to be there by itself: the end of the last quarter that is over, where it was switched on
    /// by then. Whoever switches it on asks for what comes, and prepares by hand what is past; so do those who still want an older
    /// quarter, however long nothing ran.
    pub fn due(self, today: NaiveDate) -> Option<NaiveDate> {
        let day = last_quarter_end(today);
        (self.is_on && self.since <= day).then_some(day)
    }
}

/// The last day of the last quarter that is over. Quarters end with March, June, September and December.
pub fn last_quarter_end(today: NaiveDate) -> NaiveDate {
    days_after(Quarter::of(today).first_day(), -1)
}

/// The places whose returns the reader prepares, with whether that happens by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnSchedules {
    /// By name.
    pub places: Vec<ScheduledPlace>,
    /// The reference date of what is prepared next: the end of this quarter.
    pub next: NaiveDate,
}

/// A place, and whether its returns are prepared by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledPlace {
    pub code: String,
    pub name: String,
    pub is_on: bool,
    /// The day on which that was said, and by whom; `None` where nobody ever said anything.
    pub said: Option<(NaiveDate, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::day;

    #[test]
    fn the_last_quarter_that_is_over_ends_with_march_june_september_or_december() {
        let table = [
            ("2026-11-02", "2026-09-30"),
            ("2026-12-31", "2026-09-30"),
            ("2027-01-01", "2026-12-31"),
            ("2027-03-31", "2026-12-31"),
            ("2027-04-01", "2027-03-31"),
            ("2027-07-15", "2027-06-30"),
        ];
        for (today, end) in table {
            assert_eq!(last_quarter_end(day(today)), day(end), "{today}");
        }
    }

    #[test]
    fn what_was_over_when_it_was_switched_on_is_left_to_people() {
        let since = |since| Switch { is_on: true, since: day(since) };
        let due = |switch: Switch, today| switch.due(day(today)).map(|day| day.to_string());
        let on = since("2026-11-02");
        assert_eq!(due(on, "2026-11-02"), None, "September was over");
        assert_eq!(due(on, "2026-12-31"), None, "the quarter is not over before its last day is");
        assert_eq!(due(on, "2027-01-01").as_deref(), Some("2026-12-31"));
        assert_eq!(
            due(on, "2027-02-14").as_deref(),
            Some("2026-12-31"),
            "late is better than never"
        );
        assert_eq!(due(on, "2027-09-01").as_deref(), Some("2027-06-30"), "and March's by hand");
        assert_eq!(due(since("2026-12-31"), "2027-01-01").as_deref(), Some("2026-12-31"));
        assert_eq!(due(since("2027-01-01"), "2027-01-01"), None);
        assert_eq!(due(Switch { is_on: false, ..on }, "2027-01-01"), None);
    }
}

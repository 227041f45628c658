//! The one place that reads the time; everything else is given it as a value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::London;

/// The real clock, with the date the rules call today where a demonstration or a test fixes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    today: Option<NaiveDate>,
}

impl Clock {
    /// `today` is what `ESTEEM_TODAY` says; sign-ins, expiry and `recorded_at` keep the real clock.
    pub const fn new(today: Option<NaiveDate>) -> Self {
        Self { today }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The civil date in London.
    pub fn today(self) -> NaiveDate {
        self.today.unwrap_or_else(|| self.now().with_timezone(&London).date_naive())
    }
}

/// The moment as clocks in London show it, for pages.
pub(crate) fn in_london(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&London).naive_local()
}

/// The moment at which clocks in London show this. Of the two in autumn the first; in the hour that spring leaves out, the
/// moment at which winter's clocks would.
pub(crate) fn from_london(civil: NaiveDateTime) -> DateTime<Utc> {
    shown_in_london(civil).unwrap_or_else(|| civil.and_utc())
}

/// The moment at which clocks in London show this. Of the two in autumn the first; none in the hour that spring leaves out.
pub(crate) fn shown_in_london(civil: NaiveDateTime) -> Option<DateTime<Utc>> {
    let shown = London.from_local_datetime(&civil).earliest();
    shown.map(|moment| moment.with_timezone(&Utc))
}

/// The moment as rules see it: their today, at the time of day that clocks in London show.
pub(crate) fn on_day(today: NaiveDate, now: DateTime<Utc>) -> NaiveDateTime {
    today.and_time(in_london(now).time())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_in_london_is_another_hour_in_summer() {
        let table = [
            ("2026-11-02T07:00:00", "2026-11-02T07:00:00Z"),
            ("2026-07-06T07:00:00", "2026-07-06T06:00:00Z"),
            ("2026-10-25T01:30:00", "2026-10-25T00:30:00Z"),
            ("2026-03-29T01:30:00", "2026-03-29T01:30:00Z"),
        ];
        for (civil, moment) in table {
            let moment: DateTime<Utc> = moment.parse().unwrap();
            assert_eq!(from_london(civil.parse().unwrap()), moment, "{civil}");
        }
        let left_out = ["2026-03-29T01:00:00", "2026-03-29T01:59:00"];
        assert!(left_out.iter().all(|civil| shown_in_london(civil.parse().unwrap()).is_none()));
        assert!(shown_in_london("2026-03-29T02:00:00".parse().unwrap()).is_some());
    }
    #[test]
    fn rules_see_their_today_at_the_time_of_day_that_it_is_in_london() {
        let fixed = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap_or_default();
        let table = [
            ("2026-07-06T06:00:00Z", "2026-11-02T07:00:00"),
            ("2026-07-06T23:30:00Z", "2026-11-02T00:30:00"),
            ("2026-11-02T06:00:00Z", "2026-11-02T06:00:00"),
        ];
        for (now, seen) in table {
            let seen: NaiveDateTime = seen.parse().unwrap();
            assert_eq!(on_day(fixed, now.parse().unwrap()), seen, "{now}");
        }
    }
}

//! The days and hours in which an answer can be expected: Monday to Friday, 9am to 5pm by clocks in London, without the bank
//! holidays of England.

use crate::dates::days_after;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// The working hours of a day.
pub const HOURS_A_DAY: i64 = 8;
/// When a working day begins.
const OPENS: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// When a working day ends.
const CLOSES: NaiveTime = match NaiveTime::from_hms_opt(17, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Whether people are at work on this day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !is_weekend(day) && !is_bank_holiday(day)
}

/// The moment by which this much working time has passed since `moment`; less than none is none.
pub fn after(moment: NaiveDateTime, working: TimeDelta) -> NaiveDateTime {
    let mut left = working.max(TimeDelta::zero());
    let mut from = moment;
    loop {
        let open = open_on(from.date()).filter(|(_, closes)| from < *closes);
        if let Some((opens, closes)) = open {
            let begins = from.max(opens);
            let here = closes - begins;
            if left <= here {
                return begins + left;
            }
            left -= here;
        }
        let next = days_after(from.date(), 1);
        if next == NaiveDate::MAX {
            return NaiveDateTime::MAX;
        }
        from = next.and_time(NaiveTime::MIN);
    }
}

/// Whether at least this much working time lies between the two moments.
pub fn lies_between(from: NaiveDateTime, to: NaiveDateTime, working: TimeDelta) -> bool {
    after(from, working) <= to
}

/// From when to when people are at work on a day.
pub(super) fn open_on(day: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
    is_working_day(day).then(|| (day.and_time(OPENS), day.and_time(CLOSES)))
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether England keeps a bank holiday on this day: one of the eight of every year. A day that is proclaimed once, for a
/// coronation or a jubilee, is not among them.
pub fn is_bank_holiday(day: NaiveDate) -> bool {
    let on = |month, day_of_month| NaiveDate::from_ymd_opt(day.year(), month, day_of_month);
    let easter = easter_sunday(day.year());
    let first_monday_of_may = on(5, 1).map(monday_from);
    let last_monday = |month| on(month, 25).map(monday_from);
    let new_year = on(1, 1).map(weekday_from);
    let christmas = on(12, 25).map(weekday_from);
    // Boxing Day's holiday is the next weekday after that of Christmas, unless the day itself comes first.
    let boxing = match (on(12, 26), christmas) {
        (Some(boxing), Some(christmas)) if christmas >= boxing => {
            Some(weekday_from(days_after(christmas, 1)))
        }
        (Some(boxing), _) => Some(weekday_from(boxing)),
        (None, _) => None,
    };
    let all = [
        new_year,
        easter.map(|sunday| days_after(sunday, -2)),
        easter.map(|sunday| days_after(sunday, 1)),
        first_monday_of_may,
        last_monday(5),
        last_monday(8),
        christmas,
        boxing,
    ];
    all.contains(&Some(day))
}

/// The first Monday from this day on.
fn monday_from(day: NaiveDate) -> NaiveDate {
    let ahead = (7 - i64::from(day.weekday().num_days_from_monday())) % 7;
    days_after(day, ahead)
}

/// The first weekday from this day on.
fn weekday_from(day: NaiveDate) -> NaiveDate {
    if is_weekend(day) { monday_from(day) } else { day }
}

/// Easter Sunday of a year of the Gregorian calendar, by Gauss's rule.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let century = year / 100;
    let moon = (15 + century - century / 4 - (8 * century + 13) / 25) % 30;
    let sun = (4 + century - century / 4) % 7;
    let full = (19 * (year % 19) + moon) % 30;
    let after = (2 * (year % 4) + 4 * (year % 7) + 6 * full + sun) % 7;
    let late =
        (full == 29 && after == 6) || (full == 28 && after == 6 && (11 * moon + 11) % 30 < 19);
    let days = i64::from(22 + full + after) - if late { 7 } else { 0 };
    NaiveDate::from_ymd_opt(year, 3, 1).map(|march| days_after(march, days - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn the_bank_holidays_are_those_that_england_keeps() {
        // In 2026 Boxing Day is a Saturday, in 2027 Christmas, in 2028 New Year's Day; in 2033 Christmas is a Sunday.
        let table = [
            (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
            (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
            (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
            (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
            (2033, ["01-03", "04-15", "04-18", "05-02", "05-30", "08-29", "12-26", "12-27"]),
        ];
        for (year, expected) in table {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|day| day.year() == year);
            let kept: Vec<_> = days
                .filter(|day| is_bank_holiday(*day))
                .map(|day| day.format("%m-%d").to_string())
                .collect();
            assert_eq!(kept, expected, "{year}");
        }
    }

    #[test]
    fn time_passes_only_while_people_are_at_work() {
        let table = [
            // Within a day, over an evening, over a weekend, over Easter.
            ("2026-11-02T10:00:00", 4, "2026-11-02T14:00:00"),
            ("2026-11-02T15:30:00", 4, "2026-11-03T11:30:00"),
            ("2026-11-06T16:00:00", 16, "2026-11-10T16:00:00"),
            ("2026-04-02T16:00:00", 2, "2026-04-07T10:00:00"),
            // Before and after hours, and on a Saturday, it begins when people come to work.
            ("2026-11-02T06:00:00", 1, "2026-11-02T10:00:00"),
            ("2026-11-02T22:00:00", 1, "2026-11-03T10:00:00"),
            ("2026-11-07T12:00:00", 16, "2026-11-10T17:00:00"),
            ("2026-11-02T10:00:00", 0, "2026-11-02T10:00:00"),
        ];
        for (from, hours, until) in table {
            assert_eq!(after(at(from), TimeDelta::hours(hours)), at(until), "{from} + {hours}");
        }
    }

    #[test]
    fn four_hours_lie_between_a_morning_and_an_afternoon() {
        let four = TimeDelta::hours(4);
        assert!(lies_between(at("2026-11-02T09:00:00"), at("2026-11-02T13:00:00"), four));
        assert!(!lies_between(at("2026-11-02T09:00:01"), at("2026-11-02T13:00:00"), four));
        assert!(!lies_between(at("2026-11-06T14:00:00"), at("2026-11-09T09:59:00"), four));
    }
}

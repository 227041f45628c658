//! Periods, refresh dates and the ways a date is written. Every date is a civil date in Europe/London.

mod period; // from a day to a day

pub use period::Period;

use crate::figures::grouped;
use chrono::{
    DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc,
};

/// The day `months` later; a day past the end of that month becomes its last day (31 August + 6 months is 28 or 29 February).
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The day `months` earlier, clamped as by [`months_after`].
pub fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

/// The day `days` later, or earlier when negative.
pub fn days_after(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(if days < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    })
}

/// A date as a person reads it: `4 May 2026`.
pub fn spoken(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A date with its weekday, for people who plan a week: `Monday 4 May 2026`.
pub fn spoken_day(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// A moment as a person reads it: `4 May 2026 at 1:05pm`. Give it civil time in London.
pub fn spoken_moment(moment: NaiveDateTime) -> String {
    let time = moment.format("%-I:%M%P");
    format!("{} at {time}", spoken(moment.date()))
}

/// A deadline as a person reads it: `4 May 2026 at 1pm`; at midnight it is `the end of 3 May 2026`. Give it civil time in London.
pub fn spoken_deadline(moment: NaiveDateTime) -> String {
    if moment.time() == NaiveTime::MIN {
        return format!("the end of {}", spoken(last_day(moment)));
    }
    format!("{} at {}", spoken(moment.date()), spoken_time(moment.time()))
}

/// The moment from which something can be done, as a person reads it: `Monday 4 May 2026, 1:30pm`; at midnight it is that day alone.
/// Give it civil time in London.
pub fn spoken_opening(moment: NaiveDateTime) -> String {
    let day = spoken_day(moment.date());
    match moment.time() {
        NaiveTime::MIN => day,
        time => format!("{day}, {}", spoken_time(time)),
    }
}

/// The last day on which something can be done that ends at this moment: midnight is the end of the day before.
pub fn last_day(deadline: NaiveDateTime) -> NaiveDate {
    let day = deadline.date();
    if deadline.time() == NaiveTime::MIN { days_after(day, -1) } else { day }
}

/// A time of day as a person reads it: `1pm`, `1:30pm`, `midday`.
pub fn spoken_time(time: NaiveTime) -> String {
    // Which of 12am and 12pm is which, people take for each other.
    let format = match (time.hour(), time.minute()) {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => "%-I%P",
        _ => "%-I:%M%P",
    };
    time.format(format).to_string()
}

/// Reads a time of day as people write it: `1pm`, `1:30 pm`, `1.30pm`, `13:30`, `1330`, `midday`.
///
/// # Errors
/// Returns a sentence that says what would be understood.
pub fn parse_time(text: &str) -> Result<NaiveTime, String> {
    let written: String = text.to_lowercase().replace('.', ":").split_whitespace().collect();
    let written = match written.strip_suffix("am").or(written.strip_suffix("pm")) {
        Some(hour) if !hour.contains(':') => {
            format!("{hour}:00{}", &written[hour.len()..])
        }
        _ => match written.as_str() {
            "midnight" => "00:00".to_owned(),
            "midday" | "noon" => "12:00".to_owned(),
            _ => written,
        },
    };
    ["%I:%M%P", "%H:%M", "%H%M"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(&written, format).ok())
        .ok_or_else(|| {
            format!("'{}' is not a time; write it like 1pm, 1:30pm or 13:30", text.trim())
        })
}

/// How long something took: `1 hour 30 minutes`, `45 minutes`, `15,835 hours 43 minutes`.
pub fn spoken_minutes(minutes: u32) -> String {
    let counted = |number: u32, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{} {one}s", grouped(number)),
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => counted(minutes, "minute"),
        (hours, 0) => counted(hours, "hour"),
        (hours, minutes) => format!("{} {}", counted(hours, "hour"), counted(minutes, "minute")),
    }
}

/// What staff systems write for a day that never comes.
pub const END_OF_TIME: NaiveDate = match NaiveDate::from_ymd_opt(4712, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// Reads a date as files write it: `2028-11-30`, `30-Nov-2028`, `2028/11/30 00:00:00` or `30/11/2028`; or as [`spoken`].
///
/// # Errors
/// Returns a sentence that says what would be understood. Years before 1900 or after 2199 are taken for slips, but for
/// [`END_OF_TIME`].
pub fn parse_written(text: &str) -> Result<NaiveDate, String> {
    let day = text.split_once(' ').map_or(text, |(day, time)| {
        let is_time = time.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.');
        if is_time { day } else { text }
    });
    ["%Y-%m-%d", "%d-%b-%Y", "%Y/%m/%d", "%d/%m/%Y", "%d %B %Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(day, format).ok())
        .filter(|date| (1900..2200).contains(&date.year()) || *date == END_OF_TIME)
        .ok_or_else(|| {
            format!("'{text}' is not a date; write it like 2028-11-30, 30-Nov-2028 or 30/11/2028")
        })
}

/// A moment as a file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenMoment {
    /// As clocks in London show it.
    Civil(NaiveDateTime),
    /// With how far the clocks that were meant are from UTC.
    Exact(DateTime<Utc>),
}

/// Reads a day and time as files write them: a day as by [`parse_written`], a space or a `T`, and a time as by [`parse_time`], with
/// seconds or without. `Z` or an offset such as `+01:00` may follow; without one, clocks in London are meant.
///
/// # Errors
/// Returns a sentence that says what would be understood.
pub fn parse_moment(text: &str) -> Result<WrittenMoment, String> {
    let text = text.trim();
    let fault = || format!("'{text}' is not a day and time; write it like 2026-05-04 13:30");
    let parts = text.split_once(' ').or_else(|| text.split_once('T'));
    let (day, rest) = parts.ok_or_else(fault)?;
    let (clock, zone) = rest.split_at(rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len()));
    let with_seconds = || NaiveTime::parse_from_str(clock.trim(), "%H:%M:%S").ok();
    let time = parse_time(clock).ok().or_else(with_seconds).ok_or_else(fault)?;
    let civil = parse_written(day)?.and_time(time);
    match zone.trim() {
        "" => Ok(WrittenMoment::Civil(civil)),
        "Z" | "z" => Ok(WrittenMoment::Exact(civil.and_utc())),
        zone => {
            let offset = zone.parse::<FixedOffset>().ok();
            let moment = offset.and_then(|offset| civil.and_local_timezone(offset).single());
            Ok(WrittenMoment::Exact(moment.ok_or_else(fault)?.with_timezone(&Utc)))
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
    fn a_day_and_time_are_read_with_an_offset_or_as_clocks_in_london_show_them() {
        let civil = WrittenMoment::Civil("2026-05-04T13:30:00".parse().unwrap());
        let clocks = [
            "2026-05-04 13:30",
            "2026-05-04T13:30",
            " 2026-05-04 13:30:00 ",
            "04/05/2026 1:30pm",
            "4-May-2026 1330",
        ];
        for text in clocks {
            assert_eq!(parse_moment(text), Ok(civil), "{text}");
        }
        let exact = WrittenMoment::Exact("2026-05-04T12:30:00Z".parse().unwrap());
        for text in ["2026-05-04T12:30Z", "2026-05-04 13:30+01:00", "2026-05-04T07:30:00-0500"] {
            assert_eq!(parse_moment(text), Ok(exact), "{text}");
        }
        for text in [
            "",
            "2026-05-04",
            "13:30",
            "2026-05-04 25:00",
            "2026-02-30 13:30",
            "2026-05-04 13:30+1",
        ] {
            assert!(parse_moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn months_are_clamped_to_the_end_of_the_month() {
        assert_eq!(months_after(day("2025-08-31"), 6), day("2026-02-28"));
        assert_eq!(months_after(day("2023-08-31"), 6), day("2024-02-29"));
        assert_eq!(months_after(day("2024-02-29"), 12), day("2025-02-28"));
    }

    #[test]
    fn months_back_are_clamped_too() {
        assert_eq!(months_before(day("2026-08-31"), 6), day("2026-02-28"));
        assert_eq!(months_before(day("2026-11-02"), 36), day("2023-11-02"));
    }

    #[test]
    fn a_time_is_told_in_hours_and_minutes() {
        // 15,835 times 60 are 950,100.
        let told = [0, 1, 45, 60, 61, 150, 950_143].map(spoken_minutes);
        let expected = [
            "0 minutes",
            "1 minute",
            "45 minutes",
            "1 hour",
            "1 hour 1 minute",
            "2 hours 30 minutes",
            "15,835 hours 43 minutes",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn dates_are_read_as_esr_writes_them() {
        for text in
            ["2028-11-30", "30-Nov-2028", "30-NOV-2028", "2028/11/30 00:00:00", "30/11/2028"]
        {
            assert_eq!(parse_written(text), Ok(day("2028-11-30")), "{text}");
        }
    }

    #[test]
    fn a_date_is_read_as_it_is_spoken() {
        assert_eq!(parse_written(&spoken(day("2026-05-04"))), Ok(day("2026-05-04")));
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in
            ["31/02/2026", "2026-02-31", "", "tomorrow", "11/30/2028", "0026-01-01", "31-Dec-4711"]
        {
            assert!(parse_written(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it_and_told_as_they_read_it() {
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        let table = [
            ("1pm", "13:00:00", "1pm"),
            ("1:30 pm", "13:30:00", "1:30pm"),
            ("1.30PM", "13:30:00", "1:30pm"),
            ("13:30", "13:30:00", "1:30pm"),
            ("0900", "09:00:00", "9am"),
            ("9:05", "09:05:00", "9:05am"),
            ("12pm", "12:00:00", "midday"),
            ("12am", "00:00:00", "midnight"),
            ("midday", "12:00:00", "midday"),
            ("Midnight", "00:00:00", "midnight"),
            ("12:30am", "00:30:00", "12:30am"),
        ];
        for (written, meant, told) in table {
            assert_eq!(parse_time(written), Ok(time(meant)), "{written}");
            assert_eq!(spoken_time(time(meant)), told);
        }
        for written in ["", "25:00", "13pm", "1:60pm", "lunch", "1", "am"] {
            assert!(parse_time(written).is_err(), "{written}");
        }
    }

    #[test]
    fn a_spoken_date_has_no_leading_nought() {
        assert_eq!(spoken(day("2026-05-04")), "4 May 2026");
        assert_eq!(spoken_day(day("2026-05-04")), "Monday 4 May 2026");
        let moment = "2026-05-04T13:05:59".parse().unwrap();
        assert_eq!(spoken_moment(moment), "4 May 2026 at 1:05pm");
    }

    #[test]
    fn a_deadline_at_midnight_is_the_end_of_the_day_before() {
        let table = [
            ("2026-11-20T00:00:00", "the end of 19 November 2026", "2026-11-19"),
            ("2027-01-01T00:00:00", "the end of 31 December 2026", "2026-12-31"),
            ("2026-11-20T17:00:00", "20 November 2026 at 5pm", "2026-11-20"),
            ("2026-11-20T13:05:00", "20 November 2026 at 1:05pm", "2026-11-20"),
        ];
        for (moment, told, last) in table {
            let moment = moment.parse().unwrap();
            assert_eq!((spoken_deadline(moment).as_str(), last_day(moment)), (told, day(last)));
        }
    }

    #[test]
    fn an_opening_is_told_with_its_weekday_and_at_midnight_without_a_time() {
        let table = [
            ("2026-05-04T13:30:00", "Monday 4 May 2026, 1:30pm"),
            ("2026-05-04T00:00:00", "Monday 4 May 2026"),
        ];
        for (moment, told) in table {
            assert_eq!(spoken_opening(moment.parse().unwrap()), told);
        }
    }
}

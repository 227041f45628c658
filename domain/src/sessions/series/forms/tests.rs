//! What forms of a series take and refuse.

use super::*;
use crate::fields::FieldErrors;
use crate::sessions::CancelReason;
use crate::sessions::series::{Part, Recurrence};
use chrono::{NaiveDateTime, NaiveTime};

/// A Tuesday, the second of December 2026.
fn first() -> NaiveDateTime {
    "2026-12-08T13:00:00".parse().unwrap()
}

fn typed(pace: &str, every: &str, count: &str, until: &str) -> RepeatFields {
    let [pace, every, count, until] = [pace, every, count, until].map(str::to_owned);
    RepeatFields { pace, every, count, until }
}

fn rule(pace: &str, every: &str, count: &str, until: &str) -> Result<Recurrence, FieldErrors> {
    Repeat::parse(&typed(pace, every, count, until))?.of(first())
}

fn fields(errors: &FieldErrors) -> Vec<&str> {
    errors.0.iter().map(|error| error.field.as_str()).collect()
}

#[test]
fn a_series_ends_after_a_number_of_sessions_or_with_a_day() {
    let text = |rule: Result<Recurrence, FieldErrors>| rule.unwrap().to_string();
    assert_eq!(text(rule("weekly", "", "8", "")), "FREQ=WEEKLY;COUNT=8;BYDAY=TU");
    assert_eq!(text(rule("monthly", "2", "3", "")), "FREQ=MONTHLY;INTERVAL=2;COUNT=3;BYDAY=2TU");
    // 8, 15, 22, 29 December and 5 January: the day itself counts.
    assert_eq!(text(rule("weekly", "1", "", "2027-01-05")), "FREQ=WEEKLY;COUNT=5;BYDAY=TU");
    assert_eq!(text(rule("weekly", "1", "", "2027-01-04")), "FREQ=WEEKLY;COUNT=4;BYDAY=TU");
}

#[test]
fn what_is_missing_or_too_much_is_told_beside_its_field() {
    let table: [(&str, &str, &str, &str, &[&str]); 10] = [
        ("", "0", "", "", &["pace", "every", "count"]),
        ("daily", "1", "8", "", &["pace"]),
        ("weekly", "13", "8", "", &["every"]),
        ("weekly", "some", "8", "", &["every"]),
        ("weekly", "1", "8", "2027-01-05", &["count"]),
        ("weekly", "1", "1", "", &["count"]),
        ("weekly", "1", "61", "", &["count"]),
        ("weekly", "1", "", "31/02/2027", &["until"]),
        ("weekly", "1", "", "2026-12-14", &["until"]),
        ("weekly", "1", "", "2030-12-14", &["until"]),
    ];
    for (pace, every, count, until, expected) in table {
        let errors = rule(pace, every, count, until).unwrap_err();
        assert_eq!(fields(&errors), expected, "{pace} {every} {count} {until}");
    }
    // The second Tuesday is not the last, and a fifth is not in every month.
    assert_eq!(fields(&rule("monthly_last", "1", "3", "").unwrap_err()), ["pace"]);
    let fifth = Repeat::parse(&typed("monthly", "1", "3", "")).unwrap();
    assert!(fifth.of("2026-12-29T13:00:00".parse().unwrap()).is_err());
    assert!(RepeatFields::default().is_blank() && !typed("", "", "8", "").is_blank());
}

#[test]
fn the_dates_that_are_ticked_are_made_and_no_others() {
    let rule = rule("weekly", "1", "4", "").unwrap();
    let ticked = |days: &[&str]| -> Result<Vec<String>, FieldErrors> {
        let days: Vec<String> = days.iter().map(|day| (*day).to_owned()).collect();
        let made = chosen(&rule, first(), &days)?;
        Ok(made.iter().map(|start| start.format("%-d %b %H:%M").to_string()).collect())
    };
    let made = ticked(&["2026-12-29", "2026-12-15", "2026-12-15"]).unwrap();
    assert_eq!(made, ["15 Dec 13:00", "29 Dec 13:00"], "each once, in order");
    // The first is there already; others are no days of the rule.
    for wrong in [&["2026-12-08"][..], &["2026-12-16"], &["2027-01-05"], &["soon"], &[]] {
        assert_eq!(fields(&ticked(wrong).unwrap_err()), ["dates"], "{wrong:?}");
    }
}

#[test]
fn several_sessions_are_changed_or_cancelled_once_it_is_said_which() {
    let text = str::to_owned;
    let typed = SharedFields {
        part: text("later"),
        title: text(" Safety plans "),
        about: String::new(),
        time: text("2pm"),
        venue: text("Room 3"),
        link: String::new(),
        capacity: text("10"),
    };
    let change = ChangeSeries::parse(&typed, &ShownFields::default()).unwrap();
    assert_eq!((change.part, change.shared.title.as_str()), (Part::Later, "Safety plans"));
    assert_eq!(change.shared.time, NaiveTime::from_hms_opt(14, 0, 0).unwrap());
    let errors =
        ChangeSeries::parse(&SharedFields::default(), &ShownFields::default()).unwrap_err();
    assert_eq!(fields(&errors), ["part", "title", "time", "capacity"]);
    let cancel = CancelSeries::parse("all", "low_numbers").unwrap();
    assert_eq!(cancel, CancelSeries { part: Part::All, reason: CancelReason::LowNumbers });
    assert_eq!(fields(&CancelSeries::parse("", "").unwrap_err()), ["part", "reason"]);
}

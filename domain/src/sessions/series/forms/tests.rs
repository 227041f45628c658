//! What forms of a series take and refuse.

use super::*;
use crate::dates::Period;
use crate::fields::FieldErrors;
use crate::sessions::CancelReason;
use crate::sessions::format::Format;
use crate::sessions::forms::SessionFields;
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
    assert_eq!(change.shown, None, "what was shown is not known");
    let shown = ShownFields {
        shown_title: typed.title.clone(),
        shown_about: typed.about.clone(),
        shown_time: typed.time.clone(),
        shown_venue: typed.venue.clone(),
        shown_link: typed.link.clone(),
        shown_capacity: typed.capacity.clone(),
    };
    let same = ChangeSeries::parse(&typed, &shown).unwrap();
    assert_eq!(same.shown, Some(same.shared));
    let errors =
        ChangeSeries::parse(&SharedFields::default(), &ShownFields::default()).unwrap_err();
    assert_eq!(fields(&errors), ["part", "title", "time", "capacity"]);
    let cancel = CancelSeries::parse("all", "low_numbers").unwrap();
    assert_eq!(cancel, CancelSeries { part: Part::All, reason: CancelReason::LowNumbers });
    assert_eq!(fields(&CancelSeries::parse("", "").unwrap_err()), ["part", "reason"]);
}

/// From the first Tuesday on.
fn in_turn(pace: &str, minutes: &str) -> Result<StepsInTurn, FieldErrors> {
    let [day, time, pace, every, minutes] =
        ["2026-12-08", "1pm", pace, "", minutes].map(str::to_owned);
    StepsInTurn::parse(&StepsFields { day, time, pace, every, minutes })
}

fn until(day: &str) -> Period {
    Period::new(None, Some(day.parse().unwrap()))
}

fn days<const N: usize>(days: [&str; N]) -> Vec<String> {
    days.map(str::to_owned).into()
}

#[test]
fn steps_in_turn_have_some_dates_to_spare_and_none_after_their_programme() {
    let weekly = in_turn("weekly", "").unwrap();
    let many = |runs| weekly.dates(3, runs).map(|rule| rule.count);
    assert_eq!(many(Period::new(None, None)), Ok(7), "four to spare");
    // 8, 15, 22 December: its last day counts.
    assert_eq!(many(until("2026-12-22")), Ok(3));
    assert_eq!(fields(&many(until("2026-12-21")).unwrap_err()), ["day"]);
    let most = weekly.dates(60, Period::new(None, None)).unwrap();
    assert_eq!(most.count, 60, "a series has no more");
    assert_eq!(fields(&in_turn("daily", "10").unwrap_err()), ["pace", "minutes"]);
    let blank = StepsFields::default();
    assert_eq!(fields(&StepsInTurn::parse(&blank).unwrap_err()), ["day", "time", "pace"]);
    assert!(blank.is_blank());
}

#[test]
fn steps_are_laid_over_the_dates_that_are_ticked_one_on_each() {
    let always = Period::new(None, None);
    let laid = |pace, ticked: &[String]| in_turn(pace, "").unwrap().laid((3, always), ticked);
    let made = laid("weekly", &days(["2027-01-05", "2026-12-15", "2026-12-29"])).unwrap();
    // 15, 22, 29 December and 5 January, of which one is left out.
    assert_eq!(made.rule.to_string(), "FREQ=WEEKLY;COUNT=4;BYDAY=TU");
    let begins = |day: &str| format!("{day}T13:00:00").parse::<NaiveDateTime>().unwrap();
    assert_eq!(made.first, begins("2026-12-15"));
    assert_eq!(made.starts, ["2026-12-15", "2026-12-29", "2027-01-05"].map(begins));
    let made = laid("monthly", &days(["2027-01-12", "2027-02-09", "2027-04-13"])).unwrap();
    assert_eq!(made.rule.to_string(), "FREQ=MONTHLY;COUNT=4;BYDAY=2TU");
    assert_eq!(made.rule.starts(made.first).last(), made.starts.last());
    let two = days(["2026-12-15", "2026-12-29"]);
    let four = days(["2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]);
    let other = days(["2026-12-08", "2026-12-15", "2026-12-16"]);
    for wrong in [two, four, other, Vec::new()] {
        assert_eq!(fields(&laid("weekly", &wrong).unwrap_err()), ["dates"], "{wrong:?}");
    }
}

#[test]
fn a_session_is_what_its_step_says_where_and_for_whom_is_said_of_all() {
    let said = SessionFields {
        title: "Asking".to_owned(),
        format: "simulation".to_owned(),
        minutes: "60".to_owned(),
        ..SessionFields::default()
    };
    let place = StepsPlaceFields {
        held_for: "N1".to_owned(),
        venue: "Room 3".to_owned(),
        link: String::new(),
        capacity: "10".to_owned(),
    };
    let session = |minutes, place: &StepsPlaceFields| {
        in_turn("weekly", minutes).unwrap().session(said.clone(), place, first())
    };
    let own = session("", &place).unwrap();
    assert_eq!((own.title.as_str(), own.format, own.minutes), ("Asking", Format::Simulation, 60));
    assert_eq!((own.starts, own.held_for.as_deref()), (first(), Some("N1")));
    assert_eq!((own.venue.as_deref(), own.capacity), (Some("Room 3"), 10));
    assert_eq!(session("90", &place).unwrap().minutes, 90);
    let nowhere = session("", &StepsPlaceFields::default()).unwrap_err();
    assert_eq!(fields(&nowhere), ["held_for", "capacity"]);
}

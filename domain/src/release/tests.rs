//! Windows over weeks and exceptions, notice, when a booking waits, and what the forms ask.

use super::approval::is_the_deputys;
use super::forms::{
    AddException, AddWindow, Decline, KeepMinimum, KeepRelease, ReleaseFields, WindowFields,
};
use super::windows::Protection::{Inside, Outside, Unknown};
use super::windows::{Window, first_from};
use super::*;
use crate::dates::days_after;
use crate::fields::FieldErrors;
use crate::ids::ReleaseWindowId;
use crate::sessions::times::Slot;
use chrono::NaiveTime;
use proptest::prelude::*;
use uuid::Uuid;

/// A Monday.
const TODAY: &str = "2026-11-02";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn window(first: &str, every_weeks: u8, from: &str, to: &str) -> Window {
    Window {
        id: ReleaseWindowId(Uuid::from_u128(1)),
        first: day(first),
        every_weeks,
        last: None,
        from: time(from),
        to: time(to),
    }
}

fn with(windows: Vec<Window>) -> Release {
    Release { windows, ..Release::default() }
}

fn slot(starts: &str, minutes: u32) -> Slot {
    Slot { starts: starts.parse().unwrap(), minutes }
}

fn fields(errors: &FieldErrors) -> Vec<&str> {
    errors.0.iter().map(|error| error.field.as_str()).collect()
}

#[test]
fn a_session_lies_in_a_window_when_the_whole_of_it_does() {
    let release = with(vec![window("2026-11-04", 1, "13:00:00", "17:00:00")]);
    let table = [
        ("2026-11-04T13:00:00", 240, Inside),
        ("2026-11-11T14:00:00", 60, Inside),
        ("2026-11-04T12:59:00", 60, Outside),
        ("2026-11-04T16:30:00", 31, Outside),
        ("2026-11-05T13:00:00", 60, Outside),
        // Before the first day, though on the right day of the week.
        ("2026-10-28T13:00:00", 60, Outside),
    ];
    for (starts, minutes, expected) in table {
        assert_eq!(release.protection(slot(starts, minutes)), expected, "{starts}");
    }
    assert_eq!(Release::default().protection(slot("2026-11-04T13:00:00", 60)), Unknown);
}

#[test]
fn every_second_week_an_exception_and_a_last_day_hold_it_back() {
    let fortnightly =
        Window { last: Some(day("2026-12-02")), ..window("2026-11-04", 2, "13:00:00", "17:00:00") };
    let release = Release { exceptions: vec![day("2026-11-18")], ..with(vec![fortnightly]) };
    let days = ["2026-11-04", "2026-11-11", "2026-11-18", "2026-12-02", "2026-12-16"];
    let told = days.map(|on| release.protection(slot(&format!("{on}T13:00:00"), 60)));
    assert_eq!(told, [Inside, Outside, Outside, Inside, Outside]);
}

#[test]
fn windows_that_follow_each_other_are_one_and_a_gap_is_none() {
    let morning = window("2026-11-04", 1, "09:00:00", "13:00:00");
    let over_midday = |from: &str| {
        let afternoon = window("2026-11-04", 1, from, "17:00:00");
        with(vec![afternoon, morning]).protection(slot("2026-11-04T12:00:00", 120))
    };
    assert_eq!(over_midday("13:00:00"), Inside);
    assert_eq!(over_midday("13:30:00"), Outside);
}

#[test]
fn a_window_is_told_as_people_say_it() {
    let weekly = window("2026-10-28", 1, "13:00:00", "17:00:00");
    assert_eq!(weekly.words(day(TODAY)), "Every Wednesday, 1pm to 5pm");
    let ahead = window("2026-11-04", 1, "09:30:00", "12:00:00");
    let told = "Every Wednesday from 4 November 2026, 9:30am to midday";
    assert_eq!(ahead.words(day(TODAY)), told);
    let second = Window { every_weeks: 2, last: Some(day("2027-03-31")), ..weekly };
    let told = "Every second Wednesday from 28 October 2026, 1pm to 5pm, until 31 March 2027";
    assert_eq!(second.words(day(TODAY)), told);
}

#[test]
fn inside_the_notice_there_is_a_warning_and_no_notice_warns_of_nothing() {
    // Eight weeks from 2 November are 28 December.
    let release = Release::default();
    assert!(release.is_short_notice(day("2026-12-27"), day(TODAY)));
    assert!(!release.is_short_notice(day("2026-12-28"), day(TODAY)));
    let told = |on: &str| release.warnings("Bow team", slot(on, 60), day(TODAY));
    let five = "Bow team asks for notice of 8 weeks. This session is 5 weeks ahead.";
    assert_eq!(told("2026-12-07T13:00:00"), [five]);
    let near = "Bow team asks for notice of 8 weeks. This session is 1 day ahead.";
    assert_eq!(told("2026-11-03T13:00:00"), [near]);
    assert!(told("2026-12-28T13:00:00").is_empty());
    let none = Release { notice_weeks: 0, ..with(vec![window(TODAY, 1, "09:00:00", "12:00:00")]) };
    let outside = "This session is not in the protected time of Bow team.";
    assert_eq!(none.warnings("Bow team", slot("2026-11-02T13:00:00", 60), day(TODAY)), [outside]);
}

#[test]
fn a_booking_waits_when_it_would_leave_fewer_than_the_team_keeps_or_when_all_of_them_do() {
    let minimum = Minimum { profession: "Nursing".to_owned(), least: 2 };
    let keeps = Release { minimums: vec![minimum], ..Release::default() };
    let table = [
        (Some("Nursing"), 3, false),
        (Some("Nursing"), 2, true),
        (Some("Nursing"), 0, true),
        (Some("Medical"), 1, false),
        (None, 1, false),
    ];
    for (profession, present, expected) in table {
        assert_eq!(keeps.waits_for_approval(profession, present), expected, "{profession:?}");
    }
    let always = Release { asks_approval: true, ..Release::default() };
    assert!(always.waits_for_approval(None, 9));
    assert!(!Release::default().waits_for_approval(Some("Nursing"), 1));
}

#[test]
fn of_four_with_three_kept_one_can_go() {
    let minimum = Minimum { profession: "Nursing".to_owned(), least: 3 };
    let keeps = Release { minimums: vec![minimum], ..Release::default() };
    assert_eq!(keeps.can_go(Some("Nursing"), 4), Some(1));
    assert_eq!(keeps.can_go(Some("Nursing"), 2), Some(0), "fewer are there already");
    assert_eq!(keeps.can_go(Some("Medical"), 4), None);
    assert_eq!(keeps.can_go(None, 4), None);
}

#[test]
fn after_three_working_days_a_request_is_the_deputys_too() {
    let asked = "2026-11-05T10:00:00".parse().unwrap();
    let table = [
        // Thursday 10am, over a weekend, to Tuesday 10am.
        ("2026-11-08T23:00:00", false),
        ("2026-11-10T09:59:00", false),
        ("2026-11-10T10:00:00", true),
    ];
    for (now, expected) in table {
        assert_eq!(is_the_deputys(asked, now.parse().unwrap()), expected, "{now}");
    }
}

#[test]
fn a_window_begins_on_its_day_of_the_week() {
    assert_eq!(first_from(day(TODAY), DayOfWeek::Monday), day(TODAY));
    assert_eq!(first_from(day(TODAY), DayOfWeek::Sunday), day("2026-11-08"));
    let typed = WindowFields {
        weekday: "wednesday".to_owned(),
        every_weeks: "2".to_owned(),
        begins: "1pm".to_owned(),
        ends: "5pm".to_owned(),
        ..WindowFields::default()
    };
    let added = AddWindow::parse(&typed, day(TODAY)).unwrap();
    assert_eq!((added.first, added.every_weeks, added.last), (day("2026-11-04"), 2, None));
    let backwards = WindowFields { ends: "midday".to_owned(), ..typed.clone() };
    assert_eq!(fields(&AddWindow::parse(&backwards, day(TODAY)).unwrap_err()), ["ends"]);
    let over = WindowFields { ends_on: "2026-11-03".to_owned(), ..typed };
    assert_eq!(fields(&AddWindow::parse(&over, day(TODAY)).unwrap_err()), ["ends_on"]);
    let none = AddWindow::parse(&WindowFields::default(), day(TODAY)).unwrap_err();
    assert_eq!(fields(&none), ["weekday", "every_weeks", "begins", "ends"]);
}

#[test]
fn what_a_team_asks_is_read_field_by_field() {
    let typed = ReleaseFields { notice_weeks: "8".to_owned(), ..ReleaseFields::default() };
    let kept = KeepRelease::parse(&typed).unwrap();
    assert_eq!((kept.cover, kept.notice_weeks, kept.asks_approval), (None, 8, false));
    let wrong = ReleaseFields {
        cover: "magic".to_owned(),
        notice_weeks: "53".to_owned(),
        deputy: "somebody".to_owned(),
        ..typed
    };
    let wrong = KeepRelease::parse(&wrong).unwrap_err();
    assert_eq!(fields(&wrong), ["cover", "notice_weeks", "deputy"]);
    assert_eq!(fields(&KeepMinimum::parse(" ", "0").unwrap_err()), ["profession", "least"]);
    assert!(KeepMinimum::parse("Nursing", "2").is_ok());
    assert!(AddException::parse(TODAY, day(TODAY)).is_ok());
    assert!(AddException::parse("2026-11-01", day(TODAY)).is_err());
    assert_eq!(Decline::parse("no_cover"), Ok(Decline(DeclineReason::NoCover)));
    assert!(Decline::parse("").is_err());
}

proptest! {
    #[test]
    fn as_many_go_one_after_the_other_as_can_go_together(least in 1_u16..20, present in 1_usize..40) {
        let minimum = Minimum { profession: "Nursing".to_owned(), least };
        let keeps = Release { minimums: vec![minimum], ..Release::default() };
        let goes = |gone: &usize| present - gone > usize::from(least);
        let together = (0..present).take_while(goes).count();
        prop_assert_eq!(keeps.can_go(Some("Nursing"), present), Some(together));
        for gone in 0..present {
            prop_assert_eq!(keeps.leaves_too_few(Some("Nursing"), present - gone), gone >= together);
        }
    }

    #[test]
    fn a_window_comes_back_on_its_own_day_of_the_week_only(ahead in 0_i64..400, second in any::<bool>()) {
        let every = if second { 2 } else { 1 };
        let window = window("2026-11-04", every, "13:00:00", "17:00:00");
        let on = days_after(window.first, ahead);
        prop_assert_eq!(window.holds_on(on), ahead % (7 * i64::from(every)) == 0);
        prop_assert!(!window.holds_on(days_after(window.first, -1 - ahead)));
    }
}

//! When the sessions of a series are, and how its rule is written and told.

use super::*;
use crate::fields::FieldErrors;
use crate::refusal::Refusal;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// The rule that goes on from a day.
fn from(first: &str, pace: Pace, every: u32, count: u32) -> Recurrence {
    Recurrence { days: Days::from(day(first), pace).unwrap(), every, count }
}

fn days(rule: &Recurrence, first: &str) -> Vec<String> {
    let starts = rule.starts(at(&format!("{first}T13:00:00")));
    assert!(starts.iter().all(|start| start.time() == NaiveTime::from_hms_opt(13, 0, 0).unwrap()));
    starts.iter().map(|start| start.date().to_string()).collect()
}

#[test]
fn one_pm_stays_one_pm_over_both_clock_changes() {
    // Clocks go back on 25 October 2026 and forward on 28 March 2027.
    let autumn = from("2026-10-20", Pace::Weekly, 1, 3);
    assert_eq!(days(&autumn, "2026-10-20"), ["2026-10-20", "2026-10-27", "2026-11-03"]);
    let spring = from("2027-03-16", Pace::Weekly, 2, 3);
    assert_eq!(days(&spring, "2027-03-16"), ["2027-03-16", "2027-03-30", "2027-04-13"]);
}

#[test]
fn a_month_has_its_second_and_its_last_tuesday() {
    let second = from("2026-12-08", Pace::Monthly, 1, 4);
    let expected = ["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09"];
    assert_eq!(days(&second, "2026-12-08"), expected);
    // The fifth in December, the fourth in January: the last in both.
    let last = from("2026-12-29", Pace::MonthlyLast, 1, 3);
    assert_eq!(days(&last, "2026-12-29"), ["2026-12-29", "2027-01-26", "2027-02-23"]);
    let quarterly = from("2026-11-27", Pace::MonthlyLast, 3, 3);
    assert_eq!(days(&quarterly, "2026-11-27"), ["2026-11-27", "2027-02-26", "2027-05-28"]);
}

#[test]
fn a_rule_is_told_as_people_say_it() {
    let table = [
        (from("2026-12-08", Pace::Weekly, 1, 8), "every Tuesday at 1pm"),
        (from("2026-12-08", Pace::Weekly, 2, 8), "every 2 weeks on Tuesday at 1pm"),
        (from("2026-12-08", Pace::Monthly, 1, 8), "on the second Tuesday of each month at 1pm"),
        (from("2026-12-25", Pace::MonthlyLast, 3, 8), "every 3 months on the last Friday at 1pm"),
    ];
    for (rule, words) in table {
        assert_eq!(rule.words(NaiveTime::from_hms_opt(13, 0, 0).unwrap()), words);
    }
}

#[test]
fn a_rule_is_read_as_it_is_written_and_nothing_else_is() {
    let table = [
        (Days::Weekly(Weekday::Tue), 1, 8, "FREQ=WEEKLY;COUNT=8;BYDAY=TU"),
        (Days::Weekly(Weekday::Sun), 2, 60, "FREQ=WEEKLY;INTERVAL=2;COUNT=60;BYDAY=SU"),
        (Days::Monthly(Nth::Third, Weekday::Mon), 1, 6, "FREQ=MONTHLY;COUNT=6;BYDAY=3MO"),
        (Days::Monthly(Nth::Last, Weekday::Fri), 1, 6, "FREQ=MONTHLY;COUNT=6;BYDAY=-1FR"),
    ];
    for (days, every, count, text) in table {
        let rule = Recurrence { days, every, count };
        assert_eq!((rule.to_string().as_str(), text.parse::<Recurrence>()), (text, Ok(rule)));
    }
    let read = "BYDAY=TU;COUNT=8;FREQ=WEEKLY".parse::<Recurrence>();
    assert_eq!(read, Ok(from("2026-12-08", Pace::Weekly, 1, 8)));
    for wrong in [
        "",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=DAILY;COUNT=8;BYDAY=TU",
        "FREQ=WEEKLY;COUNT=61;BYDAY=TU",
        "FREQ=WEEKLY;COUNT=8;BYDAY=2TU",
        "FREQ=MONTHLY;COUNT=8;BYDAY=5TU",
        "FREQ=MONTHLY;COUNT=8;BYDAY=T",
        "FREQ=WEEKLY;INTERVAL=0;COUNT=8;BYDAY=TU",
        "FREQ=WEEKLY;COUNT=8;BYDAY=TU;WKST=SU",
    ] {
        assert!(wrong.parse::<Recurrence>().is_err(), "{wrong}");
    }
}

#[test]
fn what_was_changed_for_one_day_is_kept_when_others_are_changed() {
    let time = NaiveTime::from_hms_opt(13, 0, 0).unwrap();
    let before = Shared {
        title: "Safety plans".to_owned(),
        about: None,
        time,
        venue: Some("Room 1".to_owned()),
        link: None,
        capacity: 12,
    };
    let after = Shared { title: "Plans for safety".to_owned(), capacity: 10, ..before.clone() };
    let elsewhere =
        Shared { venue: Some("Hall".to_owned()), capacity: 20, about: None, ..before.clone() };
    let changed = elsewhere.changed(&before, &after);
    assert_eq!(changed, Shared { venue: Some("Hall".to_owned()), ..after });
}

#[test]
fn refusals_are_told_with_their_days_and_not_without_end() {
    let one = |nth: u32| {
        let day = NaiveDate::from_ymd_opt(2026, 12, nth).unwrap();
        on(day, Refusal::rule("clash", "You lead another session then."))
    };
    assert_eq!(together(vec![]), Ok(()));
    let told = |refused: Vec<Refusal>| together(refused).unwrap_err().to_string();
    assert_eq!(told(vec![one(8)]), "Tuesday 8 December 2026: You lead another session then.");
    assert!(told((1..=4).map(one).collect()).ends_with("You lead another session then."));
    assert!(told((1..=5).map(one).collect()).ends_with("So it is for 1 more session."));
    assert!(told((1..=9).map(one).collect()).ends_with("So it is for 5 more sessions."));
    let beside = on(day("2026-12-08"), FieldErrors::one("capacity", "Enter more seats").into());
    let expected = FieldErrors::one("capacity", "Tuesday 8 December 2026: Enter more seats");
    assert_eq!(together(vec![beside]), Err(expected.into()), "a single one stays beside its field");
}

#[test]
fn a_session_is_repeated_once_and_before_it_is_over() {
    use crate::sessions::SessionState::{Cancelled, Delivered, Draft, Scheduled};
    let allowed =
        [Draft, Scheduled, Delivered, Cancelled].map(|state| may_repeat(state, false).is_ok());
    assert_eq!(allowed, [true, true, false, false]);
    assert!(may_repeat(Draft, true).is_err() && may_repeat(Scheduled, true).is_err());
}

fn pace() -> impl Strategy<Value = Pace> {
    prop_oneof![Just(Pace::Weekly), Just(Pace::Monthly), Just(Pace::MonthlyLast)]
}

proptest! {
    #[test]
    fn a_series_has_all_its_sessions_at_one_time_of_day_and_none_before_the_first(
        ahead in 0_i64..1_500,
        minute in 0_i64..1_440,
        pace in pace(),
        every in 1..=EVERY_MOST,
        count in 1..=MOST,
    ) {
        let first_day = day("2026-01-01") + TimeDelta::days(ahead);
        let first = first_day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
        if let Some(days) = Days::from(first.date(), pace) {
            let rule = Recurrence { days, every, count };
            let starts = rule.starts(first);
            prop_assert_eq!(starts.len(), count as usize);
            prop_assert_eq!(starts[0], first);
            prop_assert!(starts.is_sorted_by(|one, next| one < next));
            for start in &starts {
                prop_assert_eq!(start.time(), first.time());
                prop_assert_eq!(start.weekday(), first.weekday());
            }
            for pair in starts.windows(2) {
                let (one, next) = (pair[0].date(), pair[1].date());
                match pace {
                    Pace::Weekly => {
                        prop_assert_eq!((next - one).num_days(), 7 * i64::from(every));
                    }
                    // The same place in its month, and no month left out.
                    Pace::Monthly => prop_assert_eq!((one.day() - 1) / 7, (next.day() - 1) / 7),
                    Pace::MonthlyLast => {
                        prop_assert_ne!((next + TimeDelta::days(7)).month(), next.month());
                    }
                }
                if pace != Pace::Weekly {
                    let months = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
                    prop_assert_eq!(months(next) - months(one), every as i32);
                }
            }
            prop_assert_eq!(rule.to_string().parse::<Recurrence>(), Ok(rule));
        }
    }
}

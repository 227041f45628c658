//! What may stand in the log, and what it comes to.

use super::*;
use proptest::prelude::*;
use uuid::Uuid;

const NOBODY: PersonId = PersonId(Uuid::nil());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-02")
}

fn told(held_on: &str, minutes: &str) -> FieldErrors {
    LogSupervision::parse("clinical", held_on, minutes, today()).unwrap_err()
}

#[test]
fn an_entry_is_a_kind_a_day_and_minutes_and_nothing_else() {
    let logged = LogSupervision::parse("group", "2026-11-02", " 90 ", today()).unwrap();
    let expected = LogSupervision { kind: SupervisionKind::Group, held_on: today(), minutes: 90 };
    assert_eq!(logged, expected);
    let errors = LogSupervision::parse("chat", "", "", today()).unwrap_err();
    let fields: Vec<_> = errors.0.iter().map(|e| e.field.as_str()).collect();
    assert_eq!(fields, ["kind", "held_on", "minutes"]);
}

#[test]
fn the_day_lies_in_the_last_three_years() {
    assert!(told("2026-11-03", "60").of("held_on").unwrap().contains("in the past"));
    assert!(told("2023-11-01", "60").of("held_on").unwrap().contains("2 November 2023"));
    assert!(LogSupervision::parse("peer", "2023-11-02", "60", today()).is_ok());
}

#[test]
fn the_minutes_are_those_of_one_working_day_at_most() {
    for minutes in ["0", "481", "-5", "an hour", "1.5"] {
        assert!(told("2026-11-02", minutes).of("minutes").is_some(), "{minutes}");
    }
    assert!(LogSupervision::parse("peer", "2026-11-02", "480", today()).is_ok());
}

#[test]
fn twelve_months_are_summed_up_their_first_and_last_day_too() {
    let held = |on: &str, minutes| Held { person: NOBODY, on: day(on), minutes };
    // The twelve months up to 2 November 2026 begin on 3 November 2025.
    let log = [held("2025-11-02", 60), held("2025-11-03", 45), held("2026-11-02", 60)];
    let sum = Summary::of(log, today());
    assert_eq!(sum, Summary { last_on: Some(today()), times: 2, minutes: 105 });
    assert_eq!(sum.time(), "1 hour 45 minutes");
    assert_eq!(Summary::of([], today()), Summary::default());
}

proptest! {
    #[test]
    fn what_is_summed_up_does_not_depend_on_the_order(
        mut entries in proptest::collection::vec((0_i64..800, 1_u16..480), 0..20),
    ) {
        let held = |&(back, minutes): &(i64, u16)| Held {
            person: NOBODY,
            on: days_after(today(), -back),
            minutes,
        };
        let sum = Summary::of(entries.iter().map(held), today());
        entries.reverse();
        prop_assert_eq!(Summary::of(entries.iter().map(held), today()), sum);
        // 365 days back is 2 November 2025, the day before the twelve months begin.
        let within: Vec<_> = entries.iter().filter(|(back, _)| *back < 365).collect();
        prop_assert_eq!(sum.times as usize, within.len());
    }
}

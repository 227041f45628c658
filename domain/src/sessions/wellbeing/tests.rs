//! Who is asked about wellbeing, and that what is told of the answers points at nobody.

use super::*;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn counts(people: [u32; 4]) -> BTreeMap<Wellbeing, u32> {
    Wellbeing::ALL.iter().copied().zip(people).collect()
}

#[test]
fn nobody_has_to_answer() {
    let table =
        [("", Ok(None)), ("not_said", Ok(None)), (" very_poor ", Ok(Some(Wellbeing::VeryPoor)))];
    for (text, expected) in table {
        assert_eq!(Wellbeing::parse(text), expected, "{text}");
    }
    let refused = Wellbeing::parse("splendid").unwrap_err();
    assert_eq!(refused, "Choose how work has been, or that you would rather not say");
}

#[test]
fn somebody_is_asked_with_the_first_feedback_of_a_quarter() {
    // 7 December lies in the quarter from 1 October to 31 December.
    let table: [(Phase, &[&str], bool); 6] = [
        (Phase::After, &[], true),
        (Phase::After, &["2026-09-30"], true),
        (Phase::After, &["2025-12-07"], true),
        (Phase::After, &["2026-09-30", "2026-10-01"], false),
        (Phase::After, &["2026-12-07"], false),
        (Phase::FollowUp, &[], false),
    ];
    for (phase, given, expected) in table {
        let days = given.iter().copied().map(day);
        assert_eq!(is_asked(phase, days, day("2026-12-07")), expected, "{phase} {given:?}");
    }
}

#[test]
fn a_quarter_is_told_once_it_is_over_and_whole() {
    let table = [
        (("2026-04-01", "2027-03-31"), "2027-01-01", true),
        (("2026-10-01", "2026-12-31"), "2027-01-01", true),
        (("2026-04-01", "2027-03-31"), "2026-12-31", false),
        (("2026-10-02", "2026-12-31"), "2027-01-01", false),
        (("2026-10-01", "2026-12-30"), "2027-01-01", false),
    ];
    let quarter = Quarter::of(day("2026-12-07"));
    for ((from, to), today, expected) in table {
        let told = is_told(quarter, (day(from), day(to)), day(today));
        assert_eq!(told, expected, "{from} {to} {today}");
    }
}

#[test]
fn each_answer_is_told_where_each_may_be_and_else_how_many_gave_a_good_one() {
    let table: [([u32; 4], &[&str]); 8] = [
        // Two of 40 are few, so no answer is told by itself: 20 and 10 are 30, 75%.
        ([20, 10, 8, 2], &["30 of 40 (75%) said “Very good” or “Good”"]),
        ([5, 4, 7, 1], &["10 of 17 said “Very good” or “Good”"]),
        ([1, 2, 2, 1], &["How many of 6 said “Very good” or “Good” is left out"]),
        // All but 5 of 25.
        ([10, 10, 0, 5], &["How many of 25 said “Very good” or “Good” is left out"]),
        ([2, 3, 20, 20], &["20% or less of 45 said “Very good” or “Good”"]),
        ([20, 20, 3, 2], &["80% or more of 45 said “Very good” or “Good”"]),
        // 13, 9 and 18 would be 15, 10 and 20, which leave 13 and 14 alone to the first.
        ([13, 9, 0, 18], &["20 of 40 (50%) said “Very good” or “Good”"]),
        (
            // 14 and 17 round to 15: 15 of 40 are 37.5%, half up.
            [14, 9, 0, 17],
            &[
                "15 of 40 (38%) said “Very good”",
                "10 of 40 (25%) said “Good”",
                "0 of 40 (0%) said “Poor”",
                "15 of 40 (38%) said “Very poor”",
            ],
        ),
    ];
    for (people, expected) in table {
        let words: Vec<String> = told(&counts(people)).iter().map(ToString::to_string).collect();
        assert_eq!(words, expected, "{people:?}");
    }
}

/// Every way in which so many people can have answered.
fn ways(of: u32) -> impl Iterator<Item = [u32; 4]> {
    let rest = move |a: u32, b: u32| (0..=of - a - b).map(move |c| [a, b, c, of - a - b - c]);
    (0..=of).flat_map(move |a| (0..=of - a).flat_map(move |b| rest(a, b)))
}

#[test]
fn from_what_is_told_the_number_of_no_answer_can_be_worked_out() {
    for of in 2..=44 {
        let mut possible: BTreeMap<String, [BTreeSet<u32>; 4]> = BTreeMap::new();
        for way in ways(of) {
            let told = told(&counts(way));
            let numbers = possible.entry(format!("{told:?}")).or_default();
            for (numbers, number) in numbers.iter_mut().zip(way) {
                numbers.insert(number);
            }
        }
        for (told, numbers) in possible {
            // At least three, as clause 9 asks; none and all may be told.
            let open =
                |all: &BTreeSet<u32>| all.len() >= 3 || all.iter().eq([&0]) || all.iter().eq([&of]);
            assert!(numbers.iter().all(open), "{told} of {of}: {numbers:?}");
        }
    }
}

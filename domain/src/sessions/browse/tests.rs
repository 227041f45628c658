//! How addresses of sessions are read, and which days a month and a week have.

use super::*;
use crate::sessions::format::Format;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn parsed(query: &[(&str, &str)]) -> SessionsAddress {
    let query: Vec<(String, String)> =
        query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    SessionsAddress::parse(&query)
}

#[test]
fn an_address_names_what_is_looked_for() {
    let address = parsed(&[
        ("q", " risk "),
        ("view", "month"),
        ("month", "2026-12"),
        ("week", "2026-W50"),
        ("format", "workshop"),
        ("builds", "RSK"),
        ("for", "N1"),
        ("free", ""),
        ("free", "yes"),
        ("mine", ""),
        ("page", "2"),
    ]);
    let expected = SessionsAddress {
        words: "risk".to_owned(),
        view: Some(View::Month),
        at: Some("2026-12".to_owned()),
        format: Some(Format::Workshop),
        builds: Some("RSK".to_owned()),
        held_for: Some("N1".to_owned()),
        free: true,
        page: Some(2),
        ..SessionsAddress::default()
    };
    assert_eq!(address, expected);
    assert!(address.is_filtered() && !parsed(&[("view", "week")]).is_filtered());
    let over = parsed(&[("past", "yes"), ("free", "yes"), ("mine", "yes")]);
    assert_eq!(over, SessionsAddress { past: true, ..SessionsAddress::default() });
    let unknown = parsed(&[("view", "year"), ("format", "picnic"), ("page", "last")]);
    assert_eq!(unknown, SessionsAddress::default());
}

#[test]
fn a_view_shows_the_days_that_are_named_or_those_around_today() {
    let span = |query: &[(&str, &str)]| {
        parsed(query).span(day("2026-11-04")).map(|span| (span.code(), span.words()))
    };
    let told = |code: &str, words: &str| Some((code.to_owned(), words.to_owned()));
    assert_eq!(span(&[]), None);
    assert_eq!(span(&[("view", "month")]), told("2026-11", "November 2026"));
    let week = told("2026-W45", "2 November 2026 to 8 November 2026");
    assert_eq!(span(&[("view", "week")]), week);
    let named = [("view", "month"), ("month", "2027-02")];
    assert_eq!(span(&named), told("2027-02", "February 2027"));
    for wrong in ["2026-13", "2026-W50", "soon", "0026-01", "2026-W54"] {
        let named = [("view", "month"), ("month", wrong)];
        assert_eq!(span(&named), told("2026-11", "November 2026"), "{wrong}");
    }
}

#[test]
fn a_month_stands_in_weeks_from_monday() {
    // December 2026 begins on a Tuesday and ends on a Thursday.
    let weeks = Span::read("2026-12").unwrap().weeks();
    let numbers: Vec<Vec<u32>> =
        weeks.iter().map(|week| week.iter().flatten().map(Datelike::day).collect()).collect();
    assert_eq!(weeks.len(), 5);
    assert_eq!(numbers[0], [1, 2, 3, 4, 5, 6]);
    assert_eq!((weeks[0][0], weeks[0][1]), (None, Some(day("2026-12-01"))));
    assert_eq!(numbers[4], [28, 29, 30, 31]);
    // A week of two years is one week, under the year of its Thursday.
    let turn = Span::week_of(day("2027-01-01"));
    assert_eq!((turn.code().as_str(), turn.first()), ("2026-W53", day("2026-12-28")));
    assert_eq!(turn.weeks().len(), 1);
}

proptest! {
    #[test]
    fn spans_follow_each_other_without_a_gap(ahead in 0_i64..40_000) {
        let day = crate::dates::days_after(day("2000-01-01"), ahead);
        for span in [Span::month_of(day), Span::week_of(day)] {
            prop_assert!(span.contains(day));
            prop_assert_eq!(span.next().first(), span.end());
            prop_assert_eq!(span.next().previous(), span);
            prop_assert_eq!(Span::read(&span.code()), Some(span));
            let days: Vec<NaiveDate> = span.weeks().concat().into_iter().flatten().collect();
            prop_assert_eq!(days.first(), Some(&span.first()));
            prop_assert_eq!(days.len() as i64, (span.end() - span.first()).num_days());
        }
    }
}

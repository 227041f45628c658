//! What a cell says: text, codes, words, dates, numbers, each with the sentence for a cell that says something else.

use crate::clock::shown_in_london;
use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::{WrittenMoment, parse_moment};
use domain::fields::{is_formula, seen, unguarded};

/// Text of at most `most` characters. A cell that a spreadsheet would run as a formula is refused: whoever opens an
/// export of it later would run it.
pub(super) fn text(most: usize) -> impl Fn(&str) -> Result<String, String> {
    move |cell| {
        if is_formula(&seen(cell)) {
            let message = "starts with =, +, -, @ or a tab, which a spreadsheet runs as a formula; \
                           remove that character";
            return Err(message.to_owned());
        }
        long_text(most)(cell)
    }
}

/// As [`text`], where a spreadsheet's formula does no harm: exports guard such text, and an apostrophe that guards it is
/// taken off.
pub(super) fn guarded_text(most: usize) -> impl Fn(&str) -> Result<String, String> {
    move |cell| match unguarded(seen(cell).trim()) {
        Some(kept) => long_text(most)(kept),
        None => text(most)(cell),
    }
}

/// Text of at most `most` characters, whatever it begins with.
pub(super) fn long_text(most: usize) -> impl Fn(&str) -> Result<String, String> {
    move |cell| {
        let cell = &*seen(cell);
        let cell = cell.trim();
        let length = cell.chars().count();
        if length > most {
            return Err(format!("is too long: {length} characters; shorten it to {most}"));
        }
        Ok(cell.to_owned())
    }
}

/// A code that other files refer to.
pub(super) fn code(cell: &str) -> Result<String, String> {
    text(64)(cell)
}

/// One of a closed list of words, in any case, with spaces or hyphens for underscores.
pub(super) fn word<T>(cell: &str) -> Result<T, String>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let plain = cell.trim().to_lowercase().replace([' ', '-'], "_");
    plain.parse().map_err(|e: T::Err| e.to_string())
}

pub(super) fn date(cell: &str) -> Result<NaiveDate, String> {
    domain::dates::parse_written(cell.trim())
}

/// A moment: by clocks in London, where no offset says otherwise. Of the two that autumn has, the first.
pub(super) fn moment(cell: &str) -> Result<DateTime<Utc>, String> {
    match parse_moment(cell)? {
        WrittenMoment::Exact(moment) => Ok(moment),
        WrittenMoment::Civil(civil) => shown_in_london(civil).ok_or_else(|| {
            "is a time that clocks in London leave out when they go forward; correct it".to_owned()
        }),
    }
}

pub(super) fn yes_or_no(cell: &str) -> Result<bool, String> {
    match cell.trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

/// A whole number from `least` to `most`.
pub(super) fn number(least: i32, most: i32) -> impl Fn(&str) -> Result<i32, String> {
    move |cell| {
        let number = cell.trim().parse().ok().filter(|n| (least..=most).contains(n));
        number.ok_or_else(|| format!("write a whole number from {least} to {most}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::codes::Sector;

    #[test]
    fn what_a_spreadsheet_would_run_is_refused() {
        for cell in ["=1+1", "+44", "-x", "@sum", "\tx", "\rx", " =1"] {
            assert!(text(64)(cell).unwrap_err().contains("formula"), "{cell:?}");
        }
        assert!(text(64)("\u{200b}=1+1").is_err());
        assert_eq!(text(6)(" Łukasz\u{200b} "), Ok("Łukasz".to_owned()));
        assert!(text(5)("Łukasz").is_err());
    }

    #[test]
    fn long_text_may_begin_as_a_list_where_an_apostrophe_guards_it() {
        assert_eq!(guarded_text(64)("'- asks\n- listens"), Ok("- asks\n- listens".to_owned()));
        assert_eq!(guarded_text(64)("'tis"), Ok("'tis".to_owned()));
        assert!(guarded_text(64)("- asks").unwrap_err().contains("formula"));
    }

    #[test]
    fn words_and_answers_are_read_in_any_case() {
        assert_eq!(word::<Sector>("GP Practice"), Ok(Sector::GpPractice));
        assert!(word::<Sector>("hospital").unwrap_err().contains("nhs_trust"));
        assert_eq!((yes_or_no("YES"), yes_or_no("0")), (Ok(true), Ok(false)));
        assert!(yes_or_no("maybe").is_err());
    }

    #[test]
    fn a_moment_is_london_s_and_one_that_never_came_is_none() {
        let utc = |text: &str| Ok(text.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(moment("2026-05-04 13:30"), utc("2026-05-04T12:30:00Z"));
        assert_eq!(moment("2026-05-04T13:30Z"), utc("2026-05-04T13:30:00Z"));
        assert_eq!(moment("2026-10-25 01:30"), utc("2026-10-25T00:30:00Z"), "the first of two");
        assert!(moment("2026-03-29 01:30").unwrap_err().contains("go forward"));
        assert!(moment("next Monday").unwrap_err().contains("2026-05-04 13:30"));
    }

    #[test]
    fn numbers_out_of_range_are_refused() {
        assert_eq!(number(0, 5)("5"), Ok(5));
        for cell in ["6", "-1", "two", "1.0"] {
            assert!(number(0, 5)(cell).is_err(), "{cell}");
        }
    }
}

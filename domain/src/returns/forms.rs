//! The decisions behind the forms of returns: prepare one, say why concerns may stand, be sure that it is submitted.

use super::checks::{Check, Concern, NOTE_MOST, Note};
use crate::fields::{FieldErrors, date, optional_text};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// *Prepare the return of this place as at this day.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrepareReturn {
    /// The code of the place.
    pub place: String,
    /// The reference date.
    pub day: NaiveDate,
}

impl PrepareReturn {
    /// # Errors
    /// Returns a message for each field that cannot be used.
    pub fn parse(place: &str, day: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let place = Some(place.trim().to_owned()).filter(|code| !code.is_empty());
        let place = errors.keep("place", place.ok_or_else(|| "Choose a place".to_owned()));
        let day = errors.keep("day", date(day, "the reference date"));
        match (place, day) {
            (Some(place), Some(day)) => Ok(Self { place, day }),
            _ => Err(errors),
        }
    }
}

/// By which a form names a concern: its check and its subject, in signs that may stand in the name of a field and in an id.
pub fn note_key(check: Check, subject: &str) -> String {
    format!("{check}.{}", escaped(subject))
}

/// The field in which a concern's note is typed, as messages name it.
pub fn note_field(note: &Note) -> String {
    format!("note-{}", note_key(note.check, &note.subject))
}

/// What a form says of the concerns it showed: a reason for each by its [`note_key`], and by the code of a check the reason for all
/// that it came upon and of which nothing else is said.
///
/// # Errors
/// Returns a message for each reason that is missing or too long; for many that have one field together, one.
pub fn notes(
    each: &BTreeMap<String, String>,
    of_all: &BTreeMap<String, String>,
) -> Result<Vec<Note>, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut shared: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for (check, words) in of_all {
        let words = errors.keep(&format!("of_all-{check}"), reason(words));
        shared.insert(check, words.flatten());
    }
    let mut notes = Vec::new();
    for (key, words) in each {
        let Some((check, subject)) = concern(key) else { continue };
        let Some(own) = errors.keep(&format!("note-{key}"), reason(words)) else { continue };
        let together = shared.get(check.code());
        match own.or_else(|| together.cloned().flatten()) {
            Some(words) => notes.push(Note { check, subject, words }),
            None => missing(&mut errors, key, together.map(|_| check)),
        }
    }
    errors.into_result().map(|()| notes)
}

/// Says that a reason is missing, once where many have a field together.
fn missing(errors: &mut FieldErrors, key: &str, together: Option<Check>) {
    let Some(check) = together else {
        errors.add(&format!("note-{key}"), "Enter why it may stand as it is");
        return;
    };
    let field = format!("of_all-{check}");
    if errors.of(&field).is_none() {
        errors.add(&field, "Enter why they may stand as they are, or say it of each");
    }
}

/// What the checks came upon, check by check: as a page shows it and asks about it. Of checks, their first concern counts.
pub fn by_check<T>(
    all: impl IntoIterator<Item = T>,
    check: impl Fn(&T) -> Check,
) -> Vec<(Check, Vec<T>)> {
    let mut groups: Vec<(Check, Vec<T>)> = Vec::new();
    let mut known: BTreeMap<Check, usize> = BTreeMap::new();
    for one in all {
        let check = check(&one);
        let at = *known.entry(check).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, group)) => group.push(one),
            None => groups.push((check, vec![one])),
        }
    }
    groups
}

/// The messages of [`notes`] in the order of the page, each of a single concern with what it is about: two that say the same lead to
/// different fields. `shown` are the concerns as the page shows them; what is about none of them comes last.
pub fn told_of(errors: FieldErrors, shown: &[Concern]) -> FieldErrors {
    let mut told = FieldErrors::default();
    let mut done = BTreeSet::new();
    let mut tell = |field: String, what: &str| {
        if let Some(message) = errors.of(&field) {
            told.add(&field, format!("{message}: {what}"));
            done.insert(field);
        }
    };
    for (check, concerns) in by_check(shown, |concern| concern.check) {
        tell(format!("of_all-{check}"), check.label());
        for concern in concerns {
            tell(format!("note-{}", note_key(concern.check, &concern.subject)), &concern.what);
        }
    }
    let FieldErrors(rest) = errors;
    told.0.extend(rest.into_iter().filter(|error| !done.contains(&error.field)));
    told
}

fn reason(words: &str) -> Result<Option<String>, String> {
    optional_text(words, "the reason", NOTE_MOST)
}

/// Whether somebody ticked that a return is to be submitted.
///
/// # Errors
/// Returns the message for the box where it is not ticked.
pub fn is_sure(ticked: &str) -> Result<(), FieldErrors> {
    match ticked {
        "yes" => Ok(()),
        _ => Err(FieldErrors::one(
            "sure",
            "Tick the box to submit it. It cannot be changed afterwards",
        )),
    }
}

/// The check and the subject that [`note_key`] put together.
fn concern(key: &str) -> Option<(Check, String)> {
    let (check, subject) = key.split_once('.')?;
    Some((check.parse().ok()?, unescaped(subject)?))
}

/// Letters, figures and hyphens as they are; every other byte as an underscore and its two figures.
fn escaped(text: &str) -> String {
    let mut key = String::new();
    for byte in text.bytes() {
        match byte {
            b'-' => key.push('-'),
            byte if byte.is_ascii_alphanumeric() => key.push(char::from(byte)),
            byte => key.push_str(&format!("_{byte:02x}")),
        }
    }
    key
}

fn unescaped(key: &str) -> Option<String> {
    let mut parts = key.split('_');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(byte, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::GrantKind;
    use crate::returns::checks::Severity;
    use proptest::prelude::*;

    fn map(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
        entries.iter().map(|(key, words)| ((*key).to_owned(), (*words).to_owned())).collect()
    }

    fn told(each: &[(&str, &str)], of_all: &[(&str, &str)]) -> Vec<String> {
        match notes(&map(each), &map(of_all)) {
            Ok(notes) => notes.iter().map(|n| format!("{} {}", n.subject, n.words)).collect(),
            Err(errors) => errors.0.into_iter().map(|error| error.field).collect(),
        }
    }

    #[test]
    fn each_has_its_own_reason_or_that_of_all() {
        let each = [("changed.A", " It moved "), ("changed.B", " "), ("provisional.P1", "New")];
        let together = told(&each, &[("changed", "The roles changed")]);
        assert_eq!(together, ["A It moved", "B The roles changed", "P1 New"]);
        assert_eq!(told(&each, &[]), ["note-changed.B"]);
    }

    #[test]
    fn what_is_missing_is_said_once_where_many_have_one_field() {
        let each = [("changed.A", ""), ("changed.B", ""), ("open.C", "")];
        assert_eq!(told(&each, &[("changed", " ")]), ["of_all-changed", "note-open.C"]);
        let long = "x".repeat(NOTE_MOST + 1);
        assert_eq!(told(&[("open.C", &long)], &[]), ["note-open.C"]);
    }

    #[test]
    fn messages_stand_in_the_order_of_the_page_and_name_what_they_are_about() {
        let concern = |check, subject: &str, what: &str| Concern {
            severity: Severity::SayWhy,
            check,
            subject: subject.to_owned(),
            what: what.to_owned(),
            way: String::new(),
            who: GrantKind::WorkforceLead,
        };
        // What is not answered yet is shown first: of checks, their first concern counts.
        let shown = [
            concern(Check::Provisional, "P1", "Practice 1 is assessed by less than half"),
            concern(Check::Changed, "B", "B has fallen by 30 points"),
            concern(Check::Provisional, "P2", "Practice 2 is assessed by less than half"),
            concern(Check::Open, "C", "C could be worked out"),
        ];
        let each =
            [("changed.B", ""), ("provisional.P2", ""), ("provisional.P1", ""), ("open.C", "")];
        let errors = notes(&map(&each), &map(&[("open", "")])).unwrap_err();
        let told: Vec<String> =
            told_of(errors, &shown).0.into_iter().map(|error| error.message).collect();
        let expected = [
            "Enter why it may stand as it is: Practice 1 is assessed by less than half",
            "Enter why it may stand as it is: Practice 2 is assessed by less than half",
            "Enter why it may stand as it is: B has fallen by 30 points",
            "Enter why they may stand as they are, or say it of each: Could be worked out",
        ];
        assert_eq!(told, expected);
        let gone = FieldErrors::one("note-open.D", "Enter why it may stand as it is");
        assert_eq!(
            told_of(gone.clone(), &shown),
            gone,
            "what is not shown any more stays as it was"
        );
    }

    #[test]
    fn what_names_no_concern_is_no_note() {
        assert_eq!(told(&[("unknown.A", "x"), ("changed", "x"), ("open._z", "x")], &[]), [""; 0]);
    }

    #[test]
    fn a_return_is_of_a_place_and_a_day() {
        let parsed = PrepareReturn::parse(" TH ", "2026-09-30").unwrap();
        assert_eq!((parsed.place.as_str(), parsed.day.to_string().as_str()), ("TH", "2026-09-30"));
        let refused = PrepareReturn::parse("", "31 September").unwrap_err();
        assert_eq!(refused.of("place"), Some("Choose a place"));
        assert!(refused.of("day").is_some_and(|told| told.contains("a real date")));
    }

    #[test]
    fn only_a_tick_is_sure() {
        assert!(is_sure("yes").is_ok() && is_sure("").is_err());
    }

    proptest! {
        #[test]
        fn every_subject_comes_back_and_stands_in_an_id(subject in any::<String>()) {
            let key = note_key(Check::Changed, &subject);
            prop_assert!(key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign)));
            prop_assert_eq!(concern(&key), Some((Check::Changed, subject)));
        }
    }
}

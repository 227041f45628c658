//! Tables of what people write, from which a careful lead would want to be kept, or not be bothered; and properties.

use super::numbers::checks;
use super::{Found, REASON_FIELD, Sign, let_through, look};
use chrono::NaiveDate;
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

fn found(text: &str) -> Found {
    look(text, today())
}

/// The signs that are asked about, each with the words that bear it.
fn asked(text: &str) -> Vec<(Sign, String)> {
    let words =
        |place: std::ops::Range<usize>| text.chars().skip(place.start).take(place.len()).collect();
    found(text).questioned.into_iter().map(|f| (f.sign, words(f.place))).collect()
}

fn stops(text: &str) -> bool {
    !found(text).stopped.is_empty()
}

#[test]
fn an_nhs_number_is_stopped_however_it_is_spelled() {
    for text in [
        "4010232137",
        "401 023 2137",
        "401-023-2137",
        "401.023.2137",
        "401 - 023 - 2137",
        "401\u{a0}023\u{2011}2137",
        "401  023\t2137",
        "401\n023 2137",
        "401 0232137",
        "401023 2137",
        "\u{ff14}010232137",
        "NHS4010232137",
        "(401 023 2137)",
        "seen on 4 May 2026 401 023 2137, then discharged",
        "Nhs no: 401 023 2137.",
        "401 023 2137. Mobile later",
        "ward 12 401 023 2137",
        "my mobile is broken; NHS number 401 023 2137",
        "4010232137/9434765919",
        "7000000000 is none, 6000000006 is",
    ] {
        assert!(stops(text), "{text}");
    }
}

#[test]
fn a_telephone_number_and_a_part_of_something_longer_are_let_pass() {
    for text in [
        "4010232138",
        "9434765919",
        "+4010232137",
        "+44 401 023 2137",
        "0044 401 023 2137",
        "+44 (0)401 023 2137",
        "(0) 401 023 2137",
        "04010232137",
        "0401 023 2137",
        "tel 4010232137",
        "Tel: 401 023 2137",
        "phone no. 401-023-2137",
        "my mobile number is 401 023 2137",
        "40102321371",
        "4010232137.50",
        "2026-401-023-2137",
        "401-023-2137-01",
        "4010 232 137",
        "40102 32137",
        "020 7946 0958",
        "07700 900123",
        "GMC 1234567",
        "NMC PIN 12A3456E",
        "E84001",
        "RSK-1",
        "978-0-401-02321-37",
    ] {
        assert!(!stops(text), "{text}");
    }
}

#[test]
fn a_number_that_begins_otherwise_is_asked_about_where_it_is_called_one_of_the_nhs() {
    for (text, words) in [
        ("NHS no: 943 476 5919", "943 476 5919"),
        ("nhs number 9434765919", "9434765919"),
        ("NHS Num. 943-476-5919, seen", "943-476-5919"),
        ("NHS#9434765919", "9434765919"),
        ("NHS # 943 476 5919", "943 476 5919"),
        ("NHS No.: (943 476 5919)", "943 476 5919"),
        ("NHS-number = 943.476.5919", "943.476.5919"),
        ("her NHS number\u{a0}- 943\u{a0}476\u{a0}5919", "943\u{a0}476\u{a0}5919"),
    ] {
        assert_eq!(asked(text), [(Sign::NhsNumber, words.to_owned())], "{text}");
        assert!(!stops(text), "{text}");
    }
    assert!(stops("NHS no: 401 023 2137") && asked("NHS no: 401 023 2137").is_empty());
}

#[test]
fn other_numbers_of_the_nhs_are_not() {
    for text in [
        "NHS number of posts: 12",
        "NHS number of posts: 9434765919",
        "NHS no: 943 476 5918",
        "943 476 5919",
        "order no 943 476 5919",
        "NHS 943 476 5919",
        "NHS tel: 943 476 5919",
        "the NHS number, 020 7946 0958",
        "NHS no. 94347659190",
        "NHS no. 943 476 5919-01",
        "NHS no. +44 943 476 5919",
        "NHSX number 943 476 5919",
        "NHS number: none",
    ] {
        assert_eq!(asked(text), [], "{text}");
        assert!(!stops(text), "{text}");
    }
}

#[test]
fn dates_of_birth_are_asked_about() {
    for (text, words) in [
        ("DOB 12/03/1955", "12/03/1955"),
        ("dob: 4 May 2019", "4 May 2019"),
        ("d.o.b. 12.3.55", "12.3.55"),
        ("DOB12/03/2015", "12/03/2015"),
        ("her date of birth is 12th March 2015", "12th March 2015"),
        ("born on 4 May 2026", "4 May 2026"),
        ("a man born in 1950", "1950"),
        ("born 12031955", "12031955"),
        ("DOB 120355", "120355"),
        ("12/03/2019 (DOB)", "12/03/2019"),
        ("a lady, 12/03/55, who", "12/03/55"),
        ("seen 12 March 1955", "12 March 1955"),
        ("March 12th, 1955", "March 12th, 1955"),
        ("1955-03-12", "1955-03-12"),
        ("12-Mar-1955", "12-Mar-1955"),
        ("2 Sept '61", "2 Sept '61"),
        ("date of birth 2 Feb 61", "2 Feb 61"),
    ] {
        assert_eq!(asked(text), [(Sign::DateOfBirth, words.to_owned())], "{text}");
    }
}

#[test]
fn dates_of_work_are_not() {
    for text in [
        "seen on 4 May 2026",
        "Observed 04/05/2026 and 2025-11-30",
        "workshop on 12.3.24",
        "I qualified in 1998",
        "qualified on 12 March 2009",
        "On 12 March 45 people came",
        "version 1.2.2003.4, v1.2.55 and 10.1.2.55",
        "the newborn clinic of 4 May 2026",
        "stubborn since 1990",
        "PHQ-9 score 12/27, then 8/27",
        "between 9.30 and 10.30, room 1.10",
        "31/31/1955 is no date",
        "my birthday course",
        "refresh every 24 months until 31 December 2030",
    ] {
        assert_eq!(asked(text), [], "{text}");
    }
}

#[test]
fn postcodes_are_asked_about() {
    for (text, words) in [
        ("lives at E1 4NS.", "E1 4NS"),
        ("e14ns", "e14ns"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("ec1a1bb", "ec1a1bb"),
        ("M1 1AE", "M1 1AE"),
        ("B33 8TH", "B33 8TH"),
        ("b338th", "b338th"),
        ("CR2 6XH", "CR2 6XH"),
        ("DN551PT", "DN551PT"),
        ("W1A 0AX,", "W1A 0AX"),
        ("(SW1A  2AA)", "SW1A  2AA"),
    ] {
        assert_eq!(asked(text), [(Sign::Postcode, words.to_owned())], "{text}");
    }
}

#[test]
fn codes_grades_and_times_are_no_postcodes() {
    for text in [
        "RSK-1 and EMG-2",
        "course MH101 2AB",
        "F84004, E84001 and RJ1",
        "PIN 12A3456E",
        "ward W4 1st floor",
        "L3 2hr session, L4 1yr post",
        "at B6 9am",
        "band 6, 0.8 WTE",
        "Q1 2AB is no area",
        "E1 4CK has letters that never are last",
        "E14 only",
        "AE1 4NSX",
        "SW1A 2AAB1",
        "level 3: RSK-1:3;RSK-2:3",
    ] {
        assert_eq!(asked(text), [], "{text}");
    }
}

#[test]
fn patients_by_name_are_asked_about() {
    for (text, words) in [
        ("pt John S was seen", "pt John S"),
        ("Pt. John was seen", "Pt. John"),
        ("patient John Smith", "patient John Smith"),
        ("patient: Łukasz", "patient: Łukasz"),
        ("the patient, later patient called Amina", "patient called Amina"),
        ("pt AB", "pt AB"),
        ("patient J.S. came", "patient J.S"),
        ("PT JS", "PT JS"),
        ("my client Mrs Khan", "client Mrs Khan"),
        ("Mr Smith", "Mr Smith"),
        ("Mrs. O'Neill", "Mrs. O'Neill"),
        ("mrs khan came", "mrs khan"),
        ("Ms J. Khan", "Ms J. Khan"),
        ("service user Ben", "user Ben"),
    ] {
        assert_eq!(asked(text), [(Sign::Name, words.to_owned())], "{text}");
    }
}

#[test]
fn colleagues_courses_and_labels_are_no_patients() {
    for text in [
        "With the crisis team",
        "the patient was seen with Dr Khan",
        "Patient Safety course",
        "I saw a patient. John from the team watched",
        "patient's GP",
        "patient GP, patient PHQ-9, patient A&E",
        "patient A and patient X",
        "Mr X. The plan was made",
        "patients Ben and I saw",
        "patient I saw in May",
        "PATIENT WAS SEEN",
        "Service User Involvement group",
        "the user John logged in",
        "pt seen at home",
        "pt DNA",
        "Patient Group Direction",
        "the miss at the door",
        "client-centred",
    ] {
        assert_eq!(asked(text), [], "{text}");
    }
}

#[test]
fn what_is_stopped_names_the_number_and_what_is_asked_names_the_words() {
    let texts = [("note", "pt John, E1 4NS, 401 023 2137"), ("reason", "E1 4NS")];
    let errors = let_through(&texts, " ", today()).unwrap_err();
    assert_eq!(
        errors.of("note"),
        Some("Remove the NHS number “401 023 2137”. Esteem holds nothing about patients")
    );
    assert_eq!(
        errors.of("reason"),
        Some(
            "“E1 4NS” looks like a postcode. Remove it, or say below why this is not about a patient"
        )
    );
    assert!(errors.of(REASON_FIELD).is_some_and(|message| message.starts_with("Say why")));
}

#[test]
fn a_reason_lets_through_what_is_asked_about_and_nothing_that_is_stopped() {
    let pass = |text: &str, reason: &str| let_through(&[("note", text)], reason, today());
    assert_eq!(pass("E1 4NS", "our surgery").unwrap().reason(), Some("our surgery"));
    assert_eq!(pass("On the ward", "our surgery").unwrap().reason(), None, "nothing was asked");
    assert!(pass("4010232137", "our surgery").is_err());
    let called_so = "NHS no 943 476 5919";
    let asked = pass(called_so, "").unwrap_err();
    let told = "“943 476 5919” looks like an NHS number. Remove it, or say below why";
    assert!(asked.of("note").is_some_and(|message| message.starts_with(told)), "{asked}");
    assert_eq!(pass(called_so, "a test number").unwrap().reason(), Some("a test number"));
    let in_reason = pass("E1 4NS", "see 4010232137").unwrap_err();
    assert!(in_reason.of(REASON_FIELD).is_some_and(|message| message.contains("NHS number")));
    assert!(pass("E1 4NS", &"x".repeat(201)).unwrap_err().of(REASON_FIELD).is_some());
}

/// A valid number, as ten digits.
fn numbers() -> impl Strategy<Value = String> {
    let first = prop::sample::select(vec![4_u32, 6, 7]);
    (first, 0_u32..100_000_000).prop_filter_map("has a check digit", |(first, rest)| {
        let nine = format!("{first}{rest:08}");
        (0..10).map(|check| format!("{nine}{check}")).find(|number| checks(number))
    })
}

fn spelled(number: &str, one: &str, other: &str) -> String {
    format!("{}{one}{}{other}{}", &number[..3], &number[3..6], &number[6..])
}

const GAPS: [&str; 6] = ["", " ", "-", " - ", "\u{a0}", "."];

proptest! {
    #[test]
    fn every_valid_number_is_stopped_in_any_of_its_spellings(
        number in numbers(),
        one in prop::sample::select(GAPS.to_vec()),
        other in prop::sample::select(GAPS.to_vec()),
        before in "[a-z]{0,3}[ (:]",
        after in "[a-z ),]{0,3}",
    ) {
        // What names a telephone makes it one.
        prop_assume!(!["tel", "mob", "fax"].contains(&before[..before.len() - 1].trim()));
        let text = format!("{before}{}{after}", spelled(&number, one, other));
        let found = found(&text);
        prop_assert_eq!(found.stopped.len(), 1);
        let start = before.chars().count();
        prop_assert_eq!(found.stopped[0].place.start, start);
    }

    #[test]
    fn a_changed_check_digit_is_no_number(number in numbers(), by in 1_u32..10) {
        let (nine, check) = number.split_at(9);
        let changed = (check.parse::<u32>().unwrap() + by) % 10;
        let text = format!("{nine}{changed}");
        prop_assert!(!stops(&text));
    }

    #[test]
    fn a_number_that_begins_otherwise_is_none(first in "[0123589]", rest in "[0-9]{9}") {
        let text = first + &rest;
        prop_assert!(!stops(&text));
    }

    #[test]
    fn any_text_can_be_looked_at(text in any::<String>()) {
        let length = text.chars().count();
        let found = found(&text);
        for finding in found.stopped.iter().chain(&found.questioned) {
            prop_assert!(finding.place.start < finding.place.end && finding.place.end <= length);
        }
    }
}

//! What is written, read line by line.

use super::*;
use crate::calendar::{Appointment, Part, Series, What};
use crate::sessions::times::Slot;

const BASE: &str = "https://esteem.example";

fn appointment(part: Part) -> Appointment {
    Appointment {
        session: "0198f3c0-0000-7000-8000-000000000001".parse().unwrap(),
        slot: slot("2026-12-07T13:00:00", 90),
        title: "Safety plans, together".to_owned(),
        place: "The surgery; room 2".to_owned(),
        link: None,
        part,
    }
}

fn slot(starts: &str, minutes: u32) -> Slot {
    Slot { starts: starts.parse().unwrap(), minutes }
}

fn entry(what: What) -> Entry {
    Entry { sequence: 7, recorded_at: "2026-11-02T09:30:00.5Z".parse().unwrap(), what }
}

fn alone(part: Part) -> Entry {
    entry(What::Session(appointment(part)))
}

/// What is other in an appointment.
type Other = fn(&mut Appointment);

/// Six Mondays from 7 December, in some of which somebody has a part: each by its day, and what is other there.
fn series(theirs: &[(&str, Other)]) -> Entry {
    let appointments = theirs.iter().map(|(day, other)| {
        let start = format!("{day}T13:00:00");
        let mut one =
            Appointment { slot: slot(&start, 90), session: id(day), ..appointment(Part::Seat) };
        other(&mut one);
        (start.parse().unwrap(), one)
    });
    entry(What::Series(Series {
        id: "0198f3c0-0000-7000-8000-000000000001".parse().unwrap(),
        rule: "FREQ=WEEKLY;COUNT=6;BYDAY=MO".parse().unwrap(),
        first: slot("2026-12-07T13:00:00", 90),
        title: "Safety plans, together".to_owned(),
        appointments: appointments.collect(),
    }))
}

/// A session that is told by its day.
fn id(day: &str) -> crate::ids::SessionId {
    format!("0198f3c0-0000-7000-8000-0000{}", day.replace('-', "")).parse().unwrap()
}

fn as_usual(_: &mut Appointment) {}

/// As it reads without its folds.
fn read(text: &str) -> String {
    text.replace("\r\n ", "").replace("\r\n", "\n")
}

fn to_amina(method: Method, entry: &Entry) -> String {
    let parties = Parties { organiser: "esteem@example.nhs.uk", attendee: "amina@staff.example" };
    let said = message(method, entry, parties, BASE);
    assert_eq!(said.method, method);
    read(&said.text)
}

#[test]
fn an_invitation_says_all_that_a_calendar_needs_and_names_its_reader_alone() {
    let text = to_amina(Method::Request, &alone(Part::Seat));
    let expected = "BEGIN:VEVENT
UID:0198f3c0-0000-7000-8000-000000000001@esteem.example
SEQUENCE:7
DTSTAMP:20261102T093000Z
DTSTART;TZID=Europe/London:20261207T130000
DTEND;TZID=Europe/London:20261207T143000
SUMMARY:Safety plans\\, together
LOCATION:The surgery\\; room 2
DESCRIPTION:Removing this from your calendar does not give up your seat. If you cannot come\\, give it up at\\nhttps://esteem.example/sessions/0198f3c0-0000-7000-8000-000000000001
URL:https://esteem.example/sessions/0198f3c0-0000-7000-8000-000000000001
STATUS:CONFIRMED
ORGANIZER;CN=Esteem:mailto:esteem@example.nhs.uk
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:amina@staff.example
END:VEVENT
END:VCALENDAR
";
    let head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Esteem//Sessions//EN\nCALSCALE:GREGORIAN\nMETHOD:REQUEST\n";
    assert!(text.starts_with(head), "{text}");
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn a_cancellation_has_the_same_name_and_says_so_twice() {
    let text = to_amina(Method::Cancel, &alone(Part::Seat));
    assert!(!text.contains("DESCRIPTION"), "there is nothing to give up or to join: {text}");
    assert!(text.contains("METHOD:CANCEL\n") && text.contains("STATUS:CANCELLED\n"), "{text}");
    assert!(text.contains("UID:0198f3c0-0000-7000-8000-000000000001@esteem.example\n"));
}

#[test]
fn what_is_read_names_nobody_and_asks_nothing() {
    let text = read(&published(Some("Esteem sessions"), &[alone(Part::Offer)], BASE));
    for absent in ["METHOD", "ORGANIZER", "ATTENDEE", "mailto", "Join online"] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    assert!(text.contains("STATUS:TENTATIVE\n") && text.contains("X-WR-CALNAME:Esteem sess"));
    assert!(read(&published(None, &[], BASE)).ends_with("END:VTIMEZONE\nEND:VCALENDAR\n"));
}

#[test]
fn the_link_stands_in_the_entry_of_whoever_is_given_it() {
    let link = Some("https://meet.example/risk?a=1".to_owned());
    let one = Appointment { link, ..appointment(Part::Lead) };
    let text = read(&published(None, &[entry(What::Session(one))], BASE));
    let told = "DESCRIPTION:Join online: https://meet.example/risk?a=1\\n\\nYou lead this session.";
    assert!(text.contains(told), "{text}");
}

#[test]
fn a_session_over_midnight_ends_on_the_next_day() {
    let one = Appointment { slot: slot("2026-12-31T23:00:00", 120), ..appointment(Part::Seat) };
    let text = read(&published(None, &[entry(What::Session(one))], BASE));
    assert!(text.contains("DTEND;TZID=Europe/London:20270101T010000\n"), "{text}");
}

#[test]
fn a_series_is_its_rule_without_the_dates_that_are_not_theirs_and_what_differs_for_itself() {
    let theirs = series(&[
        ("2026-12-07", as_usual),
        ("2026-12-14", |one| one.slot.starts = "2026-12-15T10:00:00".parse().unwrap()),
        ("2026-12-28", as_usual),
        ("2027-01-11", |one| one.place = "The hall".to_owned()),
    ]);
    let text = to_amina(Method::Request, &theirs);
    // The third and the fifth are not theirs.
    let by_rule = "BEGIN:VEVENT
UID:0198f3c0-0000-7000-8000-000000000001@esteem.example
SEQUENCE:7
DTSTAMP:20261102T093000Z
DTSTART;TZID=Europe/London:20261207T130000
DTEND;TZID=Europe/London:20261207T143000
RRULE:FREQ=WEEKLY;COUNT=6;BYDAY=MO
EXDATE;TZID=Europe/London:20261221T130000
EXDATE;TZID=Europe/London:20270104T130000
SUMMARY:Safety plans\\, together
LOCATION:The surgery\\; room 2
DESCRIPTION:Removing this from your calendar does not give up your seats. If you cannot come to one of these sessions\\, give your seat up at\\nhttps://esteem.example/sessions/series/0198f3c0-0000-7000-8000-000000000001
URL:https://esteem.example/sessions/series/0198f3c0-0000-7000-8000-000000000001
";
    assert!(text.contains(by_rule), "{text}");
    let moved = "UID:0198f3c0-0000-7000-8000-000000000001@esteem.example
SEQUENCE:7
DTSTAMP:20261102T093000Z
RECURRENCE-ID;TZID=Europe/London:20261214T130000
DTSTART;TZID=Europe/London:20261215T100000
DTEND;TZID=Europe/London:20261215T113000
SUMMARY:Safety plans\\, together
";
    assert!(text.contains(moved), "{text}");
    let elsewhere = "RECURRENCE-ID;TZID=Europe/London:20270111T130000
DTSTART;TZID=Europe/London:20270111T130000
DTEND;TZID=Europe/London:20270111T143000
SUMMARY:Safety plans\\, together
LOCATION:The hall
";
    assert!(text.contains(elsewhere), "{text}");
    assert!(text.contains(&format!("URL:{BASE}/sessions/{}\n", id("2027-01-11"))), "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "what is as usual stands with the rule");
}

#[test]
fn a_single_session_of_a_series_is_told_with_its_rule_too() {
    let text = to_amina(Method::Request, &series(&[("2026-12-21", as_usual)]));
    assert_eq!(text.matches("EXDATE").count(), 5, "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
    assert!(!text.contains("RECURRENCE-ID") && text.contains("RRULE"), "{text}");
}

#[test]
fn one_that_is_offered_among_seats_is_told_as_such() {
    let theirs = series(&[
        ("2026-12-07", |one| one.part = Part::Offer),
        ("2026-12-14", as_usual),
        ("2026-12-21", as_usual),
    ]);
    let text = read(&published(None, &[theirs], BASE));
    let offered = text.split("RECURRENCE-ID;TZID=Europe/London:20261207T130000\n").nth(1).unwrap();
    assert!(offered.contains("A seat is offered to you") && offered.contains("STATUS:TENTATIVE"));
    assert_eq!(text.matches("STATUS:CONFIRMED").count(), 1, "{text}");
}

#[test]
fn a_series_in_which_nothing_is_left_is_cancelled_whole_and_not_published() {
    let text = to_amina(Method::Cancel, &series(&[]));
    assert!(text.contains("METHOD:CANCEL\n") && text.contains("STATUS:CANCELLED\n"), "{text}");
    assert!(text.contains("UID:0198f3c0-0000-7000-8000-000000000001@esteem.example\nSEQUENCE:7\n"));
    assert!(text.contains("SUMMARY:Safety plans\\, together\n") && !text.contains("EXDATE"));
    assert!(!text.contains("RECURRENCE-ID"), "not one of its dates: all of it. {text}");
    assert!(!published(None, &[series(&[])], BASE).contains("VEVENT"));
}

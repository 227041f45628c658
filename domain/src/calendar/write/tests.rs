//! What is written, read line by line.

use super::*;
use crate::sessions::times::Slot;

const BASE: &str = "https://esteem.example";

fn entry(part: Part) -> Entry {
    Entry {
        session: "0198f3c0-0000-7000-8000-000000000001".parse().unwrap(),
        sequence: 7,
        recorded_at: "2026-11-02T09:30:00.5Z".parse().unwrap(),
        slot: Slot { starts: "2026-12-07T13:00:00".parse().unwrap(), minutes: 90 },
        title: "Safety plans, together".to_owned(),
        place: "The surgery; room 2".to_owned(),
        link: None,
        part,
    }
}

/// As it reads without its folds.
fn read(text: &str) -> String {
    text.replace("\r\n ", "").replace("\r\n", "\n")
}

fn to_amina(method: Method) -> String {
    let parties = Parties { organiser: "esteem@example.nhs.uk", attendee: "amina@staff.example" };
    let said = message(method, &entry(Part::Seat), parties, BASE);
    assert_eq!(said.method, method);
    read(&said.text)
}

#[test]
fn an_invitation_says_all_that_a_calendar_needs_and_names_its_reader_alone() {
    let text = to_amina(Method::Request);
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
    let text = to_amina(Method::Cancel);
    assert!(!text.contains("DESCRIPTION"), "there is nothing to give up or to join: {text}");
    assert!(text.contains("METHOD:CANCEL\n") && text.contains("STATUS:CANCELLED\n"), "{text}");
    assert!(text.contains("UID:0198f3c0-0000-7000-8000-000000000001@esteem.example\n"));
}

#[test]
fn what_is_read_names_nobody_and_asks_nothing() {
    let text = read(&published(Some("Esteem sessions"), &[entry(Part::Offer)], BASE));
    for absent in ["METHOD", "ORGANIZER", "ATTENDEE", "mailto", "Join online"] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    assert!(text.contains("STATUS:TENTATIVE\n") && text.contains("X-WR-CALNAME:Esteem sess"));
    assert!(read(&published(None, &[], BASE)).ends_with("END:VTIMEZONE\nEND:VCALENDAR\n"));
}

#[test]
fn the_link_stands_in_the_entry_of_whoever_is_given_it() {
    let link = Some("https://meet.example/risk?a=1".to_owned());
    let text = read(&published(None, &[Entry { link, ..entry(Part::Lead) }], BASE));
    let told = "DESCRIPTION:Join online: https://meet.example/risk?a=1\\n\\nYou lead this session.";
    assert!(text.contains(told), "{text}");
}

#[test]
fn a_session_over_midnight_ends_on_the_next_day() {
    let slot = Slot { starts: "2026-12-31T23:00:00".parse().unwrap(), minutes: 120 };
    let text = read(&published(None, &[Entry { slot, ..entry(Part::Seat) }], BASE));
    assert!(text.contains("DTEND;TZID=Europe/London:20270101T010000\n"), "{text}");
}

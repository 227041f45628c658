//! A certificate of attendance on paper: who came to what, and for how long.

use crate::reader::Read;
use domain::ids::SessionId;
use domain::passport::Issuer;
use domain::sessions::attended::Attended;
use domain::sessions::certificate::Certificate;
use domain::sessions::format::Format;
use domain::sessions::register::Attendance;
use domain::sessions::times::Slot;

#[test]
fn it_says_who_came_to_what_for_how_long_and_who_issued_it_when() {
    let session: SessionId = "0198f3c0-0000-7000-8000-000000000000".parse().unwrap();
    let read = Read::of(&documents::certificate(&Certificate {
        person_name: "Amina Khan".to_owned(),
        attended: Attended {
            session,
            title: "Safety plans".to_owned(),
            format: Format::Workshop,
            on: "2026-12-07".parse().unwrap(),
            minutes: 90,
            attendance: Some(Attendance::Attended),
        },
        slot: Slot { starts: "2026-12-07T13:00:00".parse().unwrap(), minutes: 90 },
        code: "S-12ab34cd".to_owned(),
        leads: vec!["Ben Okoro".to_owned(), "Dr Ito".to_owned()],
        outcomes: vec!["Ask about risk".to_owned()],
        host: Some("Practice 1".to_owned()),
        installation: Issuer {
            name: "Skills passport".to_owned(),
            address: "https://esteem.example".to_owned(),
        },
        closed_on: "2026-12-09".parse().unwrap(),
    }));
    assert_eq!(read.title(), "Certificate of attendance: Amina Khan");
    let text = read.text();
    for said in [
        "Safety plans",
        "Monday 7 December 2026, 1pm to 2:30pm",
        "1 hour 30 minutes, participatory",
        "Ben Okoro, Dr Ito",
        "Ask about risk",
        "Issued by",
        "Practice 1",
        "Skills passport",
        "Issued on",
        "9 December 2026, when the register was closed",
        "It confirms no level of competence.",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

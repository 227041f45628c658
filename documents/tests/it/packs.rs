//! A revalidation pack on paper: what its page says, each regulator on pages of its own.

use crate::reader::Read;
use domain::codes::Evidence;
use domain::evidence::revalidation::{Entry, Regulator, packs};
use domain::evidence::views::Revalidation;

fn entry(kind: Evidence, day: &str, minutes: u32, what: &str) -> Entry {
    Entry {
        kind,
        happened_on: day.parse().unwrap(),
        minutes: Some(minutes).filter(|minutes| *minutes > 0),
        participatory: minutes > 60,
        what: what.to_owned(),
        about: vec!["Risk and safety planning".to_owned(), "Urgent help".to_owned()],
        source: "Added by its owner".to_owned(),
    }
}

fn pack(entries: &[Entry]) -> Read {
    let last_day = "2026-11-27".parse().unwrap();
    let packs = packs(entries, last_day);
    Read::of(&documents::revalidation(&Revalidation {
        person_name: "Amina Khan".to_owned(),
        last_day,
        packs,
    }))
}

#[test]
fn it_says_what_its_page_says() {
    let read = pack(&[
        entry(Evidence::Simulation, "2026-10-01", 150, "With the crisis team.\nI asked directly."),
        entry(Evidence::ReflectiveAccount, "2026-03-02", 0, "I had assumed the worst."),
    ]);
    assert_eq!(read.title(), "Revalidation pack: Amina Khan");
    let text = read.text();
    for said in [
        "It is a record, not a decision",
        "28 November 2023 to 27 November 2026",
        "Recorded: 2 hours 30 minutes, of it 2 hours 30 minutes participatory. Asked: 35 hours, of it 20 hours \
         participatory. That is not enough yet.",
        "Recorded: 1. Asked: 5. That is not enough yet.",
        "No number of hours is set.",
        "1 October 2026 With the crisis team. I asked directly. About: Risk and safety planning; Urgent help \
         Simulation with a debrief 2 hours 30 minutes, participatory Added by its owner",
        "2 March 2026 I had assumed the worst.",
        "Nothing is recorded under this heading in this period.",
        "Not kept in Esteem: practice hours",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn each_regulator_has_pages_of_its_own() {
    let pages = pack(&[]).pages();
    assert_eq!(pages.len(), Regulator::ALL.len());
    for (page, regulator) in pages.iter().zip(Regulator::ALL) {
        assert!(page.contains(regulator.label()), "{page}");
    }
}

//! Server functions about who can be asked, and about who comes to a team: their arguments, and whose they are.

use super::super::Whose::Only;
use super::super::place::Place;
use super::super::{NO_STAFF, NOT_KEEPING_INPUT, NOT_SEEING_TEAMS};
use super::{Call, texts};

pub(super) fn about_help(place: &Place) -> Vec<Call> {
    // Amina holds nothing that anybody could ask her about.
    let bens = Only("ben", &["amina", "yusra", "ig"]);
    let keepers = Only("dan", NOT_KEEPING_INPUT);
    let [first, planned] = &place.inputs;
    let team = || texts([("team", "T1")]);
    let row = |id: &String| vec![("team", "T1".to_owned()), ("id", id.clone())];
    let asked = texts([("about", "RSK-1"), ("words", ""), ("page", "1")]);
    vec![
        ("who_can_help", asked, Only("amina", NO_STAFF)),
        ("my_help", vec![], Only("ben", NO_STAFF)),
        ("agree_to_help", texts([("reach", "By email"), ("domains[]", "RSK")]), bens),
        ("end_help", vec![], bens),
        ("team_input", team(), Only("dan", NOT_SEEING_TEAMS)),
        ("offer_input", team(), keepers),
        ("read_input", row(first), keepers),
        ("add_input", [team(), comes("link_worker")].concat(), keepers),
        ("change_input", [row(first), comes("embedded")].concat(), keepers),
        ("end_input", [row(first), texts([("last_day", "2026-12-31")])].concat(), keepers),
        ("remove_input", row(planned), keepers),
    ]
}

fn comes(kind: &str) -> Vec<(&'static str, String)> {
    texts([
        ("kind", kind),
        ("population", "all"),
        ("from_team", "T3"),
        ("from_person", "ben@staff.example"),
        ("wte", "0.20"),
        ("target_wte", "0.30"),
        ("times", "Tuesdays"),
        ("reach", "By email"),
        ("case_discussions", "invited"),
        ("supervisor", ""),
        ("supervised_every", ""),
        ("starts_on", "2026-11-02"),
        ("ends_on", ""),
    ])
}

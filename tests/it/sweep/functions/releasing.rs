//! Server functions about a team's release, and about bookings that wait: their arguments, and whose they are.

use super::super::NOT_RELEASING;
use super::super::Whose::{List, Only};
use super::super::place::Place;
use super::{Call, texts};

const ASKED: [(&str, &str); 4] = [
    ("cover", "rotation"),
    ("notice_weeks", "6"),
    ("asks_approval", ""),
    ("deputy", "eve@staff.example"),
];

const WINDOW: [(&str, &str); 6] = [
    ("weekday", "monday"),
    ("every_weeks", "2"),
    ("begins", "9am"),
    ("ends", "midday"),
    ("starts_on", ""),
    ("ends_on", ""),
];

/// Amina's team, which Dan manages, and two bookings of hers.
pub(super) fn about_release(place: &Place) -> Vec<Call> {
    let dans = Only("dan", NOT_RELEASING);
    let team = || texts([("team", "T1")]);
    let nurses = ("profession", "Nursing and Midwifery Registered");
    let [first, second] = &place.asked;
    let booking = |id: &String| vec![("id", id.clone()), ("person", place.amina.clone())];
    let window = vec![("id", place.window.clone())];
    vec![
        ("team_release", team(), dans),
        ("add_release_window", [team(), texts(WINDOW)].concat(), dans),
        ("remove_release_window", [team(), window].concat(), dans),
        ("close_release_day", [team(), texts([("day", "2026-12-31")])].concat(), dans),
        ("open_release_day", [team(), texts([("closed", "2026-12-24")])].concat(), dans),
        ("keep_minimum", [team(), texts([nurses, ("least", "1")])].concat(), dans),
        ("remove_minimum", [team(), texts([("kept", nurses.1)])].concat(), dans),
        ("seat_requests", vec![], List("dan", NOT_RELEASING)),
        ("approve_booking", booking(first), dans),
        ("decline_booking", [booking(second), texts([("reason", "no_cover")])].concat(), dans),
        // Eve is the deputy from here on.
        ("keep_release", [team(), texts(ASKED)].concat(), dans),
    ]
}

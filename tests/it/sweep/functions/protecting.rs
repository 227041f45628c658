//! Server functions about protected time: their arguments, and whose they are.

use super::super::NOT_PROMISING;
use super::super::Whose::{List, Only, Own};
use super::super::place::Place;
use super::{Call, texts};

const GIVEN: [(&str, &str); 6] = [
    ("amount", "0.5"),
    ("unit", "pa"),
    ("starts_on", "2026-11-02"),
    ("ends_on", ""),
    ("source", "Job plan"),
    ("agreed_by", "The medical director"),
];

const ENTERED: [(&str, &str); 6] = [
    ("kind", "used"),
    ("time_use", "preparation"),
    ("on", "2026-11-02"),
    ("minutes", "60"),
    ("why_lost", ""),
    ("note", "For the workshop"),
];

/// Amina's, promised by who leads her network.
pub(super) fn about_time(place: &Place) -> Vec<Call> {
    let [now, ahead] = &place.time;
    let leads = Only("lead", NOT_PROMISING);
    let hers = Only("amina", &["eve", "finn", "yusra", "ben", "dan", "lead"]);
    let person = || vec![("person", place.amina.clone())];
    let one = |id: &String| [person(), vec![("id", id.clone())]].concat();
    let looked = texts([("year", ""), ("page", "1")]);
    let listed = texts([("words", ""), ("beyond", "false"), ("page", "1")]);
    vec![
        ("my_time", looked.clone(), Own),
        ("write_time_entry", texts(ENTERED), Own),
        ("take_time_entry_back", vec![("id", place.time_entry.clone())], hers),
        ("educators", listed, List("lead", NOT_PROMISING)),
        ("educator_time", [person(), looked].concat(), leads),
        ("give_time", [person(), texts(GIVEN)].concat(), leads),
        ("time_to_change", one(now), leads),
        ("change_time", [one(now), texts(GIVEN)].concat(), leads),
        ("end_time", [one(now), texts([("last_day", "2026-12-31")])].concat(), leads),
        ("remove_time", one(ahead), leads),
    ]
}

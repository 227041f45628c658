//! Server functions about who else comes to a session: my people.

use super::super::Whose::{List, Only};
use super::super::place::Place;
use super::{Call, texts};

/// Who books for nobody in Amina's team.
const NOT_HER_MANAGER: &[&str] = &["eve", "finn", "ben", "yusra", "ig"];

/// Cara's session with free seats.
pub(super) fn about_people(place: &Place) -> Vec<Call> {
    let dans = Only("dan", NOT_HER_MANAGER);
    let open = || vec![("id", place.taught.open.clone())];
    let listed = [open(), texts([("words", ""), ("page", "1")])].concat();
    vec![
        ("people_to_book", listed, List("dan", NOT_HER_MANAGER)),
        ("book_people", [open(), vec![("people[]", place.eve.clone())]].concat(), dans),
        ("give_up_for", [open(), vec![("person", place.eve.clone())]].concat(), dans),
    ]
}

//! Server functions about who else comes to a session: my people, guests.

use super::super::NOT_TEACHING;
use super::super::Whose::{List, Only, PastTheDoor};
use super::super::place::Place;
use super::super::teaching::ADA;
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

/// The guest of that session, who has a seat: none is offered to them.
pub(super) fn about_guests(place: &Place) -> Vec<Call> {
    let runs = Only("cara", NOT_TEACHING);
    let open = || vec![("id", place.taught.open.clone())];
    let guest = || [open(), vec![("guest", place.taught.guest.clone())]].concat();
    vec![
        ("session_guests", open(), runs),
        ("add_guest", [open(), texts(ADA)].concat(), runs),
        ("accept_for_guest", guest(), PastTheDoor("cara", NOT_TEACHING)),
        ("remove_guest", guest(), runs),
    ]
}

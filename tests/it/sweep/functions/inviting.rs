//! Server functions about who else comes to a session: my people, guests; what a team asks to be taught, and when a session could be.

use super::super::Whose::{List, Only, PastTheDoor};
use super::super::place::Place;
use super::super::teaching::ADA;
use super::super::{NOT_RELEASING, NOT_TEACHING, NOWHERE_TEACHING};
use super::teaching::DESCRIBED;
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

const WANTED: [(&str, &str); 4] =
    [("need", "Capacity"), ("needed_by", "2027-01-31"), ("people", "8"), ("codes[]", "RSK-1")];

/// What Dan asks for Amina's team.
pub(super) fn about_requests(place: &Place) -> Vec<Call> {
    let (dans, runs) = (Only("dan", NOT_RELEASING), Only("cara", NOT_TEACHING));
    let [back, planned, declined] = &place.wanted;
    let id = |id: &String| vec![("id", id.clone())];
    let team = || texts([("team", "T1")]);
    let request = |id: &String| vec![("request", id.clone())];
    let anywhere = Only("cara", NOWHERE_TEACHING);
    vec![
        ("team_session_requests", [team(), texts([("page", "1")])].concat(), dans),
        ("ask_for_session", [team(), texts(WANTED)].concat(), dans),
        ("withdraw_session_request", id(back), dans),
        ("open_session_requests", texts([("page", "1")]), anywhere),
        ("offer_session", [texts([("template", "")]), request(planned)].concat(), runs),
        ("draft_session", [texts(DESCRIBED), request(planned)].concat(), runs),
        (
            "decline_session_request",
            [id(declined), texts([("reason", "nobody_free")])].concat(),
            runs,
        ),
    ]
}

/// A draft of Cara's.
pub(super) fn about_times(place: &Place) -> Vec<Call> {
    let runs = Only("cara", NOT_TEACHING);
    let draft = |more: Vec<(&'static str, String)>| {
        [vec![("id", place.taught.single.clone())], more].concat()
    };
    vec![
        ("session_times", draft(texts([("from", ""), ("until", "")])), runs),
        ("use_session_time", draft(texts([("starts", "2027-01-05T13:00:00")])), runs),
    ]
}

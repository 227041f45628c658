//! Records from earlier employers: what their owner, and whoever may accept them, does with them.

use super::super::NOT_HERS;
use super::super::Whose::{List, Only, Own, PastTheDoor};
use super::super::place::Place;
use super::{Call, texts};

pub(super) fn about_records(place: &Place) -> Vec<Call> {
    let id = || ("id", place.brought.clone());
    let reason = texts([("reason", "nothing_to_accept")]);
    let hers = Only("amina", &["eve", "finn", "yusra", "ben", "dan", "lead"]);
    vec![
        ("my_brought_records", vec![], Own),
        ("waiting_records", texts([("page", "1")]), List("ben", NOT_HERS)),
        ("read_brought_record", vec![id()], Only("ben", NOT_HERS)),
        // There is nothing in it that could be accepted here.
        (
            "accept_record",
            [vec![id()], texts([("same", "yes")])].concat(),
            PastTheDoor("ben", NOT_HERS),
        ),
        ("decline_record", [vec![id()], reason].concat(), Only("ben", NOT_HERS)),
        // What he has just declined.
        ("remove_record", vec![id()], hers),
    ]
}

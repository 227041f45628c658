//! Server functions of whoever confirms: their arguments, and whose they are.

use super::super::NOT_HERS;
use super::super::Whose::{List, Only, Own};
use super::super::place::Place;
use super::{Call, texts};

pub(super) fn for_assessors(place: &Place) -> Vec<Call> {
    let [first, second] = &place.requests;
    let person = || ("person", place.amina.clone());
    let saw = texts([("level[EMG-1]", "2"), ("evidence[EMG-1][]", "observation")]);
    let again =
        [("codes[]", "EMG-1"), ("evidence[]", "reading"), ("evidence_on", ""), ("note", "")];
    let again = texts(again);
    let looked_for = texts([
        ("seen[evidence]", "case_discussion"),
        ("seen[seen_on]", "2026-11-01"),
        ("seen[level]", "2"),
        ("seen[codes][]", "RSK-1"),
        ("words", "Practice 1"),
        ("page", "1"),
    ]);
    let together = texts([
        ("evidence", "case_discussion"),
        ("seen_on", "2026-11-01"),
        ("level", "2"),
        ("codes[]", "RSK-1"),
    ]);
    let [to_join, to_return] = &place.signatures;
    let sequence = || ("sequence", first.clone());
    let seen = [("level", "2"), ("evidence[]", "observation"), ("made_on", ""), ("note", "")];
    vec![
        ("to_confirm", vec![], List("ben", NOT_HERS)),
        ("read_signature", vec![("sequence", to_join.clone())], Only("cara", NOT_HERS)),
        (
            "send_signature_back",
            vec![("sequence", to_return.clone()), ("reason", "Say more".to_owned())],
            Only("cara", NOT_HERS),
        ),
        ("countersign", vec![("sequence", to_join.clone())], Only("cara", NOT_HERS)),
        ("side_by_side", vec![("sequences[]", first.clone())], List("ben", NOT_HERS)),
        ("assessors_of_each", texts([("within", "")]), Only("ben", &["eve", "dan", "yusra"])),
        ("due_again", texts([("page", "1")]), Only("ben", &["eve", "dan", "yusra"])),
        ("what_to_observe", vec![person()], Only("ben", NOT_HERS)),
        (
            "read_observe_form",
            vec![person(), ("codes[]", "RSK-1".to_owned())],
            Only("ben", NOT_HERS),
        ),
        ("confirm_again", [vec![person()], again].concat(), Only("ben", NOT_HERS)),
        ("confirm_observed", [vec![person()], saw].concat(), Only("ben", NOT_HERS)),
        (
            "confirm_several",
            vec![("sequences[]", place.another_request.clone())],
            Only("ben", NOT_HERS),
        ),
        ("whom_to_confirm_together", looked_for, List("ben", NOT_HERS)),
        (
            "confirm_together",
            [together, vec![("people[]", place.eve.clone())]].concat(),
            Only("ben", NOT_HERS),
        ),
        ("read_request", vec![sequence()], Only("ben", NOT_HERS)),
        ("send_back", vec![sequence(), ("reason", "Say more".to_owned())], Only("ben", NOT_HERS)),
        (
            "confirm_level",
            [vec![("sequence", second.clone())], texts(seen)].concat(),
            Only("ben", NOT_HERS),
        ),
        // What he has just sent back.
        ("resend_request", texts([("code", "RSK-1")]), Own),
    ]
}

//! Server functions about returns: their arguments, and whose they are.

use super::super::Whose::{Only, Own};
use super::super::place::Place;
use super::super::returning::{NOT_APPROVING, NOT_PREPARING, NOT_READING};
use super::{Call, texts};

/// Each step of the one on its way builds on the one before.
pub(super) fn about_returns(place: &Place) -> Vec<Call> {
    let of = |id: &String| vec![("id", id.clone())];
    let open = || of(&place.returned.on_its_way);
    let (submitted, spoken_of) = (of(&place.returned.submitted), of(&place.returned.spoken_of));
    let (reads, prepares) = (Only("rosa", NOT_READING), Only("rosa", NOT_PREPARING));
    let first = || texts([("page", "1")]);
    let (sure, as_it_stands) = (texts([("sure", "yes")]), texts([("beside_today", "false")]));
    let need = || vec![("key", place.returned.need.clone())];
    let of_all = texts([("role", ""), ("item", "")]);
    let says = texts([("words", "Two nurses train in May"), ("back", "page=1")]);
    let rows = texts([("rows", "organisation"), ("item", "RSK"), ("page", "1")]);
    vec![
        ("list_returns", first(), Own),
        ("one_return", [open(), first(), as_it_stands].concat(), reads),
        ("figures_of_return", [open(), rows].concat(), reads),
        ("needs_of_return", [open(), of_all, first()].concat(), reads),
        ("need_of_return", [spoken_of.clone(), need()].concat(), prepares),
        ("annex_of_return", submitted.clone(), reads),
        ("prepare_return", texts([("place", "TH"), ("day", "2026-06-30")]), prepares),
        ("check_return", checking(place), prepares),
        ("approve_return", [open(), digest(place)].concat(), Only("ola", NOT_APPROVING)),
        ("submit_return", [open(), digest(place), sure].concat(), Only("rosa", NOT_READING)),
        (
            "revise_return",
            [submitted, texts([("reason", "A team was missing")])].concat(),
            prepares,
        ),
        ("say_of_need", [spoken_of, need(), says].concat(), prepares),
    ]
}

/// The names of its fields are those of what its checks found.
fn checking(place: &Place) -> Vec<(&'static str, String)> {
    let fields = place.returned.checking.iter().filter(|(name, _)| name != "form");
    let field = |(name, value): &(String, String)| {
        let name: &'static str = name.clone().leak();
        (name, value.clone())
    };
    fields.map(field).collect()
}

fn digest(place: &Place) -> Vec<(&'static str, String)> {
    checking(place).into_iter().filter(|(name, _)| *name == "digest").collect()
}

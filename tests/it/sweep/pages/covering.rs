//! Pages about which teams are covered, about cover rules and named groups: an address of each, and whose it is.

use super::super::Whose::Only;
use super::super::functions::funding::KEEPING_NONE;
use super::super::place::Place;
use super::super::{NOT_HERS, NOT_PROMISING, NOT_SEEING_FIGURES};
use super::Address;

/// Amina's team, and a rule for it.
pub(super) fn about_cover(place: &Place) -> Vec<Address> {
    let [first, _] = &place.cover_rules;
    vec![
        ("/coverage/cover", "/coverage/cover?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/coverage/input", "/coverage/input?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/coverage/cover/why", "/coverage/cover/why?in=T1&item=RSK".into(), Only("dan", NOT_HERS)),
        ("/coverage/rules", "/coverage/rules".into(), Only("lead", NOT_SEEING_FIGURES)),
        ("/coverage/rules/add", "/coverage/rules/add?team=T1".into(), Only("lead", KEEPING_NONE)),
        (
            "/coverage/rules/:id/change",
            format!("/coverage/rules/{first}/change"),
            Only("lead", NOT_PROMISING),
        ),
    ]
}

/// The named group that Amina's team is in.
pub(super) fn about_groups(place: &Place) -> Vec<Address> {
    let [group, member] = &place.named_group;
    let leads = Only("lead", NOT_PROMISING);
    let add = "/coverage/groups/add?of=teams".into();
    vec![
        ("/coverage/groups", "/coverage/groups".into(), Only("lead", NOT_SEEING_FIGURES)),
        ("/coverage/groups/add", add, Only("lead", KEEPING_NONE)),
        ("/coverage/groups/:id/change", format!("/coverage/groups/{group}/change"), leads),
        (
            "/coverage/groups/:id/members/:member",
            format!("/coverage/groups/{group}/members/{member}"),
            leads,
        ),
    ]
}

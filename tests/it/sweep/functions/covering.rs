//! Server functions about which teams are covered, about cover rules and named groups: their arguments, and whose they are.

use super::super::Whose::Only;
use super::super::place::Place;
use super::super::{NOT_HERS, NOT_PROMISING, NOT_SEEING_FIGURES};
use super::funding::KEEPING_NONE;
use super::{Call, texts};

const ASKS: [(&str, &str); 5] = [
    ("people", "2"),
    ("level", "3"),
    ("professions", "1"),
    ("starts_on", "2026-11-02"),
    ("ends_on", ""),
];

/// Amina's team, and the rules for it.
pub(super) fn about_cover(place: &Place) -> Vec<Call> {
    let within = |code| ("address[within]", String::from(code));
    let bank = || ("address[include_bank]", "false".to_owned());
    let item = ("address[item]", "RSK".to_owned());
    let leads = Only("lead", NOT_PROMISING);
    let [first, planned] = &place.cover_rules;
    let rule = |id: &String| vec![("id", id.clone())];
    let last_day = texts([("last_day", "2026-12-31")]);
    // How the rule stands after the act before.
    let shown = |stands| texts([("shown", stands)]);
    let about = [("team", ""), ("setting", "primary_care"), ("area", "N1"), ("item", "domain:EMG")];
    vec![
        ("cover_of_teams", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("input_of_teams", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("why_covered", vec![within("T1"), item, bank()], Only("dan", NOT_HERS)),
        ("list_cover_rules", texts([("page", "1")]), Only("lead", NOT_SEEING_FIGURES)),
        (
            "offer_cover_rule",
            texts([("team", "T1"), ("item", "domain:RSK")]),
            Only("lead", KEEPING_NONE),
        ),
        ("add_cover_rule", [texts(about), texts(ASKS)].concat(), leads),
        ("cover_rule_to_change", rule(first), leads),
        (
            "change_cover_rule",
            [rule(first), texts(ASKS), shown("1//1/2026-11-02/")].concat(),
            leads,
        ),
        ("end_cover_rule", [rule(first), last_day, shown("2/3/1/2026-11-02/")].concat(), leads),
        (
            "undo_cover_rule",
            [rule(first), texts([("sure", "yes")]), shown("2/3/1/2026-11-02/2026-12-31")].concat(),
            leads,
        ),
        ("remove_cover_rule", rule(planned), leads),
    ]
}

/// The named group that Amina's team is in.
pub(super) fn about_groups(place: &Place) -> Vec<Call> {
    let leads = Only("lead", NOT_PROMISING);
    let [group, member] = &place.named_group;
    let id = |id: &String| vec![("id", id.clone())];
    let teams = [
        ("code", "NG2"),
        ("name", "Another group"),
        ("of", "teams"),
        ("unit", "T3"),
        ("starts_on", "2026-11-02"),
    ];
    let joins = texts([("unit", "T3"), ("starts_on", "2026-11-02")]);
    // How the membership stands after the act before.
    let right = texts([("starts_on", "2026-11-02"), ("was", "2024-04-01/")]);
    let leaves = texts([("last_day", "2026-12-31"), ("was", "2026-11-02/")]);
    let never = texts([("sure", "yes"), ("was", "2026-11-02/2026-12-31")]);
    vec![
        ("list_named_groups", texts([("page", "1")]), Only("lead", NOT_SEEING_FIGURES)),
        ("offer_named_group", texts([("of", "teams")]), Only("lead", KEEPING_NONE)),
        ("add_named_group", texts(teams), leads),
        ("named_group_to_change", id(group), leads),
        ("rename_named_group", [id(group), texts([("name", "Two teams")])].concat(), leads),
        ("add_group_member", [id(group), joins].concat(), leads),
        ("group_member_to_change", id(member), leads),
        ("correct_group_member", [id(member), right].concat(), leads),
        ("end_group_member", [id(member), leaves].concat(), leads),
        ("take_back_group_member", [id(member), never].concat(), leads),
        ("end_named_group", [id(group), texts([("last_day", "2026-12-31")])].concat(), leads),
    ]
}

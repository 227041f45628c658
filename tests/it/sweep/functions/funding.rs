//! Server functions about money for sessions: their arguments, and whose they are.

use super::super::Whose::{Only, PastTheDoor};
use super::super::place::Place;
use super::super::{NOT_PROMISING, NOT_RELEASING};
use super::{Call, texts};

/// Those who keep no scheme anywhere.
pub const KEEPING_NONE: &[&str] = &["amina", "eve", "ben", "cara", "dan", "yusra"];

const SCHEME: [(&str, &str); 13] = [
    ("name", "Protected learning"),
    ("payer", "The board"),
    ("conditions", "On a feedback form"),
    ("area", "N1"),
    ("per_session", "300"),
    ("per_branch", "100"),
    ("counts_from", "one_person"),
    ("most_a_year", "6"),
    ("notice_weeks", ""),
    ("needs_cover", ""),
    ("needs_feedback", "yes"),
    ("starts_on", "2026-11-02"),
    ("ends_on", ""),
];

/// A scheme of the network, and a claim of Amina's team.
pub(super) fn about_funding(place: &Place) -> Vec<Call> {
    let leads = Only("lead", NOT_PROMISING);
    let keeps = Only("lead", KEEPING_NONE);
    let dans = Only("dan", NOT_RELEASING);
    let id = || vec![("id", place.scheme.clone())];
    let year = texts([("team", "T1"), ("year", "")]);
    let claim = [
        texts([("team", "T1"), ("branches", "")]),
        vec![("scheme", place.scheme.clone()), ("sessions[]", place.taught.open.clone())],
    ];
    vec![
        ("funding_schemes", vec![], keeps),
        ("claims_under_scheme", [id(), texts([("page", "1")])].concat(), leads),
        ("offer_scheme", vec![], keeps),
        ("add_scheme", texts(SCHEME), leads),
        ("scheme_to_change", id(), leads),
        ("change_scheme", [id(), texts(SCHEME)].concat(), leads),
        ("team_claims", year, dans),
        ("funding_claim", vec![("id", place.claim.clone())], dans),
        // It is still to come, so it cannot be claimed for.
        ("make_claim", claim.concat(), PastTheDoor("dan", NOT_RELEASING)),
        (
            "end_scheme",
            [id(), texts([("last_day", "2026-11-01")])].concat(),
            PastTheDoor("lead", NOT_PROMISING),
        ),
    ]
}

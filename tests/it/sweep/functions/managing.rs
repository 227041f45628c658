//! Server functions about a team and its people: their arguments, and whose they are.

use super::super::Whose::{List, Only, PastTheDoor};
use super::super::place::Place;
use super::super::{NOT_HERS, NOT_SEEING_FIGURES};
use super::{Call, SUPERVISED, texts};

pub(super) fn for_managers(place: &Place) -> Vec<Call> {
    let person = || ("person", place.amina.clone());
    let id = || ("id", place.amina.clone());
    let post = || ("post", place.post.clone());
    let team = || texts([("code", "T1")]);
    let who = [
        ("employee_number", "E9"),
        ("first_name", "Nadia"),
        ("last_name", "Miah"),
        ("work_email", ""),
    ];
    let typed = [
        ("typed[employee_number]", ""),
        ("typed[first_name]", ""),
        ("typed[last_name]", ""),
        ("typed[work_email]", ""),
    ];
    let held = |role, fte| {
        texts([
            ("team", "T1"),
            ("role", role),
            ("fte", fte),
            ("category", "permanent"),
            ("line_manager", ""),
        ])
    };
    let starts = || texts([("starts_on", "2026-12-01")]);
    let changes = texts([("status", "away"), ("from", "2026-11-02")]);
    let claim = texts([("code", "EMG-1"), ("agreed", "yes")]);
    let asked = texts([
        ("code", "EMG-1"),
        ("level", "2"),
        ("evidence", "simulation"),
        ("note", "In the exercise"),
        ("of", ""),
    ]);
    vec![
        ("ask_for_somebody", [vec![person()], asked].concat(), Only("dan", NOT_HERS)),
        ("open_claims", vec![], List("dan", NOT_HERS)),
        ("decide_claim", [vec![person()], claim].concat(), Only("dan", NOT_HERS)),
        (
            "end_exemption",
            vec![("person", place.eve.clone()), ("code", "RSK-1".to_owned())],
            Only("dan", NOT_HERS),
        ),
        (
            "sign_off_role",
            vec![person(), ("role", "PN".to_owned())],
            // Something of hers is still open.
            PastTheDoor("dan", NOT_HERS),
        ),
        ("people", texts([("words", ""), ("page", "1")]), List("dan", NOT_HERS)),
        ("person", vec![id()], Only("dan", NOT_HERS)),
        ("read_competency", vec![id(), ("code", "RSK-1".to_owned())], Only("dan", NOT_HERS)),
        ("teams", texts([("words", ""), ("setting", ""), ("page", "1")]), Only("dan", &["eve"])),
        (
            "team_entitlements",
            texts([("words", ""), ("page", "1")]),
            Only("lead", NOT_SEEING_FIGURES),
        ),
        ("team", team(), List("dan", NOT_HERS)),
        ("team_matrix", [team(), texts([("domain", "RSK")])].concat(), List("dan", NOT_HERS)),
        ("who_is_due", team(), List("dan", NOT_HERS)),
        (
            "nudge",
            [team(), vec![("people[]", place.amina.clone())]].concat(),
            Only("dan", NOT_HERS),
        ),
        ("team_supervision", texts([("team", "T1")]), List("dan", NOT_HERS)),
        (
            "log_team_supervision",
            [vec![("people[]", place.amina.clone())], texts([("team", "T1")]), texts(SUPERVISED)]
                .concat(),
            Only("dan", NOT_HERS),
        ),
        ("offer_starter", [team(), texts(typed)].concat(), Only("dan", NOT_HERS)),
        ("add_starter", [texts(who), held("PN", "0.60"), starts()].concat(), Only("dan", NOT_HERS)),
        ("read_post", vec![person(), post()], Only("dan", NOT_HERS)),
        ("offer_post", vec![person()], Only("dan", NOT_HERS)),
        (
            "add_post",
            [vec![person()], held("MHN", "0.20"), starts()].concat(),
            Only("dan", NOT_HERS),
        ),
        (
            "change_post",
            [vec![person(), post()], held("PN", "0.50"), changes].concat(),
            Only("dan", NOT_HERS),
        ),
        (
            "end_post",
            vec![person(), post(), ("last_day", "2026-12-31".to_owned())],
            Only("dan", NOT_HERS),
        ),
    ]
}

//! Every server function: the arguments with which the right person succeeds, and who else tries them.

use super::place::{Place, place};
use super::{NOT_ADMINISTRATORS, NOT_HERS, Whose, told_too_little, told_too_much};
use Whose::{Everybodys, List, Only, Own, PastTheDoor};
use std::collections::BTreeSet;
use tests::installation::PASSWORD;
use tests::user::is_refused;

/// A call: its name, its arguments, and whose it is. Those for the right person are made in this order.
type Call = (&'static str, Vec<(&'static str, String)>, Whose);

const NEW_PASSWORD: &str = "walnut harbour signal";

/// An entry of a supervision log.
const SUPERVISED: [(&str, &str); 3] =
    [("kind", "clinical"), ("held_on", "2026-11-01"), ("minutes", "60")];

fn calls(place: &Place) -> Vec<Call> {
    [
        about_oneself(place),
        for_assessors(place),
        for_leads(place),
        for_managers(place),
        for_keepers(place),
        at_the_door(),
    ]
    .concat()
}

fn about_oneself(place: &Place) -> Vec<Call> {
    let code = || ("code", "EMG-1".to_owned());
    let asked = [
        ("level", "2"),
        ("evidence", "observation"),
        ("note", "Seen"),
        ("of", ""),
        ("attach_reflection", ""),
    ];
    vec![
        ("what_waits", vec![], Own),
        ("my_account", vec![], Own),
        ("my_record", vec![], Own),
        ("my_competency", vec![code()], Own),
        ("my_start", texts([("after", "")]), Own),
        ("my_domain", texts([("code", "RSK")]), Own),
        (
            "self_assess",
            texts([("code", "RSK-1"), ("level", "2"), ("reflection", ""), ("confidence", "")]),
            Own,
        ),
        (
            "assess_and_go_on",
            texts([("code", "RSK-1"), ("level", "2"), ("next", "/my/start")]),
            Own,
        ),
        ("assess_domain", texts([("level[RSK-1]", "3")]), Own),
        ("ask_for_confirmation", [vec![code()], texts(asked)].concat(), Own),
        ("withdraw_request", vec![code()], Own),
        ("claim_exemption", texts([("code", "RSK-2"), ("reason", "Not my post")]), Own),
        ("my_supervision", texts([("page", "1")]), Own),
        ("log_supervision", texts(SUPERVISED), Own),
        (
            "take_supervision_back",
            vec![("id", place.supervision.clone())],
            Only("amina", &["eve", "dan", "lead"]),
        ),
        ("my_reminders", vec![], Own),
        ("choose_reminders", texts([("weekly_digest", "yes"), ("parts[]", "requests")]), Own),
        ("framework", vec![], Own),
        ("framework_domain", texts([("code", "RSK")]), Own),
    ]
}

fn for_assessors(place: &Place) -> Vec<Call> {
    let [first, second] = &place.requests;
    let sequence = || ("sequence", first.clone());
    let seen = [("level", "2"), ("evidence[]", "observation"), ("made_on", ""), ("note", "")];
    vec![
        ("open_requests", vec![], List("ben", NOT_HERS)),
        ("read_request", vec![sequence()], Only("ben", NOT_HERS)),
        ("send_back", vec![sequence(), ("reason", "Say more".to_owned())], Only("ben", NOT_HERS)),
        (
            "confirm_level",
            [vec![("sequence", second.clone())], texts(seen)].concat(),
            Only("ben", NOT_HERS),
        ),
    ]
}

fn for_managers(place: &Place) -> Vec<Call> {
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
    vec![
        ("open_claims", vec![], List("dan", NOT_HERS)),
        ("decide_claim", [vec![person()], claim].concat(), Only("dan", NOT_HERS)),
        (
            "end_exemption",
            vec![("person", place.eve.clone()), ("code", "RSK-1".to_owned())],
            Only("dan", NOT_HERS),
        ),
        ("people", texts([("words", ""), ("page", "1")]), List("dan", NOT_HERS)),
        ("person", vec![id()], Only("dan", NOT_HERS)),
        ("read_competency", vec![id(), ("code", "RSK-1".to_owned())], Only("dan", NOT_HERS)),
        ("teams", texts([("words", ""), ("setting", ""), ("page", "1")]), Only("dan", &["eve"])),
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

fn for_leads(place: &Place) -> Vec<Call> {
    let account = || ("account", place.other_account.clone());
    let within = |code| ("address[within]", String::from(code));
    let bank = || ("address[include_bank]", "false".to_owned());
    let item = ("address[item]", "RSK".to_owned());
    let role = || texts([("role", "PN"), ("domain", "RSK")]);
    let people = vec![("people[]", place.eve.clone()), ("reason", "Registered nurse".to_owned())];
    let grant = || vec![("grant", place.grant.clone())];
    let given = texts([("kind", "assessor"), ("place", "T1"), ("ends_on", "")]);
    let founding = texts([
        ("place", "T1"),
        ("highest", "3"),
        ("competencies[]", "RSK-1"),
        ("ends_on", "2027-06-01"),
    ]);
    let listing = texts([("search", "amina"), ("kind", ""), ("past", "false"), ("page", "1")]);
    let not_hers: &[&str] = &["eve", "finn"];
    vec![
        ("coverage", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("coverage_people", vec![within("T1"), item, bank()], Only("dan", NOT_HERS)),
        ("whom_to_recognise", role(), List("lead", NOT_HERS)),
        ("recognise", [role(), people].concat(), Only("lead", NOT_HERS)),
        ("grants", listing, Only("lead", &["eve"])),
        ("grant_receivers", texts([("search", "amina")]), List("lead", not_hers)),
        ("grant_offer", vec![account(), ("search", String::new())], Only("lead", &["eve"])),
        ("give_grant", [vec![account()], given].concat(), Only("lead", not_hers)),
        ("give_founding_grant", [vec![account()], founding].concat(), Only("lead", not_hers)),
        ("grant", grant(), Only("lead", not_hers)),
        ("end_grant", grant(), Only("lead", not_hers)),
        (
            "sharing",
            texts([("search", ""), ("level", ""), ("page", "1")]),
            Only("ig", &["eve", "amina"]),
        ),
        ("sharing_of", texts([("code", "P1")]), Only("ig", &["eve", "finn"])),
        (
            "set_sharing",
            texts([("code", "P1"), ("level", "figures"), ("from", "2026-11-02")]),
            Only("ig", &["eve", "finn", "lead", "dan"]),
        ),
    ]
}

/// Accounts and imports, which administrators keep.
fn for_keepers(place: &Place) -> Vec<Call> {
    let id = || ("id", place.other_account.clone());
    let [first, second] = &place.imports;
    let import = |id: &String| vec![("id", id.clone())];
    let only = Only("yusra", NOT_ADMINISTRATORS);
    let staff = |number| texts([("employee_number", number), ("employer_code", "")]);
    vec![
        ("accounts", texts([("search", "amina"), ("page", "1")]), only),
        ("account", vec![("id", place.account.clone())], only),
        ("may_add_account", vec![], only),
        ("add_account", [texts([("email", "new@staff.example")]), staff("")].concat(), only),
        ("invite", vec![id()], only),
        (
            "link_account",
            [vec![("id", place.unlinked_account.clone())], staff("E9")].concat(),
            only,
        ),
        ("unlink_account", vec![("id", place.unlinked_account.clone())], only),
        ("disable_account", vec![id()], only),
        ("enable_account", vec![id()], only),
        ("outbox", texts([("search", ""), ("state", ""), ("kind", ""), ("page", "1")]), only),
        ("try_mail_again", vec![("id", place.mail.clone())], only),
        ("try_all_mail_again", vec![], only),
        ("import_start", vec![], Only("yusra", &["eve"])),
        ("import_run", import(first), only),
        ("keep_import", import(first), only),
        ("check_again", import(second), only),
        // The practice has a framework of its own.
        ("load_set", vec![], PastTheDoor("yusra", NOT_ADMINISTRATORS)),
    ]
}

/// What ends a sign-in comes last.
fn at_the_door() -> Vec<Call> {
    let changed = [("current", PASSWORD), ("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
    vec![
        ("invitation", texts([("token", "unknown")]), Everybodys),
        (
            "accept_invitation",
            texts([("token", "unknown"), ("password", NEW_PASSWORD), ("again", NEW_PASSWORD)]),
            Everybodys,
        ),
        (
            "sign_in",
            texts([("email", "eve@staff.example"), ("password", PASSWORD), ("then", "/")]),
            Everybodys,
        ),
        ("sign_out", vec![], Everybodys),
        ("change_password", texts(changed), Own),
        ("sign_out_everywhere", vec![], Own),
    ]
}

fn texts<const N: usize>(fields: [(&'static str, &str); N]) -> Vec<(&'static str, String)> {
    fields.map(|(name, value)| (name, value.to_owned())).into()
}

fn written(fields: &[(&'static str, String)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

#[tokio::test]
async fn every_server_function_is_in_the_list() {
    let listed: BTreeSet<_> =
        calls(&place().await).into_iter().map(|(name, ..)| name.to_owned()).collect();
    let known: BTreeSet<_> = server::functions::names().collect();
    assert_eq!(
        known.difference(&listed).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "whose are these?"
    );
    assert_eq!(
        listed.difference(&known).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "these are gone"
    );
}

#[tokio::test]
async fn no_server_function_serves_a_stranger_or_the_wrong_person_and_each_serves_the_right_one() {
    let mut place = place().await;
    let calls = calls(&place);
    let mut faults = Vec::new();
    for (name, fields, whose) in &calls {
        let fields = written(fields);
        let page = place.call(None, name, &fields).await;
        if !matches!(whose, Everybodys) && !is_refused(page.status) {
            faults.push(format!("{name} by a stranger answered {}", page.status));
        }
        for wrong in whose.wrong() {
            let page = place.call(Some(*wrong), name, &fields).await;
            faults.extend(
                told_too_much(*whose, &page).map(|what| format!("{name} by {wrong} {what}")),
            );
        }
    }
    for (name, fields, whose) in &calls {
        let fields = written(fields);
        if let Some(right) = whose.right() {
            let page = place.call(Some(right), name, &fields).await;
            faults.extend(
                told_too_little(*whose, &page).map(|what| format!("{name} by {right} {what}")),
            );
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

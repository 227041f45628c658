//! Every server function: the arguments with which the right person succeeds, and who else tries them.

mod around_returns; // whom returns are for, and which are prepared by themselves
mod confirming; // requests, signatures, what was seen
mod covering; // which teams are covered, by which rules; named groups
mod editing; // drafts of the framework
pub mod funding; // money for sessions
mod helping; // who can be asked, and who comes to a team
mod inviting; // who else comes to a session
mod managing; // a team and its people
mod protecting; // protected time
mod releasing; // when a team lets its people go
mod returning; // what a place publishes
mod teaching; // sessions, and seats in them
mod training; // programmes
mod travelling; // records from earlier employers

use super::place::{Place, place};
use super::{NOT_ADMINISTRATORS, NOT_HERS, NOT_REDACTORS, Whose, told_too_little, told_too_much};
use Whose::{Everybodys, List, Only, Own, PastTheDoor};
use std::collections::BTreeSet;
use tests::installation::PASSWORD;
use tests::user::is_refused;

/// A call: its name, its arguments, and whose it is. Those for the right person are made in this order.
pub type Call = (&'static str, Vec<(&'static str, String)>, Whose);

const NEW_PASSWORD: &str = "walnut harbour signal";

/// A key that might be trusted.
const ISSUER: [(&str, &str); 3] = [
    ("name", "Western"),
    ("address", "https://w.example"),
    ("fingerprint", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"),
];

/// An entry of a supervision log.
const SUPERVISED: [(&str, &str); 3] =
    [("kind", "clinical"), ("held_on", "2026-11-01"), ("minutes", "60")];

/// What somebody wants by mail.
const WANTED: [(&str, &str); 5] = [
    ("weekly_digest", "yes"),
    ("parts[]", "requests"),
    ("nudges", "yes"),
    ("session_reminders", "yes"),
    ("session_invitations", "yes"),
];

pub fn calls(place: &Place) -> Vec<Call> {
    [
        about_oneself(place),
        about_own_evidence(place),
        confirming::for_assessors(place),
        travelling::about_records(place),
        protecting::about_time(place),
        // From then on an organisation lets people from outside see less.
        for_leads(place),
        training::for_training(place),
        teaching::about_sessions(place),
        teaching::about_series(place),
        inviting::about_people(place),
        inviting::about_guests(place),
        inviting::about_requests(place),
        inviting::about_times(place),
        releasing::about_release(place),
        funding::about_funding(place),
        covering::about_cover(place),
        covering::about_groups(place),
        around_returns::about_recipients(),
        around_returns::about_schedules(),
        returning::about_returns(place),
        // They end a post of Amina’s.
        managing::for_managers(place),
        helping::about_help(place),
        for_keepers(place),
        editing::for_editors(place),
        for_redactors(place),
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
        ("my_next_steps", vec![], Own),
        ("my_revalidation", texts([("last", "")]), Own),
        ("my_passports", texts([("page", "1")]), Own),
        (
            "withdraw_passport",
            vec![("id", place.passport.clone())],
            Only("amina", &["eve", "finn", "yusra", "ben", "dan", "lead"]),
        ),
        ("assess_domain", texts([("domain", "RSK"), ("level[RSK-1]", "3")]), Own),
        ("keep_domain", texts([("domain", "RSK"), ("level[RSK-1]", "3")]), Own),
        ("add_evidence_first", [vec![code()], texts(asked)].concat(), Own),
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
        ("choose_reminders", texts(WANTED), Own),
        ("framework", vec![], Own),
        ("framework_domain", texts([("code", "RSK")]), Own),
    ]
}

fn about_own_evidence(place: &Place) -> Vec<Call> {
    let [_, free] = &place.evidence;
    let id = || ("id", free.clone());
    let described = texts([
        ("kind", "reading"),
        ("what", "A leaflet"),
        ("link", ""),
        ("happened_on", "2026-11-01"),
        ("hours", ""),
        ("minutes", ""),
        ("participatory", ""),
    ]);
    // Her assessor too: he sees what is attached, on his own page.
    let hers = Only("amina", &["eve", "finn", "yusra", "ben", "dan", "lead"]);
    vec![
        ("my_evidence", texts([("kind", ""), ("about", ""), ("page", "1")]), Own),
        ("evidence_to_add", texts([("about", "RSK-1")]), Own),
        ("evidence_to_change", vec![id()], hers),
        ("change_evidence", [vec![id()], described].concat(), hers),
        ("remove_evidence", vec![id()], hers),
    ]
}

fn for_leads(place: &Place) -> Vec<Call> {
    let account = || ("account", place.other_account.clone());
    let within = |code| ("address[within]", String::from(code));
    let bank = || ("address[include_bank]", "false".to_owned());
    let item = || ("address[item]", "RSK".to_owned());
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
    let plan = texts([("within", "N1"), ("most", "50"), ("at_register", "")]);
    vec![
        ("coverage", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("coverage_people", vec![within("T1"), item(), bank()], Only("dan", NOT_HERS)),
        ("coverage_change", vec![within("T1"), item(), bank()], Only("dan", NOT_HERS)),
        ("coverage_ranked", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("coverage_trend", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        ("coverage_forecast", vec![within("P1"), bank()], Only("lead", &["eve", "finn"])),
        (
            "revoke_confirmation",
            vec![
                ("person", place.eve.clone()),
                ("code", "EMG-1".to_owned()),
                ("reason", "Seen otherwise".to_owned()),
            ],
            Only("lead", &["eve", "finn", "yusra", "dan", "ben"]),
        ),
        ("load_of_year", plan, Only("lead", &["eve", "amina", "dan", "yusra"])),
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
        ("trusted_issuers", vec![], only),
        ("trusted_issuer", vec![("id", place.issuer.clone())], only),
        ("may_add_issuer", vec![], only),
        ("add_issuer", texts(ISSUER), only),
        ("end_issuer", vec![("id", place.issuer.clone())], only),
        ("courses", texts([("search", ""), ("page", "1")]), only),
        ("course", vec![("id", place.course.clone())], only),
        (
            "say_about_course",
            vec![("id", place.course.clone()), ("about[]", "RSK-1".to_owned())],
            only,
        ),
        ("import_start", vec![], Only("yusra", &["eve"])),
        ("import_run", import(first), only),
        ("keep_import", import(first), only),
        ("check_again", import(second), only),
        // The practice has a framework of its own.
        ("load_set", vec![], PastTheDoor("yusra", NOT_ADMINISTRATORS)),
    ]
}

/// Information governance, about what is written in Amina's record.
fn for_redactors(place: &Place) -> Vec<Call> {
    let [first, _] = &place.requests;
    let only = Only("ig", NOT_REDACTORS);
    let text = || vec![("kind", "judgement_note".to_owned()), ("row", first.clone())];
    let texts_of = vec![("person", place.amina.clone()), ("page", "1".to_owned())];
    let reason = texts([("reason", "It tells who")]);
    let decided = vec![("redaction", place.redaction.clone()), ("agreed", "yes".to_owned())];
    vec![
        ("what_to_redact", texts([("search", "amina"), ("page", "1")]), List("ig", NOT_REDACTORS)),
        ("texts_of", texts_of, only),
        ("redaction_text", text(), only),
        ("propose_redaction", [text(), reason].concat(), only),
        ("decide_redaction", decided, only),
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

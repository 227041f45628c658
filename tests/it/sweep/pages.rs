//! Every page: an address of it, and whose it is.

mod around_returns; // whom returns are for, and which are prepared by themselves
mod covering; // which teams are covered, by which rules; named groups
mod returning; // what a place publishes
mod teaching; // sessions, protected time, money for them

use super::place::{Place, place};
use super::{
    NO_STAFF, NOT_ADMINISTRATORS, NOT_HERS, NOT_KEEPING_INPUT, NOT_REDACTORS, NOT_RELEASING,
    NOT_SEEING_FIGURES, NOT_SEEING_TEAMS, NOWHERE_TEACHING, Whose, told_too_little, told_too_much,
};
use Whose::{Everybodys, List, Only, Own};
use http::StatusCode;
use std::collections::BTreeSet;
use tests::Page;
use tests::user::is_refused;

/// The route as its table spells it, an address of it, and whose it is.
pub type Address = (&'static str, String, Whose);

const ROUTES: &str = include_str!("../../../app/src/routes.rs");
const ROUTER: &str = include_str!("../../../server/src/router.rs");

/// What is no page: each with the test that says whose it is.
const NOT_PAGES: [&str; 26] = [
    "/api/{function}",                    // `functions` here
    "/assets/{hash}/{name}",              // everybody's
    "/health/live",                       // everybody's
    "/health/ready",                      // everybody's
    "/framework/csv/{version}", // `a_framework_is_taken_along_by_those_who_may_read_it` in `case`
    "/calendar/{file}", // `a_secret_that_is_wrong_replaced_or_ended_shows_nothing` in `calendars`
    "/sessions/{id}/calendar.ics", // `a_session_is_taken_along_by_those_alone_who_have_a_part_in_it` in `calendars`
    "/sessions/series/{id}/calendar.ics", // `a_series_is_taken_along_by_those_alone_who_have_a_part_in_it` in `recurring`
    "/funding-claims/{file}", // `a_team_claims_once_for_what_was_delivered_to_it` in `claiming`
    "/sessions.csv", // `what_a_session_was_stands_on_its_page_and_in_the_figures_of_the_year` in `figures`
    "/load.csv",     // `the_load_is_a_file_for_whoever_sees_the_page` in `planning`
    "/evidence/{id}/file", // `a_file_is_opened_by_its_owner_and_the_assessor_of_an_open_request` in `evidence`
    "/my/evidence/upload", // `evidence_is_taken_from_nobody_without_a_record` in `evidence`
    "/my/record/upload", // `a_record_is_taken_from_nobody_without_one_of_their_own` in `travelling`
    "/my/revalidation.csv", // `the_pack_is_given_to_its_owner_alone` in `evidence`
    "/my/revalidation.pdf", // `the_pack_on_paper_is_given_to_its_owner_alone` in `evidence`
    "/sessions/{id}/certificate.pdf", // `a_certificate_is_given_to_whoever_came_alone` in `registers`
    "/my/passport/issue",             // `a_passport_is_made_for_its_owner_alone` in `passports`
    "/my/passport/issue/pdf", // `a_passport_on_paper_is_made_for_its_owner_alone` in `passports`
    "/returns/{id}/annex", // as a page here; its form: `the_annex_is_taken_for_somebody_by_name` in `returns_pages`
    "/returns/{id}/files.zip", // `what_is_not_submitted_is_found_by_nobody_else_and_what_is_by_everybody` there
    "/returns/{id}/files/{name}", // the same
    "/verify/upload", // everybody's: `anybody_checks_a_passport_and_is_told_no_name` in `passports`
    "/.well-known/esteem-keys.json", // everybody's: `public_keys_are_for_everybody` in `passports`
    "/import/upload", // `a_file_is_taken_from_nobody_but_who_may_import_it` here
    "/import/template/{file}", // `an_empty_file_is_given_to_nobody_but_who_may_import_such` here
];

/// For other programs, without a sign-in: `what_was_published_is_for_everybody` in `case` asks each of them.
const CASE: &str = include_str!("../../../server/src/case/mod.rs");
const FOR_PROGRAMS: [&str; 5] = [
    "/CFDocuments",
    "/CFDocuments/{id}",
    "/CFItemAssociations/{id}",
    "/CFItems/{id}",
    "/CFPackages/{id}",
];

pub fn addresses(place: &Place) -> Vec<Address> {
    [
        for_everybody(place),
        about_oneself(place),
        for_those_who_see(place),
        for_those_who_change(place),
        for_those_who_draft(),
        about_training(place),
        teaching::about_sessions(place),
        teaching::about_time(place),
        teaching::about_funding(place),
        covering::about_cover(place),
        covering::about_groups(place),
        around_returns::around_returns(),
        returning::about_returns(place),
    ]
    .concat()
}

fn for_everybody(place: &Place) -> Vec<Address> {
    vec![
        ("/", "/".into(), Everybodys),
        ("/sign-in", "/sign-in".into(), Everybodys),
        ("/invitation/:token", "/invitation/unknown".into(), Everybodys),
        ("/review/:token", format!("/review/{}", place.invited), Everybodys),
        ("/accessibility", "/accessibility".into(), Everybodys),
        ("/privacy", "/privacy".into(), Everybodys),
        ("/verify", "/verify".into(), Everybodys),
        ("/account", "/account".into(), Own),
        ("/account/password", "/account/password".into(), Own),
        ("/account/mail", "/account/mail".into(), Own),
        ("/framework", "/framework".into(), Own),
        ("/framework/:domain", "/framework/RSK".into(), Own),
    ]
}

fn about_oneself(place: &Place) -> Vec<Address> {
    let [_, free] = &place.evidence;
    let hers = Only("amina", &["eve", "finn", "yusra", "ben", "dan", "lead"]);
    vec![
        ("/my/competencies", "/my/competencies".into(), Own),
        ("/my/competencies/:code", "/my/competencies/RSK-1".into(), Own),
        ("/my/domains/:code", "/my/domains/RSK".into(), Own),
        ("/my/start", "/my/start".into(), Own),
        ("/my/supervision", "/my/supervision".into(), Own),
        ("/my/help", "/my/help".into(), Only("ben", NO_STAFF)),
        ("/who-can-help", "/who-can-help?about=RSK-1".into(), Only("amina", NO_STAFF)),
        ("/my/next-steps", "/my/next-steps".into(), Own),
        ("/my/revalidation", "/my/revalidation".into(), Own),
        ("/my/passport", "/my/passport".into(), Own),
        ("/my/evidence", "/my/evidence".into(), Own),
        ("/my/evidence/add", "/my/evidence/add?about=RSK-1".into(), Own),
        ("/my/record/bring", "/my/record/bring".into(), Own),
        ("/my/evidence/:id/change", format!("/my/evidence/{free}/change"), hers),
    ]
}

fn for_those_who_see(place: &Place) -> Vec<Address> {
    let [first, ..] = &place.requests;
    let (amina, dans) = (&place.amina, Only("dan", NOT_HERS));
    let together = "/confirm/together?evidence=case_discussion&seen_on=2026-11-01&level=2&code[]=EMG-1&q=Practice+1";
    vec![
        ("/confirm", "/confirm".into(), List("ben", NOT_HERS)),
        ("/confirm/:sequence", format!("/confirm/{first}"), Only("ben", NOT_HERS)),
        (
            "/confirm/countersign/:sequence",
            format!("/confirm/countersign/{}", place.signatures[0]),
            Only("cara", NOT_HERS),
        ),
        ("/confirm/several", format!("/confirm/several?request={first}"), List("ben", NOT_HERS)),
        ("/confirm/together", together.into(), List("ben", NOT_HERS)),
        ("/confirm/assessors", "/confirm/assessors".into(), Only("ben", &["eve", "dan", "yusra"])),
        ("/confirm/due", "/confirm/due".into(), Only("ben", &["eve", "dan", "yusra"])),
        ("/confirm/records", "/confirm/records".into(), List("ben", NOT_HERS)),
        (
            "/confirm/records/:id",
            format!("/confirm/records/{}", place.brought),
            Only("ben", NOT_HERS),
        ),
        ("/confirm/people/:id", format!("/confirm/people/{amina}"), Only("ben", NOT_HERS)),
        (
            "/confirm/people/:id/observe",
            format!("/confirm/people/{amina}/observe?code[]=RSK-1"),
            Only("ben", NOT_HERS),
        ),
        ("/claims", "/claims".into(), List("dan", NOT_HERS)),
        ("/recognise", "/recognise?role=PN&domain=RSK".into(), List("lead", NOT_HERS)),
        ("/load", "/load?in=N1".into(), Only("lead", &["eve", "amina", "dan", "yusra"])),
        ("/coverage", "/coverage?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/coverage/people", "/coverage/people?in=T1&item=RSK".into(), Only("dan", NOT_HERS)),
        ("/coverage/change", "/coverage/change?in=T1&item=RSK".into(), Only("dan", NOT_HERS)),
        ("/coverage/ranked", "/coverage/ranked?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/coverage/trend", "/coverage/trend?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/coverage/forecast", "/coverage/forecast?in=P1".into(), Only("lead", &["eve", "finn"])),
        ("/teams", "/teams".into(), Only("dan", &["eve"])),
        ("/teams/entitlement", "/teams/entitlement".into(), Only("lead", NOT_SEEING_FIGURES)),
        ("/teams/:code", "/teams/T1".into(), List("dan", NOT_HERS)),
        ("/teams/:code/matrix", "/teams/T1/matrix".into(), List("dan", NOT_HERS)),
        ("/teams/:code/due", "/teams/T1/due".into(), List("dan", NOT_HERS)),
        ("/teams/:code/supervision", "/teams/T1/supervision".into(), List("dan", NOT_HERS)),
        ("/teams/:code/input", "/teams/T1/input".into(), Only("dan", NOT_SEEING_TEAMS)),
        ("/people", "/people".into(), List("dan", NOT_HERS)),
        ("/people/:id", format!("/people/{amina}"), dans),
        ("/people/:id/competencies/:code", format!("/people/{amina}/competencies/RSK-1"), dans),
    ]
}

fn for_those_who_change(place: &Place) -> Vec<Address> {
    let [first_input, _] = &place.inputs;
    let Place { amina, post, account, other_account: other, grant, imports: [import, _], .. } =
        place;
    let (dans, leads) = (Only("dan", NOT_HERS), Only("lead", &["eve", "finn"]));
    let administrators = Only("yusra", NOT_ADMINISTRATORS);
    let redactors = Only("ig", NOT_REDACTORS);
    let text = format!("/redactions/texts/judgement_note/{}", place.requests[0]);
    vec![
        ("/teams/:code/starters/new", "/teams/T1/starters/new".into(), dans),
        ("/seat-requests", "/seat-requests".into(), List("dan", NOT_RELEASING)),
        ("/teams/:code/release", "/teams/T1/release".into(), Only("dan", NOT_RELEASING)),
        ("/teams/:code/input/add", "/teams/T1/input/add".into(), Only("dan", NOT_KEEPING_INPUT)),
        (
            "/teams/:code/input/:id/change",
            format!("/teams/T1/input/{first_input}/change"),
            Only("dan", NOT_KEEPING_INPUT),
        ),
        ("/people/:id/posts/new", format!("/people/{amina}/posts/new"), dans),
        ("/people/:id/posts/:post/change", format!("/people/{amina}/posts/{post}/change"), dans),
        ("/people/:id/posts/:post/end", format!("/people/{amina}/posts/{post}/end"), dans),
        ("/grants", "/grants".into(), Only("lead", &["eve"])),
        ("/grants/give", "/grants/give?search=amina@staff.example".into(), List("lead", &["eve"])),
        ("/grants/give/:account", format!("/grants/give/{other}"), Only("lead", &["eve"])),
        (
            "/grants/give/:account/founding",
            format!("/grants/give/{other}/founding"),
            Only("lead", &["eve"]),
        ),
        ("/grants/:grant/end", format!("/grants/{grant}/end"), leads),
        ("/accounts", "/accounts".into(), List("yusra", NOT_ADMINISTRATORS)),
        ("/accounts/add", "/accounts/add".into(), administrators),
        ("/accounts/:account", format!("/accounts/{account}"), administrators),
        ("/outbox", "/outbox".into(), administrators),
        ("/trusted-issuers", "/trusted-issuers".into(), administrators),
        ("/trusted-issuers/add", "/trusted-issuers/add".into(), administrators),
        (
            "/trusted-issuers/:id/end",
            format!("/trusted-issuers/{}/end", place.issuer),
            administrators,
        ),
        ("/sharing", "/sharing".into(), Only("ig", &["eve", "amina"])),
        ("/sharing/:code", "/sharing/P1".into(), Only("ig", &["eve", "finn"])),
        ("/redactions", "/redactions?search=amina".into(), List("ig", NOT_REDACTORS)),
        ("/redactions/people/:id", format!("/redactions/people/{amina}"), redactors),
        ("/redactions/texts/:kind/:row", text, redactors),
        ("/import", "/import".into(), Only("yusra", &["eve"])),
        ("/import/courses", "/import/courses".into(), administrators),
        ("/import/courses/:id", format!("/import/courses/{}", place.course), administrators),
        ("/import/:id", format!("/import/{import}"), administrators),
    ]
}

/// Programme SMI runs in Amina's network.
fn about_training(place: &Place) -> Vec<Address> {
    let leads = Only("lead", &["eve", "ben", "dan", "yusra", "ed", "finn"]);
    let smi =
        |route: &'static str, rest: &str, whose| (route, format!("/programmes/SMI{rest}"), whose);
    let step = format!("/steps/{}", place.step);
    let competencies = format!("{step}/competencies");
    let dates = "/series?day=2026-12-07&time=1pm&pace=weekly&every=1";
    vec![
        ("/my/programmes", "/my/programmes".into(), Own),
        ("/programmes", "/programmes".into(), Own),
        ("/programmes/new", "/programmes/new".into(), Only("lead", &["eve", "ben", "dan", "ed"])),
        smi("/programmes/:code", "", Own),
        smi("/programmes/:code/series", dates, Only("cara", NOWHERE_TEACHING)),
        smi("/programmes/:code/teams", "/teams", Only("dan", &["eve", "ben", "yusra", "ed"])),
        smi("/programmes/:code/teams/:team", "/teams/T1", List("dan", NOT_HERS)),
        smi("/programmes/:code/edit", "/edit", leads),
        smi("/programmes/:code/change", "/change", leads),
        smi("/programmes/:code/steps/new", "/steps/new", leads),
        smi("/programmes/:code/steps/:step", &step, leads),
        smi("/programmes/:code/steps/:step/competencies", &competencies, leads),
    ]
}

/// Version 2 is a draft of Ed's.
fn for_those_who_draft() -> Vec<Address> {
    let read = Only("ed", &["eve", "finn", "dan", "lead", "ig"]);
    let edit = Only("ed", &["eve", "finn", "dan", "lead", "ig", "yusra"]);
    let draft =
        |route: &'static str, rest: &str, whose| (route, format!("/frameworks/2{rest}"), whose);
    vec![
        ("/frameworks", "/frameworks".into(), read),
        draft("/frameworks/:number", "", read),
        draft("/frameworks/:number/domains/new", "/domains/new", edit),
        draft("/frameworks/:number/domains/:code", "/domains/RSK", edit),
        draft("/frameworks/:number/competencies/new", "/competencies/new?domain=RSK", edit),
        draft("/frameworks/:number/competencies/:code", "/competencies/RSK-1", read),
        draft("/frameworks/:number/crosswalk", "/crosswalk", read),
        draft("/frameworks/:number/crosswalk/:code", "/crosswalk/RSK-1", edit),
        draft("/frameworks/:number/requirements", "/requirements", read),
        draft("/frameworks/:number/requirements/:role", "/requirements/PN", read),
        draft("/frameworks/:number/comments", "/comments", read),
        draft("/frameworks/:number/publish", "/publish?from=2026-12-01", read),
    ]
}

fn between<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn every_page_is_in_the_list() {
    let place = place().await;
    let listed: BTreeSet<_> = addresses(&place).into_iter().map(|(route, ..)| route).collect();
    assert_eq!(between(ROUTES, "path!(\""), listed);
    assert_eq!(between(ROUTER, ".route(\""), NOT_PAGES.into());
    assert_eq!(between(CASE, ".route(\""), FOR_PROGRAMS.into());
}

/// A stranger is asked to sign in, which leads away from the page.
fn is_asked_to_sign_in(page: &Page) -> bool {
    page.path.starts_with("/sign-in?then=") && !page.html.contains("Amina")
}

#[tokio::test]
async fn no_page_serves_a_stranger_or_the_wrong_person_and_each_serves_the_right_one() {
    let mut place = place().await;
    let mut faults = Vec::new();
    for (route, path, whose) in addresses(&place) {
        let page = place.esteem.stranger().visit(&path).await;
        if !matches!(whose, Everybodys) && !is_asked_to_sign_in(&page) {
            faults.push(format!("{route} showed a stranger {}", page.path));
        }
        for wrong in whose.wrong() {
            let page = place.user(wrong).visit(&path).await;
            faults.extend(
                told_too_much(whose, &page).map(|what| format!("{route} by {wrong} {what}")),
            );
        }
        if let Some(right) = whose.right() {
            let page = place.user(right).visit(&path).await;
            faults.extend(
                told_too_little(whose, &page).map(|what| format!("{route} by {right} {what}")),
            );
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[tokio::test]
async fn a_file_is_taken_from_nobody_but_who_may_import_it() {
    let mut place = place().await;
    let fields = [("kind", "areas"), ("as_at", crate::practice::TODAY)];
    let file = ("areas.csv", "code,name,kind\nTH,Tower Hamlets,place\n");
    let page = place.esteem.stranger().upload("/import/upload", &fields, file).await;
    assert!(is_refused(page.status) || page.path.starts_with("/sign-in"), "{}", page.status);
    for wrong in NOT_ADMINISTRATORS {
        let page = place.user(wrong).upload("/import/upload", &fields, file).await;
        assert!(is_refused(page.status), "{wrong}: {}", page.status);
    }
}

#[tokio::test]
async fn an_empty_file_is_given_to_nobody_but_who_may_import_such() {
    let mut place = place().await;
    let address = "/import/template/areas.csv";
    let page = place.esteem.stranger().visit(address).await;
    assert!(is_asked_to_sign_in(&page), "{}", page.path);
    for wrong in ["amina", "ed"].iter().chain(NOT_ADMINISTRATORS) {
        let page = place.user(wrong).visit(address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let file = place.user("yusra").visit(address).await;
    assert_eq!(file.html, "code,name,kind,parent_code,opened_on,closed_on\n");
    assert!(place.user("ed").visit("/import/template/framework.csv").await.status.is_success());
    for none in ["ods.csv", "ods_pcn.csv", "areas", "nothing.csv"] {
        let page = place.user("yusra").visit(&format!("/import/template/{none}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{none}");
    }
}

//! A record goes from one installation to another: made there, trusted and accepted here; and what becomes of files that
//! are none, were altered, or come from nobody who is trusted.

use crate::outbox::{make_digests, post, send};
use crate::practice::{practice, sign_in, with_framework};
use crate::small::bring;
use axum::body::{Body, to_bytes};
use domain::imports::Kind;
use domain::issuers::AddIssuer;
use domain::passport::Passport;
use http::{Request, StatusCode};
use tests::mail_server::MailServer;
use tests::user::is_refused;
use tests::{Installation, Page, User};
use tower::ServiceExt;

/// Amina holds two levels there; one of them she was granted without being confirmed.
const HELD: &str = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                    E1,RSK-1,confirmed,2026-01-31,3,E2,observation\n\
                    E1,RSK-2,recognised,2026-02-01,2,E2,\n";

/// The framework as other installations import it: its identifiers are the same there.
async fn framework_of(esteem: &Installation) -> String {
    let get = async |path: &str| {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = esteem.router.clone().oneshot(request).await.expect("an answer");
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a whole body");
        String::from_utf8(body.to_vec()).expect("text")
    };
    let listed: serde_json::Value =
        serde_json::from_str(&get("/ims/case/v1p0/CFDocuments").await).expect("JSON");
    let id = listed["CFDocuments"][0]["identifier"].as_str().expect("an identifier");
    get(&format!("/ims/case/v1p0/CFPackages/{id}")).await
}

/// An earlier employer, a later one with the same framework, and the file that Amina took along.
async fn two() -> (Installation, Installation, String) {
    let there = practice().await;
    bring(&there, Kind::Judgements, HELD).await;
    let mut amina = sign_in(&there, "amina").await;
    let made = amina.post("/my/passport/issue", &[]).await;
    assert_eq!(made.status, StatusCode::OK);
    let here = with_framework(&framework_of(&there).await).await;
    (there, here, made.html)
}

async fn brings(user: &mut User, file: &str) -> Page {
    user.upload("/my/record/upload", &[], ("passport.json", file)).await
}

/// Of the key that signed a file.
pub fn fingerprint(file: &str) -> String {
    let passport: Passport = serde_json::from_str(file).expect("a passport");
    services::passport::fingerprint(&passport.key)
}

async fn trust(esteem: &Installation, file: &str) -> Page {
    let mut yusra = sign_in(esteem, "yusra").await;
    let page = yusra.visit("/trusted-issuers/add").await;
    let answers = [
        ("name", "Eastern Trust"),
        ("address", "https://esteem.eastern.example"),
        ("fingerprint", &*fingerprint(file)),
    ];
    yusra.submit(&page, "add_issuer", &answers).await
}

#[tokio::test]
async fn a_record_made_at_one_employer_is_accepted_at_the_next() {
    let (_there, here, file) = two().await;
    let listed = trust(&here, &file).await;
    assert!(listed.says("The issuer is trusted from today"), "{}", listed.words());
    let mut amina = sign_in(&here, "amina").await;
    let brought = brings(&mut amina, &file).await;
    assert!(brought.says("Waits for an assessor or workforce lead"), "{}", brought.words());
    let evidence = amina.visit("/my/evidence?kind=prior_learning").await;
    assert!(
        evidence.says("Ask about risk (RSK-1): level 3, confirmed on 31 January 2026 by Ben Okoro")
    );
    let before = amina.visit("/my/competencies/RSK-1").await;
    assert!(!before.says("Accepted from another employer"), "until then it is evidence");

    let mut ben = sign_in(&here, "ben").await;
    assert!(ben.visit("/").await.says("1 record waits to be accepted"));
    let waiting = ben.visit("/confirm/records").await;
    let record = ben.visit(&waiting.links("Amina Khan")[0]).await;
    assert!(record.says("Accepted, due on 31 January 2028"), "24 months: {}", record.words());
    assert!(record.says("Left out: it was recognised there and not confirmed"));
    assert!(record.says("cannot be known here"));
    let unsaid = ben.submit(&record, "accept_record", &[]).await;
    assert!(unsaid.says("Say that this is the same person"), "{}", unsaid.words());
    let done = ben.submit(&record, "accept_record", &[("same", "yes")]).await;
    assert!(done.says("Accepted 1 level, left out 1"), "{}", done.words());
    assert!(done.says("No records wait"));
    assert!(!ben.visit("/").await.says("to be accepted"));

    let after = amina.visit("/my/competencies/RSK-1").await;
    assert!(
        after.says("accepted from Eastern Trust, confirmed by Ben Okoro, Mental health nurse on 31 January 2026"),
        "{}",
        after.words()
    );
    let own = amina.visit("/my/record/bring").await;
    assert!(own.says("Accepted by Ben Okoro on 2 November 2026"), "{}", own.words());
    assert!(own.says("This was accepted, so it is part of your history"));
    assert!(!own.html.contains("remove_record"));
}

#[tokio::test]
async fn a_record_of_whoever_is_not_trusted_is_evidence_and_waits_for_nobody() {
    let (_there, here, file) = two().await;
    let mut amina = sign_in(&here, "amina").await;
    let brought = brings(&mut amina, &file).await;
    assert!(brought.says("Evidence only: whoever signed it is not trusted here"));
    let waiting = sign_in(&here, "ben").await.visit("/confirm/records").await;
    assert!(waiting.says("No records wait") && !waiting.html.contains("Amina"));
    let again = brings(&mut amina, &file).await;
    assert!(again.says("You have brought this very record before"), "{}", again.words());
}

#[tokio::test]
async fn whoever_may_accept_a_record_hears_of_it_in_the_weekly_email_and_nobody_else_does() {
    let (_there, here, file) = two().await;
    trust(&here, &file).await;
    let mut amina = sign_in(&here, "amina").await;
    brings(&mut amina, &file).await;
    for name in ["ben", "yusra"] {
        sign_in(&here, name).await; // who never did gets no mail
    }
    make_digests(&here).await;
    let server = MailServer::start().await;
    send(&here, &post(&server)).await;
    let told = server.taken().into_iter().filter(|mail| mail.text.contains("/confirm/records"));
    let told: Vec<_> = told.map(|mail| mail.to).collect();
    assert_eq!(told, ["ben@staff.example"]);
}

#[tokio::test]
async fn a_record_that_was_declined_waits_for_nobody_until_its_owner_brings_it_again() {
    let (_there, here, file) = two().await;
    trust(&here, &file).await;
    let mut amina = sign_in(&here, "amina").await;
    brings(&mut amina, &file).await;
    let mut ben = sign_in(&here, "ben").await;
    let path = ben.visit("/confirm/records").await.links("Amina Khan").remove(0);
    let record = ben.visit(&path).await;
    let unsaid = ben.submit(&record, "decline_record", &[]).await;
    assert!(unsaid.says("Choose why you decline this record"), "{}", unsaid.words());
    let done = ben.submit(&record, "decline_record", &[("reason", "ask_issuer")]).await;
    assert!(done.says("it waits no longer") && done.says("No records wait"), "{}", done.words());
    assert!(!ben.visit("/").await.says("to be accepted"));
    let told = "Declined on 2 November 2026 by Ben Okoro: the issuer should be asked again first";
    let declined = ben.visit(&path).await;
    assert!(declined.says(told), "{}", declined.words());
    assert!(!declined.html.contains("accept_record") && !declined.html.contains("decline_record"));
    let late = ben.submit(&record, "accept_record", &[("same", "yes")]).await;
    assert!(late.says("It waits no longer"), "{}", late.words());
    make_digests(&here).await;
    let server = MailServer::start().await;
    send(&here, &post(&server)).await;
    assert!(!server.taken().iter().any(|mail| mail.text.contains("/confirm/records")));

    let own = amina.visit("/my/record/bring").await;
    assert!(own.says(told), "{}", own.words());
    assert!(amina.visit("/my/evidence?kind=prior_learning").await.says("Ask about risk (RSK-1)"));
    let removed = amina.submit(&own, "remove_record", &[]).await;
    assert!(removed.says("Removed the record"), "{}", removed.words());
    assert!(!removed.says("Records you have brought"));
    assert!(!amina.visit("/my/evidence?kind=prior_learning").await.says("Ask about risk (RSK-1)"));
    let again = brings(&mut amina, &file).await;
    assert!(again.says("Waits for an assessor or workforce lead"), "{}", again.words());
    assert!(ben.visit("/").await.says("1 record waits to be accepted"));
}

#[tokio::test]
async fn what_was_altered_or_is_no_record_or_was_made_here_is_refused_in_words() {
    let (there, here, file) = two().await;
    trust(&here, &file).await;
    let mut amina = sign_in(&here, "amina").await;
    let altered = file.replace("\"level\": 3", "\"level\": 4");
    assert_ne!(altered, file);
    for (file, told) in [
        (altered.as_str(), "altered after it was signed"),
        ("{}", "not an Esteem passport"),
        ("", "Choose a file"),
    ] {
        let page = brings(&mut amina, file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        assert!(page.says(told), "{told}: {}", page.words());
    }
    let list = amina.visit("/my/record/bring").await;
    assert!(!list.says("Records you have brought"), "nothing was kept");
    let mut at_home = sign_in(&there, "amina").await;
    let page = brings(&mut at_home, &file).await;
    assert!(page.says("This record was issued here"), "{}", page.words());
}

#[tokio::test]
async fn a_record_is_taken_from_nobody_without_one_of_their_own() {
    let (_there, here, file) = two().await;
    let stranger = brings(&mut here.stranger(), &file).await;
    assert!(is_refused(stranger.status) || stranger.path.starts_with("/sign-in"));
    let keeper = brings(&mut sign_in(&here, "ig").await, &file).await;
    assert_eq!(keeper.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", keeper.words());
    let rows = services::issuers::list(&here.operator()).await.expect("a list");
    assert!(rows.is_empty());
    let added = AddIssuer::parse("E", "https://e.example", &fingerprint(&file)).expect("an issuer");
    services::issuers::add(&here.operator(), added).await.expect("added");
    let waiting = sign_in(&here, "ben").await.visit("/confirm/records").await;
    assert!(waiting.says("No records wait"), "{}", waiting.words());
}

//! Passports through the router: made by their owner, checked by anybody, and files that are none.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use axum::body::Body;
use domain::imports::Kind;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use serde_json::Value;
use tests::installation::ISSUER;
use tests::user::BOUNDARY;
use tests::{Installation, Page, User};

const HELD: &str = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                    E1,RSK-1,confirmed,2026-01-05,3,E2,observation\n";

/// Amina, of whom a level is confirmed.
async fn amina() -> (Installation, User) {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, HELD).await;
    let amina = sign_in(&esteem, "amina").await;
    (esteem, amina)
}

async fn make(user: &mut User) -> Page {
    user.post("/my/passport/issue", &[]).await
}

/// What a stranger is told of a file.
async fn told(esteem: &Installation, file: &[u8]) -> Page {
    let page =
        esteem.stranger().upload("/verify/upload", &[("text", "")], ("passport.json", file)).await;
    for secret in ["Amina", "Khan", "Ask about risk", "RSK-1", "Practises with support", "Okoro"] {
        assert!(!page.html.contains(secret), "{secret} in {}", page.words());
    }
    page
}

#[tokio::test]
async fn a_passport_is_made_for_its_owner_alone() {
    let (esteem, mut amina) = amina().await;
    let page = amina.visit("/my/passport").await;
    assert!(page.says("Ask about risk (RSK-1)") && page.says("3 Practises with support"));
    assert!(page.says("Ben Okoro, Mental health nurse") && page.says("brought in from a file"));
    assert!(page.says("No passports made yet"));
    let made = make(&mut amina).await;
    let header = |name| made.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    assert_eq!(made.status, StatusCode::OK);
    assert_eq!(header(CONTENT_TYPE), "application/json");
    assert_eq!(header(CONTENT_DISPOSITION), "attachment; filename=\"passport-2026-11-02.json\"");
    assert_eq!(header(CACHE_CONTROL), "no-store");
    let document: Value = serde_json::from_str(&made.html).expect("JSON");
    assert_eq!(document["person"]["name"], "Amina Khan");
    assert_eq!(document["issuer"]["name"], ISSUER);
    assert_eq!(document["issuer"]["address"], "http://esteem.test");

    let page = amina.visit("/my/passport").await;
    assert!(page.says("Passports you made") && !page.says("No passports made yet"));
    let stranger = make(&mut esteem.stranger()).await;
    assert_eq!(stranger.location.as_deref(), Some("/sign-in?then=%2Fmy%2Fpassport"));
    // Eve's own would be empty; the lead has no record.
    for other in ["eve", "lead"] {
        let other = make(&mut sign_in(&esteem, other).await).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!other.html.contains("Amina"));
    }
}

#[tokio::test]
async fn a_passport_on_paper_is_made_for_its_owner_alone() {
    let (esteem, mut amina) = amina().await;
    let on_paper = "/my/passport/issue/pdf";
    let made = amina.post(on_paper, &[]).await;
    let header = |name| made.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    assert_eq!(header(CONTENT_TYPE), "application/pdf");
    assert_eq!(header(CONTENT_DISPOSITION), "attachment; filename=\"passport-2026-11-02.pdf\"");
    assert_eq!(header(CACHE_CONTROL), "no-store");
    // The file's properties are plain text in it; its pages are not.
    assert!(made.html.starts_with("%PDF-1.7") && made.html.contains("passport: Amina Khan"));
    assert!(amina.visit("/my/passport").await.says("Passports you made"));
    let stranger = esteem.stranger().post(on_paper, &[]).await;
    assert_eq!(stranger.location.as_deref(), Some("/sign-in?then=%2Fmy%2Fpassport"));
    for other in ["eve", "lead"] {
        let other = sign_in(&esteem, other).await.post(on_paper, &[]).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!other.html.contains("Amina"));
    }
}

#[tokio::test]
async fn anybody_checks_a_passport_and_is_told_no_name() {
    let (esteem, mut amina) = amina().await;
    let file = make(&mut amina).await.html;
    let sound = told(&esteem, file.as_bytes()).await;
    assert_eq!((sound.status, &*sound.text("h2#verdict")), (StatusCode::OK, "Result: Intact"));
    assert!(sound.says(ISSUER) && sound.says("2 November 2026"), "{}", sound.words());
    assert!(sound.says("nothing in it was revoked since"));

    let altered = file.replace("\"level\": 3", "\"level\": 4");
    assert_ne!(altered, file);
    let page = told(&esteem, altered.as_bytes()).await;
    assert_eq!(page.text("h2#verdict"), "Result: Altered");

    let pasted = esteem.stranger().upload("/verify/upload", &[("text", &file)], ("", "")).await;
    assert_eq!(pasted.text("h2#verdict"), "Result: Intact");
    // Nothing of it is shown again.
    assert!(!pasted.html.contains("Amina"));
}

#[tokio::test]
async fn two_passports_of_one_minute_are_told_apart_by_how_their_identifiers_end() {
    let (_esteem, mut amina) = amina().await;
    let made = [make(&mut amina).await.html, make(&mut amina).await.html];
    let page = amina.visit("/my/passport").await;
    let mut endings = Vec::new();
    for file in made {
        let document: Value = serde_json::from_str(&file).expect("JSON");
        let id = document["id"].as_str().expect("an identifier").to_owned();
        let (_, ending) = id.rsplit_once('-').expect("parts");
        assert!(page.says(ending), "{ending} in {}", page.words());
        assert!(page.says(&format!("that ends in {ending}")), "the button says which it withdraws");
        endings.push(ending.to_owned());
    }
    assert_ne!(endings[0], endings[1]);
}

#[tokio::test]
async fn what_is_revoked_or_withdrawn_shows_on_the_page() {
    let (esteem, mut amina) = amina().await;
    let (one, other) = (make(&mut amina).await.html, make(&mut amina).await.html);
    let page = amina.visit("/my/passport").await;
    let withdrawn = amina.submit(&page, "withdraw_passport", &[]).await;
    assert!(withdrawn.says("Withdrawn: whoever checks that passport"), "{}", withdrawn.words());
    let mut states = Vec::new();
    for file in [&one, &other] {
        states.push(told(&esteem, file.as_bytes()).await.text("h2#verdict"));
    }
    states.sort();
    assert_eq!(states, ["Result: Intact", "Result: Intact, but revoked since"]);

    let revoked = "employee_number,competency_code,kind,made_on\nE1,RSK-1,revoked,2026-11-02\n";
    bring(&esteem, Kind::Judgements, revoked).await;
    for file in [&one, &other] {
        let page = told(&esteem, file.as_bytes()).await;
        assert_eq!(page.text("h2#verdict"), "Result: Intact, but revoked since");
    }
}

#[tokio::test]
async fn a_passport_of_elsewhere_is_intact_by_its_own_key_and_no_address_in_it_is_a_link() {
    let (_elsewhere, mut amina) = amina().await;
    let file = make(&mut amina).await.html;
    let here = practice().await;
    let page = told(&here, file.as_bytes()).await;
    assert_eq!(page.text("h2#verdict"), "Result: Intact, by a key not known here");
    assert!(page.says("Issuer, as the file says") && page.says("Fingerprint of the key"));
    assert!(page.says("http://esteem.test"));
    assert!(page.links("esteem.test").is_empty() && !page.html.contains("href=\"http"));
}

#[tokio::test]
async fn hostile_files_are_answered_with_a_sentence() {
    let esteem = practice().await;
    let deep = "[".repeat(200_000);
    let script = "{\"format\":\"<script>alert(1)</script>\"}";
    let table: [(&[u8], &str); 7] = [
        (b"", "Choose the file of a passport, or paste its text"),
        (deep.as_bytes(), "not an Esteem passport"),
        (script.as_bytes(), "not an Esteem passport"),
        (b"\xff\xfe{\0}\0", "not text in UTF-8"),
        (b"%PDF-1.7\n%\xe2\xe3", "save passport.json and choose that"),
        (b"{\"format\":\"esteem-passport/9\"}", "a format that this Esteem does not know"),
        (&[b' '; 1024 * 1024 + 1], "larger than 1 MB"),
    ];
    for (file, sentence) in table {
        let page = told(&esteem, file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text(".nhsuk-error-summary").contains(sentence), "{}", page.words());
        assert!(!page.html.contains("<script>alert"));
    }
}

/// A form that never ends is cut off at three times the largest passport.
#[tokio::test]
async fn an_endless_file_is_not_read_to_its_end() {
    let esteem = practice().await;
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n"
    );
    let body = [head.into_bytes(), vec![b'x'; 5 * 1024 * 1024]].concat();
    let page = esteem.stranger().stream("/verify/upload", Body::from(body)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("larger than 1 MB"), "{}", page.words());
}

#[tokio::test]
async fn public_keys_are_for_everybody() {
    let (esteem, mut amina) = amina().await;
    let file: Value = serde_json::from_str(&make(&mut amina).await.html).expect("JSON");
    let page = esteem.stranger().visit("/.well-known/esteem-keys.json").await;
    let header = |name| page.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    assert_eq!(header(CONTENT_TYPE), "application/jwk-set+json");
    assert_eq!(header(CACHE_CONTROL), "public, max-age=300");
    let keys: Value = serde_json::from_str(&page.html).expect("JSON");
    assert_eq!(keys["keys"][0]["x"], file["key"]["x"]);
    assert_eq!(
        (&keys["keys"][0]["alg"], &keys["keys"][0]["use"]),
        (&"EdDSA".into(), &"sig".into())
    );
}

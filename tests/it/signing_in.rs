//! In, out, and what a stranger sees.

use crate::practice::{practice, sign_in};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::Installation;
use tests::installation::PASSWORD;

const TODAY: &str = "2026-11-02";

#[tokio::test]
async fn a_wrong_pair_is_told_in_one_sentence_and_keeps_the_address_but_not_the_password() {
    let esteem = Installation::on(TODAY).await;
    esteem.somebody("amina@staff.example", &[]).await;
    for email in ["amina@staff.example", "nobody@staff.example"] {
        let mut user = esteem.stranger();
        let page = user.sign_in(email, "not the password").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text("title").starts_with("Error: "), "{}", page.text("title"));
        assert!(page.says("The email address or the password is not right"), "{}", page.words());
        let kept = page.form("sign_in");
        assert!(kept.contains(&("email".to_owned(), email.to_owned())), "{kept:?}");
        assert!(!page.html.contains("not the password"));
        assert!(!user.is_signed_in());
    }
}

#[tokio::test]
async fn what_was_left_empty_is_asked_for() {
    let esteem = Installation::on(TODAY).await;
    let page = esteem.stranger().sign_in("  ", "").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let summary = page.text(".nhsuk-error-summary");
    assert!(summary.contains("Enter your email address"), "{summary}");
    assert!(summary.contains("Enter your password"), "{summary}");
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_that_asked_for_it() {
    let esteem = Installation::on(TODAY).await;
    esteem.somebody("lead@staff.example", &[(GrantKind::WorkforceLead, "")]).await;
    let mut user = esteem.stranger();
    let asked = user.visit("/coverage?show=fully_met").await;
    assert!(asked.path.starts_with("/sign-in?then="), "{}", asked.path);
    let answers = [("email", "lead@staff.example"), ("password", PASSWORD)];
    let page = user.submit(&asked, "sign_in", &answers).await;
    assert_eq!(page.path, "/coverage?show=fully_met");
}

#[tokio::test]
async fn signing_out_ends_it_on_the_server_too() {
    let esteem = Installation::on(TODAY).await;
    let mut user = esteem.somebody("amina@staff.example", &[]).await;
    let kept = user.clone();
    let home = user.visit("/").await;
    user.submit(&home, "sign_out", &[]).await;
    assert!(!user.is_signed_in());
    let mut thief = kept;
    assert!(!thief.visit("/").await.links("Sign in").is_empty(), "the old cookie opens nothing");
}

#[tokio::test]
async fn an_unknown_page_is_not_found_with_its_status() {
    let esteem = Installation::on(TODAY).await;
    let page = esteem.stranger().visit("/nowhere").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.says("Page not found"), "{}", page.words());
}

#[tokio::test]
async fn a_post_from_another_site_changes_nothing() {
    let esteem = Installation::on(TODAY).await;
    let page = esteem.stranger().post_from("https://evil.example", "/sign-in").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_page_forbids_foreign_code_and_framing() {
    let esteem = Installation::on(TODAY).await;
    let first = esteem.stranger().visit("/").await;
    let second = esteem.stranger().visit("/").await;
    let policy =
        |page: &tests::Page| page.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert_ne!(policy(&first), policy(&second), "a nonce serves one answer");
    for part in
        ["default-src 'none'", "frame-ancestors 'none'", "'wasm-unsafe-eval'", "form-action 'self'"]
    {
        assert!(policy(&first).contains(part), "{part} in {}", policy(&first));
    }
    assert!(!policy(&first).contains("unsafe-inline"));
    assert_eq!(first.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn the_navigation_is_one_list_beside_what_folds_it_on_a_phone() {
    let esteem = practice().await;
    let page = sign_in(&esteem, "amina").await.visit("/sessions").await;
    assert_eq!(page.all("nav[aria-label=\"Menu\"] details > summary"), ["Menu"]);
    // What lies in closed details no style sheet shows for certain.
    assert!(page.all("nav details a").is_empty(), "{}", page.words());
    assert_eq!(page.all("nav details + ul a[aria-current=\"true\"]"), ["Sessions"]);
    assert!(esteem.stranger().visit("/sign-in").await.all("nav details").is_empty());
}

//! Forms on pages: what was typed stays, and every way a form can end has its own answer.

use crate::browser::{Browser, EMAIL, PASSWORD};
use app::{AppError, answer};
use domain::refusal::Refusal;
use http::StatusCode;
use leptos::prelude::*;

const HERE: &str = "http://127.0.0.1:3000";

/// Ends as it is told to; no page of the product has such a form.
#[server(endpoint = "end")]
pub async fn end(how: String) -> Result<(), AppError> {
    match how.as_str() {
        "done" => answer::notice("Saved <b>42</b> answers"),
        "elsewhere" => answer::go_to("/privacy"),
        "not found" => return Err(Refusal::not_found("this person").into()),
        "sign in" => return Err(Refusal::SignInFirst.into()),
        "fault" => return Err(AppError::Fault { reference: "4f2a".to_owned() }),
        _ => return Err(Refusal::rule("how", "Choose how it ends.").into()),
    }
    Ok(())
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_but_never_a_password() {
    let mut browser = Browser::new(HERE).await;
    let typed = "o'brien \"<&>@staff.example";
    let page = browser
        .post(
            "/sign-in?then=%2Fprivacy",
            &[
                ("form", "sign_in"),
                ("then", "/privacy"),
                ("email", typed),
                ("password", "wrong horse"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.html.contains("value=\"o'brien &quot;&lt;&amp;&gt;@staff.example\""),
        "{}",
        page.html
    );
    assert!(page.html.contains("value=\"/privacy\""));
    assert!(!page.html.contains("wrong horse"));
    assert!(page.html.contains("There is a problem") && page.html.contains("is not right"));
    assert_eq!(page.title(), "Error: Sign in to Esteem – Esteem");
}

#[tokio::test]
async fn signing_in_leads_to_the_page_that_asked_and_out_again() {
    let mut browser = Browser::new(HERE).await;
    let fields =
        [("form", "sign_in"), ("then", "/privacy"), ("email", EMAIL), ("password", PASSWORD)];
    let page = browser.post("/sign-in", &fields).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/privacy"));
    let cookie = page.header("set-cookie");
    assert!(
        cookie.starts_with("esteem=")
            && cookie.contains("HttpOnly; SameSite=Lax")
            && !cookie.contains("Secure")
    );
    assert!(browser.get("/privacy").await.html.contains(EMAIL));
    let page = browser.post("/privacy", &[("form", "sign_out")]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/"));
    let page = browser.get("/").await;
    assert!(page.html.contains("You have signed out") && !page.html.contains(EMAIL));
}

#[tokio::test]
async fn the_address_never_leads_to_another_site() {
    let mut browser = Browser::new(HERE).await;
    let fields =
        [("form", "sign_in"), ("then", "//evil.example"), ("email", EMAIL), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &fields).await.location(), "/");
}

#[tokio::test]
async fn every_way_to_end_has_its_own_answer() {
    let mut browser = Browser::new(HERE).await;
    let mut ends = async |how: &'static str| {
        let page = browser.post("/privacy?part=2", &[("form", "end"), ("how", how)]).await;
        (page.status.as_u16(), page.location().to_owned(), page.title().to_owned())
    };
    let is = |status, location: &str, title: &str| (status, location.to_owned(), title.to_owned());
    assert_eq!(ends("done").await, is(303, "/privacy?part=2", ""));
    assert_eq!(ends("elsewhere").await, is(303, "/privacy", ""));
    assert_eq!(ends("").await, is(422, "", "Error: Privacy and cookies – Esteem"));
    assert_eq!(ends("not found").await, is(404, "", "Page not found – Esteem"));
    assert_eq!(ends("sign in").await, is(303, "/sign-in?then=%2Fprivacy%3Fpart%3D2", ""));
    assert_eq!(ends("fault").await, is(500, "", "Sorry, there is a problem with Esteem – Esteem"));
}

#[tokio::test]
async fn a_notice_is_shown_once_and_escaped() {
    let mut browser = Browser::new(HERE).await;
    browser.post("/privacy", &[("form", "end"), ("how", "done")]).await;
    let page = browser.get("/privacy").await;
    assert!(page.html.contains("Saved &lt;b&gt;42&lt;/b&gt; answers"));
    assert!(!browser.get("/privacy").await.html.contains("Saved"));
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused() {
    let mut browser = Browser::new(HERE).await;
    assert_eq!(browser.post("/privacy", &[("how", "done")]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        browser.post("/privacy", &[("form", "no_such")]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(browser.post("/privacy", &[("form", "../x?y")]).await.status, StatusCode::NOT_FOUND);
    let page = browser.post("/privacy", &[("form", "end")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "an argument is missing");
    let long = "x".repeat(300_000);
    let page = browser.post("/privacy", &[("form", "end"), ("how", &long)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    let page = browser
        .send(http::Request::post("/privacy").header("origin", "https://evil.example"), "form=end")
        .await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_islands_call_gets_the_error_as_data() {
    let mut browser = Browser::new(HERE).await;
    let page = browser.post("/api/end", &[("how", "not found")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.html, r#"{"Refused":{"NotFound":"this person"}}"#);
    let page = browser.post("/api/end", &[("how", "elsewhere")]).await;
    assert_eq!((page.status, page.location()), (StatusCode::OK, "/privacy"));
    assert!(page.headers.contains_key("serverfnredirect"));
}

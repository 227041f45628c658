//! What stands under every page: assets, headers, health, and the pages for what is not there.

use crate::browser::{Browser, EMAIL, PASSWORD};
use http::StatusCode;

#[tokio::test]
async fn an_unknown_address_is_a_real_not_found() {
    let mut browser = Browser::new("http://127.0.0.1:3000").await;
    let page = browser.get("/no/such/page?x=1").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.title(), "Page not found – Esteem");
    assert_eq!(browser.get("/assets/0/app.css").await.status, StatusCode::NOT_FOUND);
    let put = http::Request::put("/").header("sec-fetch-site", "same-origin");
    assert_eq!(browser.send(put, "").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_page_without_an_island_has_no_script_and_every_policy_its_own_nonce() {
    let mut browser = Browser::new("http://127.0.0.1:3000").await;
    let page = browser.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    let policy = page.header("content-security-policy");
    let nonce = policy.split_once("'nonce-").unwrap().1.split('\'').next().unwrap();
    assert!(nonce.len() >= 16 && !policy.contains("unsafe-inline"));
    assert!(!page.html.contains("<script") && page.html.ends_with("</html>"));
    assert!(!page.html.contains(" style=") && !page.html.contains("<style"));
    assert!(!browser.get("/").await.header("content-security-policy").contains(nonce));
}

#[tokio::test]
async fn every_response_says_what_a_browser_may_do_with_it() {
    let mut browser = Browser::new("http://127.0.0.1:3000").await;
    for path in ["/", "/no/such/page", "/health/live", "/health/ready", "/assets/0/app.css"] {
        let page = browser.get(path).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert_eq!(page.header("strict-transport-security"), "", "{path}");
    }
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_the_host() {
    let mut browser = Browser::new("https://esteem.example").await;
    let fields = [("form", "sign_in"), ("then", ""), ("email", EMAIL), ("password", PASSWORD)];
    let page = browser.post("/sign-in", &fields).await;
    let cookie = page.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-esteem=")
            && cookie.contains("; Path=/; HttpOnly; SameSite=Lax; Secure")
    );
    assert!(page.header("strict-transport-security").contains("max-age"));
    assert!(browser.get("/").await.html.contains(EMAIL));
}

#[tokio::test]
async fn pages_travel_compressed() {
    let mut browser = Browser::new("http://127.0.0.1:3000").await;
    let page = browser
        .send(http::Request::get("/privacy").header("accept-encoding", "gzip, br"), "")
        .await;
    assert_eq!(page.header("content-encoding"), "gzip");
}

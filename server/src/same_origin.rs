//! Changes come from our own pages only: another site's page cannot make a signed-in browser change anything here.

use crate::{App, problem, visits};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Method, StatusCode};

/// Lets a request pass that only reads, or that comes from a page of ours.
pub async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers(), &app.settings.base_url) {
        return next.run(request).await;
    }
    let (head, _) = request.into_parts();
    let visit = visits::unrecognised(&app, &head);
    problem::page_with(&app, visit, head, StatusCode::FORBIDDEN).await
}

/// Every browser says where a request comes from: the newer ones in words, all of them for a post by its origin.
fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = header(ORIGIN.as_str()) else { return false };
    let host = origin.split_once("://").map(|(_, host)| host);
    origin == base_url.trim_end_matches('/') || (host.is_some() && host == header(HOST.as_str()))
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use http::{HeaderMap, HeaderName, HeaderValue};

    fn ours(headers: &[(&'static str, &'static str)]) -> bool {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        is_ours(&headers.iter().map(pair).collect::<HeaderMap>(), "https://esteem.example/")
    }

    #[test]
    fn a_browsers_own_word_decides() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        for site in ["cross-site", "same-site", "none"] {
            assert!(
                !ours(&[("sec-fetch-site", site), ("origin", "https://esteem.example")]),
                "{site}"
            );
        }
    }

    #[test]
    fn else_the_origin_is_the_base_url_or_the_host() {
        assert!(ours(&[("origin", "https://esteem.example")]));
        assert!(ours(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")]));
        assert!(!ours(&[("origin", "https://evil.example"), ("host", "esteem.example")]));
        assert!(!ours(&[("origin", "null"), ("host", "esteem.example")]));
        assert!(!ours(&[]));
    }
}

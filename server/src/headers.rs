//! What every response says to the browser: what a page may load, who may frame it, what may be kept.

use crate::{App, telemetry};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};
use leptos::nonce::use_nonce;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// For what is not a page: it loads nothing and stands in no frame.
const NOT_A_PAGE: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Unless a handler said otherwise.
static DEFAULTS: [(HeaderName, HeaderValue); 7] = [
    (CONTENT_SECURITY_POLICY, NOT_A_PAGE),
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Where the address itself is a secret, not even our own pages are told it. `no-referrer` would say as much, and make
/// browsers send forms with the origin `null`, which [`crate::same_origin`] refuses.
const SECRET_ADDRESS: HeaderValue = HeaderValue::from_static("strict-origin");

/// Adds what is missing to every response.
pub async fn secure(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_secret = telemetry::speakable(path) != path;
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if is_secret {
        headers.insert(REFERRER_POLICY, SECRET_ADDRESS);
    }
    for (name, value) in &DEFAULTS {
        or_default(headers, name, value);
    }
    if app.settings.is_https() {
        or_default(
            headers,
            &STRICT_TRANSPORT_SECURITY,
            &HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}

fn or_default(headers: &mut HeaderMap, name: &HeaderName, value: &HeaderValue) {
    if !headers.contains_key(name) {
        headers.insert(name, value.clone());
    }
}

/// Says what the page under way may load: our own style sheet and icons, and the bundle for its islands.
///
/// `'self'` stands beside the nonce because the bundle is preloaded by a `<link>`, which has none;
/// compiling WebAssembly needs its own word; nothing inline but the script that bears the nonce.
pub fn provide_page_policy() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

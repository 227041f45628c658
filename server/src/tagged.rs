//! Answers that are sent again only when they have changed.

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use sha2::{Digest, Sha256};

/// A text with its digest, unless whoever asks has it already.
pub fn tagged(asked: &HeaderMap, media_type: HeaderValue, text: Vec<u8>) -> Response {
    let digest = Sha256::digest(&text);
    let digits: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // Weak: on its way it may be compressed.
    let tag = format!("W/\"{digits}\"");
    let has_it = asked.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let mut response =
        if has_it.is_some_and(|tags| tags.split(',').any(|known| known.trim() == tag)) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(CONTENT_TYPE, media_type)], text).into_response()
        };
    if let Ok(tag) = HeaderValue::try_from(tag) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

//! Answers to programs: JSON that is sent again only when it has changed, and what went wrong in CASE's own words.

use crate::tagged::tagged;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};
use services::Error;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Anybody may keep it, and asks again whether it still holds.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");
/// Published frameworks may be read by pages of other sites.
static BY_ALL: [(HeaderName, HeaderValue); 2] = [
    (HeaderName::from_static("access-control-allow-origin"), HeaderValue::from_static("*")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    ),
];

/// The outcome of a use case.
pub fn answer(asked: &HeaderMap, outcome: Result<impl Serialize, Error>) -> Response {
    let text = outcome.and_then(|said| {
        serde_json::to_vec(&said).map_err(|error| Error::fault("writing CASE", error))
    });
    match text {
        Ok(text) => whole(asked, text),
        Err(Error::Refused(refusal)) => {
            failure(StatusCode::NOT_FOUND, "unknownobject", &refusal.to_string())
        }
        Err(Error::Fault(cause)) => {
            tracing::error!(cause, "answering in CASE");
            let sentence = "Esteem could not answer. Try again later.";
            failure(StatusCode::INTERNAL_SERVER_ERROR, "internal_server_error", sentence)
        }
    }
}

/// An address beneath CASE's that is none of its.
pub async fn no_such_address() -> Response {
    failure(StatusCode::NOT_FOUND, "unknownobject", "There is nothing at this address")
}

/// The text with its digest, unless whoever asks has it already.
fn whole(asked: &HeaderMap, text: Vec<u8>) -> Response {
    let mut response = tagged(asked, JSON, text);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, ASK_AGAIN);
    headers.extend(BY_ALL.iter().cloned());
    response
}

fn failure(status: StatusCode, code: &str, sentence: &str) -> Response {
    let body: Value = json!({
        "imsx_codeMajor": "failure",
        "imsx_severity": "error",
        "imsx_description": sentence,
        "imsx_codeMinor": {
            "imsx_codeMinorField": [
                { "imsx_codeMinorFieldName": "TargetEndSystem", "imsx_codeMinorFieldValue": code }
            ]
        }
    });
    (status, [(CONTENT_TYPE, JSON)], body.to_string()).into_response()
}

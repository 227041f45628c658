//! The public halves of the keys that sign passports, for whoever checks one with a program of their own.

use crate::App;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::policy::Actor;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use services::passport;

const KEY_SET: HeaderValue = HeaderValue::from_static("application/jwk-set+json");
/// Long enough to spare this server, short enough that a key which was compromised is known soon.
const FOR_FIVE_MINUTES: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// Every key as a JSON Web Key set, without a sign-in.
pub async fn public(State(app): State<App>) -> Response {
    let ctx = app.services.as_actor(Actor::Nobody);
    let text = match passport::public(&ctx).await {
        Ok(keys) => serde_json::to_vec(&keys).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match text {
        Ok(text) => {
            ([(CONTENT_TYPE, KEY_SET), (CACHE_CONTROL, FOR_FIVE_MINUTES)], text).into_response()
        }
        Err(cause) => {
            tracing::error!(cause, "giving public keys out");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

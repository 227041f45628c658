//! A feed of somebody's sessions: for calendars, which bring nothing but its secret address.

use crate::App;
use crate::tagged::tagged;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::policy::Actor;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use services::Error;
use services::accounts::Token;

/// The type of a calendar file.
pub const CALENDAR: &str = "text/calendar; charset=utf-8";
const PLAIN: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
/// Nobody on the way keeps it; whose it is asks again whether it still holds.
const OWN: HeaderValue = HeaderValue::from_static("private, no-cache");

/// Its address ends in the secret and `.ics`. Whatever is wrong with a secret, there is nothing there.
pub async fn feed(State(app): State<App>, Path(file): Path<String>, asked: HeaderMap) -> Response {
    let token = Token::brought(file.strip_suffix(".ics").unwrap_or_default());
    let ctx = app.services.as_actor(Actor::Nobody);
    let base_url = app.settings.base_url.trim_end_matches('/');
    match services::calendar::feed(&ctx, &token, base_url).await {
        Ok(text) => {
            let media_type = HeaderValue::from_static(CALENDAR);
            let mut response = tagged(&asked, media_type, text.into_bytes());
            response.headers_mut().insert(CACHE_CONTROL, OWN);
            response
        }
        Err(Error::Refused(_)) => plain(StatusCode::NOT_FOUND, "There is no calendar here.\n"),
        Err(Error::Fault(cause)) => {
            tracing::error!(cause, "giving a calendar out");
            let sentence = "Esteem could not answer. Try again later.\n";
            plain(StatusCode::INTERNAL_SERVER_ERROR, sentence)
        }
    }
}

fn plain(status: StatusCode, sentence: &'static str) -> Response {
    (status, [(CONTENT_TYPE, PLAIN)], sentence).into_response()
}

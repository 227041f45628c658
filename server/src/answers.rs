//! What pages and server functions ask for, turned into responses: status, next address, cookies.

use crate::{App, cookies};
use app::answer::Parts;
use axum::response::{IntoResponse, Response};
use http::header::{HeaderName, LOCATION, REFRESH, SET_COOKIE};
use http::{HeaderValue, StatusCode};

/// A page that was drawn: with the status it asked for, or sent on to another page.
pub fn drawn(app: &App, answer: &Parts, page: Response) -> Response {
    if let Some(path) = &answer.location {
        return sent_on(app, answer, path);
    }
    let mut response = page;
    if let Some(status) = answer.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        *response.status_mut() = status;
    }
    with_cookies(app, answer, response)
}

/// A form that was done: on to the next page, by GET, so that going back or reloading repeats nothing.
pub fn sent_on(app: &App, answer: &Parts, path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    put(&mut response, LOCATION, path);
    with_cookies(app, answer, response)
}

/// A call from an island: its data, and where to go next for the script to follow.
pub fn told(app: &App, answer: &Parts, data: Response) -> Response {
    let mut response = data;
    if let Some(path) = &answer.location {
        put(&mut response, LOCATION, path);
        put(
            &mut response,
            HeaderName::from_static(leptos::server_fn::redirect::REDIRECT_HEADER),
            "",
        );
    }
    with_cookies(app, answer, response)
}

/// The response with what the answer wants the browser to keep, and when to ask anew.
pub fn with_cookies(app: &App, answer: &Parts, mut response: Response) -> Response {
    let sign_in = answer.sign_in.as_ref().map(|change| cookies::sign_in(app, change));
    let notice = answer.notice.as_ref().map(|sentence| cookies::notice(app, sentence));
    for cookie in sign_in.into_iter().chain(notice) {
        add_cookie(&mut response, &cookie);
    }
    if let Some(seconds) = answer.refresh {
        put(&mut response, REFRESH, &seconds.to_string());
    }
    response
}

pub fn add_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

fn put(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
}

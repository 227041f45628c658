//! Server functions: called by the forms on pages, and by islands at `/api/…`. Both come through here.

use crate::router::MOST_BYTES;
use crate::{App, answers, visits};
use app::AppError;
use app::answer::{Answer, Parts};
use app::error::unreadable;
use app::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use http::StatusCode;
use leptos::prelude::provide_context;
use leptos::server_fn::axum::{get_server_fn_service, server_fn_paths};
use leptos::server_fn::error::{FromServerFnError, SERVER_FN_ERROR_HEADER};

/// What a server function that succeeded gave and asked for.
pub struct Done {
    pub answer: Parts,
    pub data: Response,
}

/// The name of each server function, in no order.
pub fn names() -> impl Iterator<Item = String> {
    server_fn_paths().map(|(path, _)| path.rsplit('/').next().unwrap_or_default().to_owned())
}

/// Calls the server function that the request's path names.
///
/// # Errors
/// What the function refuses; *not found* where there is no such function.
pub async fn call(visit: Visit, request: Request) -> Result<Done, AppError> {
    let known = get_server_fn_service(request.uri().path(), request.method().clone()).is_some();
    if !known {
        return Err(Refusal::not_found("this page").into());
    }
    let answer = Answer::default();
    let context = {
        let answer = answer.clone();
        move || {
            provide_context(visit.clone());
            provide_context(answer.clone());
        }
    };
    let response =
        leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return Ok(Done { answer: answer.parts(), data: response });
    }
    let body = to_bytes(response.into_body(), MOST_BYTES).await;
    Err(body.map_or_else(|_| unreadable(), AppError::de))
}

/// An island's call: its result or its error as data, with the status that says the same.
pub async fn for_islands(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let visit = match visits::recognised(&app, visits::unrecognised(&app, &head)).await {
        Ok(visit) => visit,
        Err(error) => return refused(&error),
    };
    match call(visit, Request::from_parts(head, body)).await {
        Ok(done) => answers::told(&app, &done.answer, done.data),
        Err(error) => refused(&error),
    }
}

fn refused(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Body::from(error.ser())).into_response()
}

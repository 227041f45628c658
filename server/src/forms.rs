//! Posts on pages. Every form posts to its page's own address and names its server function in the field `form`.
//!
//! Done: on to the next page. Refused: the same page again with status 422, every typed answer in its
//! place, and the messages. So no answer is lost, and no address holds one (docs/decisions/forms.md).

use crate::functions::{self, Done};
use crate::pages::Showing;
use crate::router::MOST_BYTES;
use crate::typed::Typed;
use crate::{App, answers, problem};
use app::answer::own_path;
use app::forms::{Submitted, function_in};
use app::visit::Visit;
use app::{AppError, address};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use domain::patient_text::REASON_FIELD;
use domain::refusal::Refusal;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, Uri};
use services::Ctx;

const URL_ENCODED: &str = "application/x-www-form-urlencoded";

/// Does what a form on the page at the head's address asks for.
pub async fn submit(app: &App, visit: Visit, head: Parts, body: Body) -> Response {
    let (form, typed) = match read(&head, body).await {
        Ok(read) => read,
        Err(status) => return problem::page_with(app, visit, head, status).await,
    };
    // What a form asks when a text looks like a patient's is of every form, so it is read here, once for all of them.
    let not_a_patient = typed.get(REASON_FIELD).unwrap_or_default().to_owned();
    let visit = Visit { ctx: Ctx { not_a_patient, ..visit.ctx }, ..visit };
    let Some(call) = call_of(&form, &typed, &head) else {
        return problem::page_with(app, visit, head, StatusCode::BAD_REQUEST).await;
    };
    match functions::call(visit.clone(), call).await {
        Ok(Done { answer, .. }) if answer.shown_once.is_some() => {
            let page = Showing::once(visit, answer.shown_once.clone()).draw(app, head).await;
            answers::with_cookies(app, &answer, page)
        }
        Ok(done) => on(app, &done, &head),
        Err(error) => refused(app, visit, head, Sent { form, typed, error }).await,
    }
}

/// A form that was sent and could not be done.
struct Sent {
    form: String,
    typed: Typed,
    error: AppError,
}

/// The form's name and what was typed in it.
async fn read(head: &Parts, body: Body) -> Result<(String, Typed), StatusCode> {
    let kind = head.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with(URL_ENCODED)) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let body = to_bytes(body, MOST_BYTES).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let typed = Typed::read(&body).ok_or(StatusCode::BAD_REQUEST)?;
    let form = typed.get("form").ok_or(StatusCode::BAD_REQUEST)?.to_owned();
    Ok((form, typed))
}

/// The call of the server function that the form names. It answers with data: whoever posted wants a page, and gets it
/// from here.
fn call_of(form: &str, typed: &Typed, head: &Parts) -> Option<Request> {
    let uri = Uri::try_from(format!("/api/{}", function_in(form))).ok()?;
    let mut call = Request::new(Body::from(typed.written()));
    *call.method_mut() = Method::POST;
    *call.uri_mut() = uri;
    *call.extensions_mut() = head.extensions.clone();
    call.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
    call.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(URL_ENCODED));
    Some(call)
}

/// On to where the function said, else back to the page, which now shows what was done.
fn on(app: &App, done: &Done, head: &Parts) -> Response {
    let next = done.answer.location.as_deref().unwrap_or_else(|| own_address(head));
    answers::sent_on(app, &done.answer, next)
}

async fn refused(app: &App, visit: Visit, head: Parts, sent: Sent) -> Response {
    match sent.error {
        AppError::Refused(Refusal::SignInFirst) => {
            let answer = app::answer::Parts::default();
            answers::sent_on(app, &answer, &address::sign_in_then(own_address(&head)))
        }
        AppError::Refused(refusal @ (Refusal::Rule { .. } | Refusal::Fields(_))) => {
            let submitted =
                Submitted { form: sent.form, values: sent.typed.into_values(), refusal };
            Showing::again(visit, submitted).draw(app, head).await
        }
        error => problem::page(app, visit, head, error).await,
    }
}

fn own_address(head: &Parts) -> &str {
    head.uri.path_and_query().map_or("/", |address| own_path(address.as_str()))
}

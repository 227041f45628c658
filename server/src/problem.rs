//! What went wrong before a page was reached, shown as a page.

use crate::pages::Showing;
use crate::router::MOST_BYTES;
use crate::{App, visits};
use app::AppError;
use app::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::refusal::Refusal;
use http::StatusCode;
use http::request::Parts;
use http_body_util::LengthLimitError;
use std::time::Duration;
use tokio::time::timeout;

/// A form takes no longer to arrive.
const ARRIVES_WITHIN: Duration = Duration::from_mins(1);
/// A save waits for an import that is merging, as long as the database lets it; what takes longer is stuck, and its
/// browser should not be.
const PATIENCE: Duration = services::db::PATIENCE.saturating_add(Duration::from_mins(1));

/// The error as a page, with the status that means the same.
pub async fn page(app: &App, visit: Visit, head: Parts, error: AppError) -> Response {
    Showing::problem(visit, error).draw(app, head).await
}

/// A request that was refused as such, whatever it asked for.
pub async fn page_with(app: &App, visit: Visit, head: Parts, status: StatusCode) -> Response {
    let refusal = Refusal::rule("request", sentence(status));
    let mut response = page(app, visit, head, refusal.into()).await;
    *response.status_mut() = status;
    response
}

const fn sentence(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => {
            "This did not come from a page of Esteem, so nothing was changed. Go to the page in Esteem and do it there."
        }
        StatusCode::METHOD_NOT_ALLOWED => "This address cannot be used like that.",
        StatusCode::PAYLOAD_TOO_LARGE => {
            "What you sent is too long. Go back, shorten it and send it again."
        }
        StatusCode::REQUEST_TIMEOUT => {
            "What you sent took too long to arrive, so nothing was changed. Check your connection and send it again."
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            "This took too long, so it was stopped. Try again in a few minutes."
        }
        _ => "Esteem could not read what was sent. Go back to the page and try again.",
    }
}

/// Stops what takes too long: to arrive, or to be answered.
pub async fn too_slow(State(app): State<App>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let copy = head.clone();
    let status = match timeout(ARRIVES_WITHIN, to_bytes(body, MOST_BYTES)).await {
        Ok(Ok(body)) => {
            let request = Request::from_parts(head, Body::from(body));
            match timeout(PATIENCE, next.run(request)).await {
                Ok(response) => return response,
                Err(_) => {
                    tracing::error!("took too long to answer");
                    StatusCode::SERVICE_UNAVAILABLE
                }
            }
        }
        Ok(Err(error)) => unread(error),
        Err(_) => StatusCode::REQUEST_TIMEOUT,
    };
    let visit = visits::unrecognised(&app, &copy);
    page_with(&app, visit, copy, status).await
}

/// What a body was that could not be read: too long, or broken off on its way.
fn unread(error: axum::Error) -> StatusCode {
    if error.into_inner().is::<LengthLimitError>() {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::BAD_REQUEST
    }
}

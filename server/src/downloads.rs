//! Files that people take with them.

use crate::{App, problem, visits};
use app::AppError;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use services::{Ctx, Error, frameworks};

/// A published version as CSV. Its address ends in the version's identifier.
pub async fn framework(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let unrecognised = visits::unrecognised(&app, &head);
    let visit = match visits::recognised(&app, unrecognised.clone()).await {
        Ok(visit) => visit,
        Err(error) => return problem::page(&app, unrecognised, head, error).await,
    };
    match csv(&visit.ctx, head.uri.path()).await {
        Ok(text) => {
            let kind = (CONTENT_TYPE, "text/csv; charset=utf-8");
            let name = (CONTENT_DISPOSITION, "attachment; filename=\"framework.csv\"");
            ([kind, name], text).into_response()
        }
        Err(Error::Refused(refusal)) => problem::page(&app, visit, head, refusal.into()).await,
        Err(Error::Fault(cause)) => {
            let reference = visit.reference.clone();
            tracing::error!(reference, cause, "writing a framework");
            problem::page(&app, visit, head, AppError::Fault { reference }).await
        }
    }
}

async fn csv(ctx: &Ctx, path: &str) -> Result<Vec<u8>, Error> {
    let id = path.rsplit('/').next().and_then(|id| id.parse().ok());
    frameworks::as_csv(ctx, id.ok_or_else(|| Refusal::not_found("this file"))?).await
}

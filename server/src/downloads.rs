//! Files that people take with them: for whoever may see the page that offers them.

use crate::{App, problem, visits};
use app::AppError;
use app::visit::Visit;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use domain::judgements::load::Plan;
use domain::refusal::Refusal;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::request::Parts;
use services::judgements::{load_csv, year_load};
use services::{Ctx, Error, frameworks};
use std::collections::HashMap;

/// A published version as CSV. Its address ends in the version's identifier.
pub async fn framework(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err((visit, error)) => return problem::page(&app, visit, head, error).await,
    };
    let made = framework_file(&visit.ctx, head.uri.path()).await;
    sent(&app, visit, head, ("framework.csv", made)).await
}

async fn framework_file(ctx: &Ctx, path: &str) -> Result<Vec<u8>, Error> {
    let id = path.rsplit('/').next().and_then(|id| id.parse().ok());
    frameworks::as_csv(ctx, id.ok_or_else(|| Refusal::not_found("this file"))?).await
}

/// The load of a year as CSV, as the address of its page asks for it.
pub async fn load(State(app): State<App>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err((visit, error)) => return problem::page(&app, visit, head, error).await,
    };
    let made = load_file(&visit.ctx, head.uri.query().unwrap_or_default()).await;
    sent(&app, visit, head, ("load.csv", made)).await
}

async fn load_file(ctx: &Ctx, query: &str) -> Result<Vec<u8>, Error> {
    let asked: HashMap<String, String> =
        form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let of = |name: &str| asked.get(name).map_or("", String::as_str);
    let plan = Plan::read(of("most"), of("at_register"), ctx.today);
    let mut file = Vec::new();
    load_csv(&year_load(ctx, plan, of("in")).await?, &mut file)?;
    Ok(file)
}

/// Whoever asks; where that could not be found out, nobody, and why.
async fn visitor(app: &App, head: &Parts) -> Result<Visit, (Visit, AppError)> {
    let unrecognised = visits::unrecognised(app, head);
    let visit = visits::recognised(app, unrecognised.clone()).await;
    visit.map_err(|error| (unrecognised, error))
}

/// The file, or the page that says why there is none.
async fn sent(
    app: &App,
    visit: Visit,
    head: Parts,
    (name, made): (&str, Result<Vec<u8>, Error>),
) -> Response {
    match made {
        Ok(file) => {
            let kind = (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
            let name = (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""));
            ([kind, name], file).into_response()
        }
        Err(Error::Refused(refusal)) => problem::page(app, visit, head, refusal.into()).await,
        Err(Error::Fault(cause)) => {
            let reference = visit.reference.clone();
            tracing::error!(reference, cause, file = name, "making a file");
            problem::page(app, visit, head, AppError::Fault { reference }).await
        }
    }
}

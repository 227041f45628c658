//! Files of returns: one of them, all in one archive, and the restricted annex for whoever is named.

use super::{CSV, JSON, PDF, attachment, given_out};
use crate::router::MOST_BYTES;
use crate::typed::Typed;
use crate::uploads::{Refused, visitor};
use crate::{App, forms, problem};
use app::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::response::Response;
use domain::patient_text::REASON_FIELD;
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use http::StatusCode;
use services::{Ctx, returns};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ZIP: &str = "application/zip";

/// The annex's form, by which its page shows it again.
const FORM: &str = "open_annex";

/// One file of a return, by its name in the package.
pub async fn one(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    given_out(&app, request, async |ctx| {
        let file = returns::file(ctx, &named(&id)?, &name).await?;
        Ok(attachment(&file.name, media_type(&file.name), file.content))
    })
    .await
}

/// All files of a return in one archive: the same bytes for the same files.
pub async fn all(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    given_out(&app, request, async |ctx| {
        let id = named(&id)?;
        let archive = returns::archived(ctx, &id).await?;
        Ok(attachment(&format!("{id}.zip"), ZIP, archive))
    })
    .await
}

/// The restricted annex, for whom its page's form names. Any other form of that page goes where forms go.
pub async fn annex(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err(problem) => return problem,
    };
    let Ok(body) = to_bytes(body, MOST_BYTES).await else {
        return problem::page_with(&app, visit, head, StatusCode::PAYLOAD_TOO_LARGE).await;
    };
    let Some(typed) = Typed::read(&body).filter(|typed| typed.get("form") == Some(FORM)) else {
        return forms::submit(&app, visit, head, Body::from(body)).await;
    };
    // As of every form: why what looked like a patient's is none.
    let not_a_patient = typed.get(REASON_FIELD).unwrap_or_default().to_owned();
    let visit = Visit { ctx: Ctx { not_a_patient, ..visit.ctx }, ..visit };
    let annex = taken(&visit.ctx, &id, typed.get("to").unwrap_or_default()).await;
    match annex {
        Ok(response) => response,
        Err(error) => Refused { form: FORM, typed, error }.shown(&app, visit, head).await,
    }
}

async fn taken(ctx: &Ctx, id: &str, to: &str) -> services::Result<Response> {
    let file = returns::annex(ctx, &named(id)?, to).await?;
    Ok(attachment(&file.name, media_type(&file.name), file.content))
}

fn named(id: &str) -> Result<ReturnId, Refusal> {
    id.parse().map_err(|_| Refusal::not_found("this return"))
}

/// What a file is, by the end of its name.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("csv") => CSV,
        Some("json") => JSON,
        Some("pdf") => PDF,
        Some("xlsx") => XLSX,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn a_file_is_told_by_the_end_of_its_name() {
        let types = ["coverage.csv", "datapackage.json", "report.pdf", "other"].map(media_type);
        let expected = ["text/csv; charset=utf-8", "application/json", "application/pdf"];
        assert_eq!(types[..3], expected);
        assert_eq!(types[3], "application/octet-stream");
        assert!(media_type("coverage.xlsx").ends_with("spreadsheetml.sheet"));
    }
}

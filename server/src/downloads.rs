//! Files that people open: as attachments, never shown inside a page of ours, and kept by nobody on the way.

pub mod returns; // files of returns

use crate::calendar::CALENDAR;
use crate::{App, problem, typesetting, visits};
use app::AppError;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::calendar::published;
use domain::ids::{EvidenceItemId, FundingClaimId, SessionId, SessionSeriesId};
use domain::imports::Kind;
use domain::judgements::load::Plan;
use domain::refusal::Refusal;
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderValue, StatusCode, Uri};
use services::evidence::{open_file, revalidation_csv, revalidation_to_take};
use services::funding::{claim, claim_csv};
use services::judgements::{load_csv, year_load};
use services::sessions::{figures, figures_csv, own_entry, own_series_entry};
use services::{Ctx, frameworks, imports, passport as passports};
use std::collections::HashMap;

const JSON: &str = "application/json";
const CSV: &str = "text/csv; charset=utf-8";
const PDF: &str = "application/pdf";

/// Even where a browser is made to show it: no script, no form, no origin of ours.
const SHUT_IN: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

/// The file of a piece of evidence.
pub async fn evidence(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    given_out(&app, request, async |ctx| {
        let id: EvidenceItemId = id.parse().map_err(|_| Refusal::not_found("this file"))?;
        let opened = open_file(ctx, id).await?;
        Ok(attachment(&opened.name, opened.kind.media_type(), opened.content))
    })
    .await
}

/// A published version of the framework as CSV. Its address ends in the version's identifier.
pub async fn framework(State(app): State<App>, request: Request) -> Response {
    let id = request.uri().path().rsplit('/').next().and_then(|id| id.parse().ok());
    given_out(&app, request, async |ctx| {
        let file =
            frameworks::as_csv(ctx, id.ok_or_else(|| Refusal::not_found("this file"))?).await?;
        Ok(attachment("framework.csv", CSV, file))
    })
    .await
}

/// An empty file of a kind that whoever asks may import. Its address ends in the kind's code and `.csv`.
pub async fn template(
    State(app): State<App>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    given_out(&app, request, async |ctx| {
        let kind: Option<Kind> = name.strip_suffix(".csv").and_then(|code| code.parse().ok());
        let kind = kind.ok_or_else(|| Refusal::not_found("this file"))?;
        let file = imports::template(ctx, kind).await?;
        Ok(attachment(&name, CSV, file.into_bytes()))
    })
    .await
}

/// The load of a year as CSV, as the address of its page asks for it.
pub async fn load(State(app): State<App>, request: Request) -> Response {
    let asked = queries(&request);
    given_out(&app, request, async |ctx| {
        let of = |name: &str| asked.get(name).map_or("", String::as_str);
        let plan = Plan::read(of("most"), of("at_register"), ctx.today);
        let mut file = Vec::new();
        load_csv(&year_load(ctx, plan, of("in")).await?, &mut file)?;
        Ok(attachment("load.csv", CSV, file))
    })
    .await
}

/// Sessions in figures as CSV, as the address of their page asks for them.
pub async fn session_figures(State(app): State<App>, request: Request) -> Response {
    let asked = queries(&request);
    given_out(&app, request, async |ctx| {
        let of = |name: &str| asked.get(name).map_or("", String::as_str);
        let found = figures(ctx, of("in"), (of("from"), of("to"))).await?;
        let mut file = Vec::new();
        figures_csv(&found, &mut file)?;
        Ok(attachment(&format!("sessions-{}-to-{}.csv", found.from, found.to), CSV, file))
    })
    .await
}

/// A claim of a team as CSV. Its address ends in the claim's id and `.csv`.
pub async fn funding_claim(
    State(app): State<App>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    given_out(&app, request, async |ctx| {
        let id = name.strip_suffix(".csv").and_then(|id| id.parse::<FundingClaimId>().ok());
        let claim = claim(ctx, id.ok_or_else(|| Refusal::not_found("this claim"))?).await?;
        let mut file = Vec::new();
        claim_csv(&claim, &mut file)?;
        Ok(attachment(&format!("claim-{}.csv", claim.line.claimed_on), CSV, file))
    })
    .await
}

/// The revalidation pack as CSV. Every period ends on `last`; on today where it is no day.
pub async fn revalidation(State(app): State<App>, request: Request) -> Response {
    let asked = last_day(&request);
    given_out(&app, request, async |ctx| {
        let last = asked.unwrap_or(ctx.today);
        let file = revalidation_csv(ctx, last).await?;
        Ok(attachment(&format!("revalidation-{last}.csv"), CSV, file))
    })
    .await
}

/// The same as a PDF, to print or to send.
pub async fn revalidation_pdf(State(app): State<App>, request: Request) -> Response {
    let asked = last_day(&request);
    given_out(&app, request, async |ctx| {
        let last = asked.unwrap_or(ctx.today);
        let pack = revalidation_to_take(ctx, last).await?;
        let file = typesetting::pdf(documents::revalidation(&pack)).await?;
        Ok(attachment(&format!("revalidation-{last}.pdf"), PDF, file))
    })
    .await
}

/// A passport of whoever asks, made and signed now.
pub async fn passport(State(app): State<App>, mut request: Request) -> Response {
    // Whoever has to sign in first comes back to the page with the button, since no page stands at this address.
    *request.uri_mut() = Uri::from_static("/my/passport");
    given_out(&app, request, async |ctx| {
        let issued = passports::issue(ctx).await?;
        let name = format!("passport-{}.json", issued.passport.issued_on);
        Ok(attachment(&name, JSON, issued.file))
    })
    .await
}

/// The same as a PDF to read, with the signed file inside.
pub async fn passport_pdf(State(app): State<App>, mut request: Request) -> Response {
    *request.uri_mut() = Uri::from_static("/my/passport");
    given_out(&app, request, async |ctx| {
        let issued = passports::issue(ctx).await?;
        let name = format!("passport-{}.pdf", issued.passport.issued_on);
        let key = passports::fingerprint(&issued.passport.key);
        let document = documents::passport(&issued.passport, issued.file, &key);
        Ok(attachment(&name, PDF, typesetting::pdf(document).await?))
    })
    .await
}

/// The certificate of whoever asks for a session that they came to.
pub async fn certificate(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    given_out(&app, request, async |ctx| {
        let id: SessionId = id.parse().map_err(|_| Refusal::not_found("this certificate"))?;
        let certificate = services::sessions::certificate(ctx, id).await?;
        let name = format!("certificate-{}.pdf", certificate.attended.on);
        let file = typesetting::pdf(documents::certificate(&certificate)).await?;
        Ok(attachment(&name, PDF, file))
    })
    .await
}

/// A session for the calendar of whoever has a seat in it, or leads it; of a series all that they have of that.
pub async fn session(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    let base_url = app.settings.base_url.trim_end_matches('/');
    given_out(&app, request, async |ctx| {
        let id: SessionId = id.parse().map_err(|_| Refusal::not_found("this file"))?;
        let file = published(None, &[own_entry(ctx, id).await?], base_url);
        Ok(attachment("session.ics", CALENDAR, file.into_bytes()))
    })
    .await
}

/// All that somebody has of a series, for their calendar.
pub async fn series(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    let base_url = app.settings.base_url.trim_end_matches('/');
    given_out(&app, request, async |ctx| {
        let id: SessionSeriesId = id.parse().map_err(|_| Refusal::not_found("this file"))?;
        let file = published(None, &[own_series_entry(ctx, id).await?], base_url);
        Ok(attachment("series.ics", CALENDAR, file.into_bytes()))
    })
    .await
}

/// What stands in an address.
fn queries(request: &Request) -> HashMap<String, String> {
    let query = request.uri().query().unwrap_or_default().as_bytes();
    form_urlencoded::parse(query).into_owned().collect()
}

fn last_day(request: &Request) -> Option<NaiveDate> {
    let query = request.uri().query().unwrap_or_default();
    let last = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "last")?.1;
    last.parse().ok()
}

/// What is given out to whoever asks, or the page that says why not.
async fn given_out(
    app: &App,
    request: Request,
    file: impl AsyncFnOnce(&Ctx) -> services::Result<Response>,
) -> Response {
    let (head, _) = request.into_parts();
    let visit = visits::unrecognised(app, &head);
    let visit = match visits::recognised(app, visit.clone()).await {
        Ok(visit) => visit,
        Err(error) => return problem::page(app, visit, head, error).await,
    };
    let error = match file(&visit.ctx).await {
        Ok(response) => return response,
        Err(services::Error::Refused(refusal)) => refusal.into(),
        Err(services::Error::Fault(cause)) => {
            let reference = visit.reference.clone();
            tracing::error!(reference, cause, "giving a file out");
            AppError::Fault { reference }
        }
    };
    problem::page(app, visit, head, error).await
}

fn attachment(name: &str, media_type: &'static str, content: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (CONTENT_DISPOSITION, disposition(name)),
        (CONTENT_SECURITY_POLICY, SHUT_IN),
    ];
    (StatusCode::OK, headers, content).into_response()
}

/// The name in the letters that every program reads and, where it has others, in its own too (RFC 6266).
fn disposition(name: &str) -> HeaderValue {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || " ._-()".contains(letter);
    let simple: String = name.chars().map(|l| if plain(l) { l } else { '_' }).collect();
    let whole: String = name.bytes().map(escaped).collect();
    let whole = if simple == name { String::new() } else { format!("; filename*=UTF-8''{whole}") };
    HeaderValue::try_from(format!("attachment; filename=\"{simple}\"{whole}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_stays_inside_its_header() {
        let told = |name| disposition(name).to_str().map(str::to_owned).unwrap();
        assert_eq!(
            told("Łukasz 1.pdf"),
            "attachment; filename=\"_ukasz 1.pdf\"; filename*=UTF-8''%C5%81ukasz%201.pdf"
        );
        let forged = told("a\"; filename=b.exe\r\nSet-Cookie: c=d.pdf");
        assert!(!forged.contains('\r') && forged.matches('"').count() == 2, "{forged}");
    }
}

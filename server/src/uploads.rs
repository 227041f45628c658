//! Files that pages send: taken in piece by piece, never held whole; then on to the page that tells what is in them.

use crate::pages::Showing;
use crate::typed::Typed;
use crate::{App, answers, problem, visits};
use app::AppError;
use app::answer::Parts as Answer;
use app::forms::Submitted;
use app::visit::Visit;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::Response;
use domain::fields::{FieldErrors, choice, date};
use domain::ids::ImportId;
use domain::imports::{Kind, Options};
use domain::refusal::Refusal;
use http::Uri;
use services::Ctx;
use services::imports::{Upload, check_uploaded, may_bring_in};

/// The form's name, by which its page shows it again.
const FORM: &str = "import";
/// The most bytes of a field that is not the file.
const MOST_TYPED: usize = 1024;
/// More fields than the form has.
const MOST_FIELDS: usize = 20;

/// Takes a file in, starts its check, and leads to its page.
pub async fn receive(State(app): State<App>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let visit = visits::unrecognised(&app, &head);
    let visit = match visits::recognised(&app, visit.clone()).await {
        Ok(visit) => visit,
        Err(error) => return problem::page(&app, visit, head, error).await,
    };
    if let Err(error) = may_bring_in(&visit.ctx).await {
        return refused(&app, visit, head, Vec::new(), error).await;
    }
    let mut typed = Typed::default();
    let taken = match Multipart::from_request(Request::from_parts(head.clone(), body), &app).await {
        Ok(parts) => take(&visit.ctx, parts, &mut typed).await,
        Err(_) => Err(unreadable().into()),
    };
    match taken {
        Ok(id) => answers::sent_on(&app, &Answer::default(), &format!("/import/{id}")),
        Err(error) => {
            // The page of the form, not this address, is what is shown again.
            head.uri = Uri::from_static("/import");
            refused(&app, visit, head, typed.into_values(), error).await
        }
    }
}

async fn refused(
    app: &App,
    visit: Visit,
    head: http::request::Parts,
    values: Vec<(String, String)>,
    error: services::Error,
) -> Response {
    match error {
        services::Error::Refused(refusal @ (Refusal::Rule { .. } | Refusal::Fields(_))) => {
            let submitted = Submitted { form: FORM.to_owned(), values, refusal };
            Showing::again(visit, submitted).draw(app, head).await
        }
        services::Error::Refused(refusal) => problem::page(app, visit, head, refusal.into()).await,
        services::Error::Fault(cause) => {
            let reference = visit.reference.clone();
            tracing::error!(reference, cause, "taking a file in");
            problem::page(app, visit, head, AppError::Fault { reference }).await
        }
    }
}

/// Reads the form's fields, which stand before the file, and then the file.
async fn take(
    ctx: &Ctx,
    mut parts: Multipart,
    typed: &mut Typed,
) -> Result<ImportId, services::Error> {
    for _ in 0..MOST_FIELDS {
        let Some(field) = parts.next_field().await.map_err(|_| unreadable())? else { break };
        let name = field.name().unwrap_or_default().to_owned();
        if name != "file" {
            let value = text_of(field).await?;
            typed.put(name, value);
            continue;
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let (kind, options) = decided(typed, &file_name)?;
        return take_file(ctx, kind, &options, &file_name, field).await;
    }
    Err(decided(typed, "").err().unwrap_or_default().into())
}

/// What was typed in a field that is not the file: a word or a day.
async fn text_of(mut field: Field<'_>) -> Result<String, Refusal> {
    let mut text = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(|_| unreadable())? {
        text.extend_from_slice(&bytes);
        if text.len() > MOST_TYPED {
            return Err(unreadable());
        }
    }
    String::from_utf8(text).map_err(|_| unreadable())
}

/// What the fields say of the file.
fn decided(typed: &mut Typed, file_name: &str) -> Result<(Kind, Options), FieldErrors> {
    typed.join_dates();
    let of = |name: &str| typed.get(name).unwrap_or_default();
    let mut errors = FieldErrors::default();
    let kind: Option<Kind> = errors.keep("kind", choice(of("kind"), "what is in the file"));
    let as_at = errors.keep("as_at", date(of("as_at"), "the day from which changes hold"));
    if file_name.is_empty() {
        errors.add("file", "Choose a file");
    }
    match (kind, as_at) {
        (Some(kind), Some(as_at)) if errors.0.is_empty() => {
            Ok((kind, Options { complete: of("complete") == "yes", ..Options::at(as_at) }))
        }
        _ => Err(errors),
    }
}

async fn take_file(
    ctx: &Ctx,
    kind: Kind,
    options: &Options,
    name: &str,
    mut file: Field<'_>,
) -> Result<ImportId, services::Error> {
    let mut upload = Upload::begin(ctx, kind, name, options).await?;
    while let Some(bytes) = file.chunk().await.map_err(|_| unreadable())? {
        upload.push(ctx, &bytes).await?;
    }
    let id = upload.end(ctx).await?;
    check_uploaded(ctx, id).await?;
    Ok(id)
}

fn unreadable() -> Refusal {
    Refusal::rule(
        "upload-unreadable",
        "The file did not arrive whole. Choose it again and send it once more.",
    )
}

//! Files of places and people: taken in piece by piece, never held whole; then on to the page that tells what is in them.

use super::{Refused, parts_of, text_of, unreadable, visitor};
use crate::typed::Typed;
use crate::{App, answers};
use app::answer::Parts as Answer;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Request, State};
use axum::response::Response;
use domain::fields::{FieldErrors, choice, date};
use domain::ids::ImportId;
use domain::imports::{Kind, Options};
use http::Uri;
use services::Ctx;
use services::imports::{Upload, check_uploaded, may_bring_in};

/// The form's name, by which its page shows it again.
const FORM: &str = "import";
/// The most bytes of a field that is not the file: a word or a day.
const MOST_TYPED: usize = 1024;
/// More fields than the form has.
const MOST_FIELDS: usize = 20;

/// Takes a file in, starts its check, and leads to its page.
pub async fn receive(State(app): State<App>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err(problem) => return problem,
    };
    let mut typed = Typed::default();
    if let Err(error) = may_bring_in(&visit.ctx).await {
        return Refused { form: FORM, typed, error }.shown(&app, visit, head).await;
    }
    let taken = match parts_of(&app, Request::from_parts(head.clone(), body)).await {
        Ok(parts) => take(&visit.ctx, parts, &mut typed).await,
        Err(refusal) => Err(refusal.into()),
    };
    match taken {
        Ok(id) => answers::sent_on(&app, &Answer::default(), &format!("/import/{id}")),
        Err(error) => {
            // The page of the form, not this address, is what is shown again.
            head.uri = Uri::from_static("/import");
            Refused { form: FORM, typed, error }.shown(&app, visit, head).await
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
            let value = text_of(field, MOST_TYPED).await?;
            typed.put(name, value);
            continue;
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let (kind, options) = decided(typed, &file_name)?;
        return take_file(ctx, kind, &options, &file_name, field).await;
    }
    Err(decided(typed, "").err().unwrap_or_default().into())
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
            let ticked = |name: &str| of(name) == "yes";
            let (complete, draft) = (ticked("complete"), ticked("draft"));
            let leave_out_unknown = ticked("leave_out_unknown");
            Ok((kind, Options { complete, draft, leave_out_unknown, ..Options::at(as_at) }))
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

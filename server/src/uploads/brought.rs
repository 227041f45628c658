//! A record from an earlier employer: one small file, counted while it comes.

use super::{Refused, parts_of, unreadable, visitor};
use crate::typed::Typed;
use crate::{App, answers};
use app::answer::Parts as Answer;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Request, State};
use axum::response::Response;
use domain::fields::FieldErrors;
use domain::passport::LARGEST;
use http::{StatusCode, Uri};
use services::Ctx;
use services::brought::{bring, may_bring};
use services::passport::too_large;

/// The form's name, by which its page shows it again.
const FORM: &str = "bring_record";
/// Where the form stands.
const PAGE: &str = "/my/record/bring";
/// More fields than the form has.
const MOST_FIELDS: usize = 4;

/// The most bytes of the whole form: what is a little too large is read to its end, so that its owner sees our page.
pub const MOST_BYTES: usize = 3 * LARGEST;

/// Brings a record, and leads back to the list of them.
pub async fn receive(State(app): State<App>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err(problem) => return problem,
    };
    let taken = match may_bring(&visit.ctx) {
        Ok(()) => match parts_of(&app, Request::from_parts(head.clone(), body)).await {
            Ok(parts) => take(&visit.ctx, parts).await,
            Err(refusal) => Err(refusal.into()),
        },
        Err(error) => Err(error),
    };
    match taken {
        Ok(name) => {
            let mut notice = "The record was brought: what it says is evidence of yours".to_owned();
            if let Some(name) = name {
                notice += &format!(
                    ". It names {name}: if that is not you, remove it from the list below"
                );
            }
            let notice = Some(notice);
            answers::sent_on(&app, &Answer { notice, ..Answer::default() }, PAGE)
        }
        Err(error) => {
            head.uri = Uri::from_static(PAGE);
            let typed = Typed::default();
            Refused { form: FORM, typed, error }.shown(&app, visit, head).await
        }
    }
}

/// Brings it; says whom it names, where that is another name than its owner's.
async fn take(ctx: &Ctx, mut parts: Multipart) -> Result<Option<String>, services::Error> {
    for _ in 0..MOST_FIELDS {
        let Some(field) = parts.next_field().await.map_err(|error| broken_off(&error))? else {
            break;
        };
        if field.name() == Some("file") {
            let file = whole(field).await?;
            if file.is_empty() {
                break;
            }
            return bring(ctx, &file).await;
        }
    }
    Err(FieldErrors::one("file", "Choose a file").into())
}

async fn whole(mut field: Field<'_>) -> Result<Vec<u8>, services::Error> {
    let (mut content, mut size) = (Vec::new(), 0);
    while let Some(bytes) = field.chunk().await.map_err(|error| broken_off(&error))? {
        size += bytes.len();
        if size <= LARGEST {
            content.extend_from_slice(&bytes);
        }
    }
    if size > LARGEST {
        return Err(FieldErrors::one("file", too_large()).into());
    }
    Ok(content)
}

/// Why the form was not read to its end.
fn broken_off(error: &MultipartError) -> services::Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => FieldErrors::one("file", too_large()).into(),
        _ => unreadable().into(),
    }
}

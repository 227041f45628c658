//! A piece of evidence with its file: counted while it comes, so that what is too large ends early and fills nothing.

use super::{Refused, parts_of, text_of, unreadable, visitor, whole};
use crate::typed::Typed;
use crate::{App, answers};
use app::address::segment;
use app::answer::Parts as Answer;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Request, State};
use axum::response::Response;
use chrono::NaiveDate;
use domain::evidence::files::{LARGEST, too_large};
use domain::evidence::forms::{Describe, DescribeFields};
use domain::fields::FieldErrors;
use domain::ids::EvidenceItemId;
use domain::patient_text::REASON_FIELD;
use http::{StatusCode, Uri};
use services::Ctx;
use services::evidence::{Brought, add, may_add};

/// The form's name, by which its page shows it again.
const FORM: &str = "add_evidence";
/// The most bytes of a field that is not the file: the longest text in any script, and some more.
const MOST_TYPED: usize = 32 * 1024;
/// More fields than the form has: a box for each competency.
const MOST_FIELDS: usize = 200;

/// The most bytes of the whole form. A browser that is cut off shows an error of its own: so what is a little too large is
/// read to its end and dropped, and its owner sees our page with everything they typed.
pub const MOST_BYTES: usize = 3 * LARGEST;

/// Adds a piece of evidence, and leads to where its owner came from.
pub async fn receive(State(app): State<App>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err(problem) => return problem,
    };
    let mut typed = Typed::default();
    if let Err(error) = may_add(&visit.ctx) {
        head.uri = page(&typed);
        return Refused { form: FORM, typed, error }.shown(&app, visit, head).await;
    }
    let taken = match parts_of(&app, Request::from_parts(head.clone(), body)).await {
        Ok(parts) => take(&visit.ctx, parts, &mut typed).await,
        Err(refusal) => Err(refusal.into()),
    };
    match taken {
        Ok(id) => {
            let notice = Some("Added to your evidence".to_owned());
            answers::sent_on(&app, &Answer { notice, ..Answer::default() }, &next(&typed, id))
        }
        Err(error) => {
            head.uri = page(&typed);
            Refused { form: FORM, typed, error }.shown(&app, visit, head).await
        }
    }
}

/// Back to the request that was begun, where there is one, with the new piece chosen.
fn next(typed: &Typed, id: EvidenceItemId) -> String {
    match typed.get("ask").filter(|code| !code.is_empty()) {
        Some(code) => format!("/my/competencies/{}?ask={id}", segment(code)),
        None => "/my/evidence".to_owned(),
    }
}

/// The page of the form, which knows by its address what it is about and which request was begun.
fn page(typed: &Typed) -> Uri {
    let of = |name: &str| segment(typed.get(name).unwrap_or_default());
    Uri::try_from(format!("/my/evidence/add?about={}&ask={}", of("besides"), of("ask")))
        .unwrap_or_else(|_| Uri::from_static("/my/evidence/add"))
}

async fn take(
    ctx: &Ctx,
    mut parts: Multipart,
    typed: &mut Typed,
) -> Result<EvidenceItemId, services::Error> {
    let mut file = None;
    for _ in 0..MOST_FIELDS {
        let Some(field) = parts.next_field().await.map_err(|error| broken_off(&error))? else {
            break;
        };
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            file = brought(field).await?;
        } else {
            let value = text_of(field, MOST_TYPED).await?;
            typed.put(name, value);
        }
    }
    let not_a_patient = typed.get(REASON_FIELD).unwrap_or_default().to_owned();
    let ctx = Ctx { not_a_patient, ..ctx.clone() };
    add(&ctx, described(typed, ctx.today)?, file).await
}

/// The file, whole; none where none was chosen: a browser then sends a file without a name.
async fn brought(field: Field<'_>) -> Result<Option<Brought>, services::Error> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let content = whole(field, LARGEST).await.map_err(|error| broken_off(&error))?;
    let content = content.ok_or_else(|| FieldErrors::one("file", too_large()))?;
    let chosen = !name.is_empty() || !content.is_empty();
    Ok(chosen.then_some(Brought { name, content }))
}

/// Why the form was not read to its end.
fn broken_off(error: &MultipartError) -> services::Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => FieldErrors::one("file", too_large()).into(),
        _ => unreadable().into(),
    }
}

fn described(typed: &mut Typed, today: NaiveDate) -> Result<Describe, FieldErrors> {
    typed.join_dates();
    let of = |name: &str| typed.get(name).unwrap_or_default().to_owned();
    let fields = DescribeFields {
        kind: of("kind"),
        what: of("what"),
        link: of("link"),
        happened_on: of("happened_on"),
        hours: of("hours"),
        minutes: of("minutes"),
        participatory: of("participatory"),
    };
    Describe::parse(&fields, typed.all("about[]").map(str::to_owned).collect(), today)
}

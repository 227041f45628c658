//! A passport that somebody was shown, as a file or as its text: from anybody, small, and kept by nobody.

use super::{Refused, parts_of, unreadable, visitor, whole};
use crate::App;
use crate::pages::Showing;
use crate::typed::Typed;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Request, State};
use axum::response::Response;
use domain::fields::FieldErrors;
use domain::passport::LARGEST;
use domain::passport::views::Verdict;
use http::{StatusCode, Uri};
use services::Ctx;
use services::passport::{read, too_large, verify};
use std::time::Duration;
use tokio::time::timeout;

/// The form's name, by which its page shows it again.
const FORM: &str = "verify";
/// More fields than the form has.
const MOST_FIELDS: usize = 4;
/// It takes no longer to arrive: the door is open to everybody.
const ARRIVES_WITHIN: Duration = Duration::from_mins(1);

/// The most bytes of the whole form: what is a little too large is read to its end, and its sender sees our message.
pub const MOST_BYTES: usize = 3 * LARGEST;

/// Shows the page once more, with what is said of the passport.
pub async fn receive(State(app): State<App>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let visit = match visitor(&app, &head).await {
        Ok(visit) => visit,
        Err(problem) => return problem,
    };
    let mut typed = Typed::default();
    let parts = parts_of(&app, Request::from_parts(head.clone(), body)).await;
    head.uri = Uri::from_static("/verify");
    let said = match parts {
        Ok(parts) => said(&visit.ctx, parts, &mut typed).await,
        Err(refusal) => Err(refusal.into()),
    };
    match said {
        Ok(verdict) => Showing::verdict(visit, verdict).draw(&app, head).await,
        Err(error) => Refused { form: FORM, typed, error }.shown(&app, visit, head).await,
    }
}

async fn said(ctx: &Ctx, parts: Multipart, typed: &mut Typed) -> Result<Verdict, services::Error> {
    let sent = timeout(ARRIVES_WITHIN, sent(parts)).await.map_err(|_| unreadable())??;
    if let Some(text) = sent.text_as_typed() {
        typed.put("text".to_owned(), text);
    }
    let (field, content) = sent.chosen()?;
    let read = read(content).map_err(|message| FieldErrors::one(field, message))?;
    verify(ctx, read).await
}

/// What the form brought.
#[derive(Default)]
struct Sent {
    file: Vec<u8>,
    text: Vec<u8>,
}

impl Sent {
    /// The file, or else the text, with the name of its field.
    fn chosen(&self) -> Result<(&'static str, &[u8]), FieldErrors> {
        let filled = |content: &[u8]| !content.trim_ascii().is_empty();
        match (filled(&self.file), filled(&self.text)) {
            (true, _) => Ok(("file", &self.file)),
            (false, true) => Ok(("text", &self.text)),
            (false, false) => {
                Err(FieldErrors::one("file", "Choose the file of a passport, or paste its text"))
            }
        }
    }

    /// The text for the page that is shown again.
    fn text_as_typed(&self) -> Option<String> {
        String::from_utf8(self.text.clone()).ok().filter(|text| !text.contains('\0'))
    }
}

async fn sent(mut parts: Multipart) -> Result<Sent, services::Error> {
    let mut sent = Sent::default();
    for _ in 0..MOST_FIELDS {
        let Some(field) = parts.next_field().await.map_err(|error| broken_off(&error))? else {
            break;
        };
        let (name, into) = match field.name() {
            Some("file") => ("file", &mut sent.file),
            Some("text") => ("text", &mut sent.text),
            _ => continue,
        };
        let content = whole(field, LARGEST).await.map_err(|error| broken_off(&error))?;
        *into = content.ok_or_else(|| FieldErrors::one(name, too_large()))?;
    }
    Ok(sent)
}

/// Why the form was not read to its end.
fn broken_off(error: &MultipartError) -> services::Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => FieldErrors::one("file", too_large()).into(),
        _ => unreadable().into(),
    }
}

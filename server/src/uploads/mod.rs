//! Files that pages send: who sends one, the words that come with it, and how a refused one is shown again.

pub mod brought; // a record from an earlier employer
pub mod evidence; // a piece of evidence with its file, small enough to be looked into whole
pub mod imports; // files of places and people, taken in piece by piece
pub mod passports; // a passport that somebody was shown

use crate::pages::Showing;
use crate::typed::Typed;
use crate::{App, problem, visits};
use app::AppError;
use app::forms::Submitted;
use app::visit::Visit;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::Response;
use domain::refusal::Refusal;
use http::request::Parts;

/// Whoever sends it.
///
/// # Errors
/// The page that says why that could not be looked up.
pub async fn visitor(app: &App, head: &Parts) -> Result<Visit, Response> {
    let visit = visits::unrecognised(app, head);
    match visits::recognised(app, visit.clone()).await {
        Ok(visit) => Ok(visit),
        Err(error) => Err(problem::page(app, visit, head.clone(), error).await),
    }
}

/// The parts of a form with a file, to be read one after the other.
///
/// # Errors
/// Refuses what is no such form.
async fn parts_of(app: &App, request: Request) -> Result<Multipart, Refusal> {
    Multipart::from_request(request, app).await.map_err(|_| unreadable())
}

/// A form that brings a file, or asks for one, and was refused.
pub struct Refused {
    /// By which its page knows it again.
    pub form: &'static str,
    pub typed: Typed,
    pub error: services::Error,
}

impl Refused {
    /// The page at the head's address once more, with what was typed in it.
    pub async fn shown(self, app: &App, visit: Visit, head: Parts) -> Response {
        match self.error {
            services::Error::Refused(refusal @ (Refusal::Rule { .. } | Refusal::Fields(_))) => {
                let (form, values) = (self.form.to_owned(), self.typed.into_values());
                Showing::again(visit, Submitted { form, values, refusal }).draw(app, head).await
            }
            services::Error::Refused(refusal) => {
                problem::page(app, visit, head, refusal.into()).await
            }
            services::Error::Fault(cause) => {
                let reference = visit.reference.clone();
                tracing::error!(reference, cause, "taking a file in or giving one out");
                problem::page(app, visit, head, AppError::Fault { reference }).await
            }
        }
    }
}

/// What was typed in a field that is not the file, of at most so many bytes.
async fn text_of(mut field: Field<'_>, most: usize) -> Result<String, Refusal> {
    let mut text = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(|_| unreadable())? {
        text.extend_from_slice(&bytes);
        if text.len() > most {
            return Err(unreadable());
        }
    }
    let text = String::from_utf8(text).map_err(|_| unreadable())?;
    if text.contains('\0') { Err(unreadable()) } else { Ok(text) }
}

/// A file, whole. Of one larger than `most` nothing is kept, and it is read to its end all the same: a browser that is cut
/// off shows an error of its own.
async fn whole(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let (mut content, mut size) = (Vec::new(), 0);
    while let Some(bytes) = field.chunk().await? {
        size += bytes.len();
        if size > most {
            content = Vec::new();
        } else {
            content.extend_from_slice(&bytes);
        }
    }
    Ok((size <= most).then_some(content))
}

fn unreadable() -> Refusal {
    Refusal::rule(
        "upload-unreadable",
        "The file did not arrive whole. Choose it again and send it once more.",
    )
}

//! A fault's one way to a person: its cause goes to the log, and a reference to that line goes to the page.

use crate::error::AppError;
use crate::visit::Visit;
use leptos::prelude::use_context;

impl From<services::Error> for AppError {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::Refused(refusal) => Self::Refused(refusal),
            services::Error::Fault(cause) => noted(&cause),
        }
    }
}

/// Logs the cause and gives what a person may be told of it.
pub fn noted(cause: &str) -> AppError {
    let reference =
        use_context::<Visit>().map_or_else(|| "none".to_owned(), |visit| visit.reference);
    tracing::error!(reference, cause, "fault");
    AppError::Fault { reference }
}

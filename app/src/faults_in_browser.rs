//! A fault on the browser's side of a call: its cause goes to the console.

use crate::error::AppError;

/// Notes the cause and gives what a person may be told of it.
pub fn noted(cause: &str) -> AppError {
    leptos::logging::error!("{cause}");
    AppError::Fault { reference: "this browser".to_owned() }
}

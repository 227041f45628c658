//! What a server function knows of the request it answers: who asks, from where, and with what services.

use crate::error::AppError;
use crate::faults::noted;
use leptos::prelude::use_context;
use services::Ctx;
use services::accounts::Token;

/// One request. The server provides it to every page and every server function.
#[derive(Clone, Debug)]
pub struct Visit {
    pub ctx: Ctx,
    /// The secret of the sign-in, where there is one.
    pub token: Option<Token>,
    /// What the browser calls itself.
    pub browser: String,
    /// Where people reach this installation, without a slash at its end.
    pub base_url: String,
    /// Stands on every line of the log that this request writes, and on the page when something fails.
    pub reference: String,
}

impl Visit {
    /// The whole address of one of our paths, for a link that leaves Esteem.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

/// The request under way.
///
/// # Errors
/// A fault where a server function was called outside of one.
pub fn visit() -> Result<Visit, AppError> {
    use_context().ok_or_else(|| noted("called outside of a request"))
}

/// The first argument of every use case.
///
/// # Errors
/// As [`visit`].
pub fn ctx() -> Result<Ctx, AppError> {
    visit().map(|visit| visit.ctx)
}

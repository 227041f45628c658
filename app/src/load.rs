//! Facts first, then the page: the one way a page waits for what it shows, and answers when it may not.

use crate::error::AppError;
use crate::problem::Problem;
use leptos::either::Either;
use leptos::prelude::*;

/// Shows the page once its facts are there, or the problem page with the right status.
///
/// The whole document is made before its first byte is sent, so a page may still be *not found*.
pub fn load<T, V>(
    facts: impl Future<Output = Result<T, AppError>> + Send + 'static,
    show: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match facts.await {
            Ok(facts) => Either::Left(show(facts)),
            Err(error) => Either::Right(view! { <Problem error /> }),
        }
    })
}

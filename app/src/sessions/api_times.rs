//! Server functions: a time is found for a draft, and used.

use crate::error::AppError;
use chrono::NaiveDateTime;
use domain::ids::SessionId;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::TimesPage;
use leptos::prelude::*;

#[server(endpoint = "session_times")]
pub async fn session_times(
    id: SessionId,
    #[server(flatten)] typed: TimesFields,
) -> Result<TimesPage, AppError> {
    Ok(services::sessions::times(&crate::visit::ctx()?, id, &typed).await?)
}

/// Civil time in London.
#[server(endpoint = "use_session_time")]
pub async fn use_session_time(id: SessionId, starts: NaiveDateTime) -> Result<(), AppError> {
    services::sessions::use_time(&crate::visit::ctx()?, id, starts).await?;
    crate::answer::notice("Moved this draft to the time that you chose");
    crate::answer::go_to(&super::address_of(id));
    Ok(())
}

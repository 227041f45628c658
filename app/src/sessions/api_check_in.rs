//! Server functions: the check-in code that the room sees, and entering it.

use crate::error::AppError;
use domain::ids::SessionId;
use domain::sessions::check_in::views::{CheckInPage as Arriving, CodePage};
use leptos::prelude::*;

/// For whoever runs or leads it.
#[server(endpoint = "check_in_code")]
pub async fn check_in_code(id: SessionId) -> Result<CodePage, AppError> {
    let visit = crate::visit::visit()?;
    Ok(services::sessions::check_in_code(&visit.ctx, id, &visit.base_url).await?)
}

#[server(endpoint = "check_in_page")]
pub async fn check_in_page(id: SessionId) -> Result<Arriving, AppError> {
    Ok(services::sessions::check_in_page(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "check_in")]
pub async fn check_in(id: SessionId, code: String) -> Result<(), AppError> {
    use services::sessions::CheckedIn;
    crate::answer::notice(
        match services::sessions::check_in(&crate::visit::ctx()?, id, &code).await? {
            CheckedIn::Now => "You are checked in",
            CheckedIn::Before => "You are already checked in",
        },
    );
    Ok(())
}

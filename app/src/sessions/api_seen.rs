//! Server functions: what a session showed, confirmed from its register.

use crate::error::AppError;
use domain::ids::{PersonId, SessionId};
use domain::sessions::seen::views::SeenPage;
use leptos::prelude::*;

/// For an assessor who runs or leads it.
#[server(endpoint = "session_seen")]
pub async fn session_seen(id: SessionId) -> Result<SeenPage, AppError> {
    Ok(services::sessions::session_seen(&crate::visit::ctx()?, id).await?)
}

/// `saw` is `yes` where they saw it themselves.
#[server(endpoint = "confirm_seen")]
pub async fn confirm_seen(
    id: SessionId,
    evidence: String,
    level: String,
    #[server(default)] codes: Vec<String>,
    #[server(default)] people: Vec<PersonId>,
    saw: String,
) -> Result<(), AppError> {
    use domain::judgements::together::SeenFields;
    let typed = SeenFields { evidence, level, codes, ..SeenFields::default() };
    let named = (people.as_slice(), saw == "yes");
    let done = services::sessions::confirm_seen(&crate::visit::ctx()?, id, &typed, named).await?;
    crate::answer::notice(done.to_string());
    Ok(())
}

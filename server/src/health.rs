//! For whatever watches the process: whether it runs, and whether it can do its work.

use crate::App;
use axum::extract::State;
use http::StatusCode;

/// The process runs.
pub async fn live() -> &'static str {
    "live\n"
}

/// The database answers.
pub async fn ready(State(app): State<App>) -> Result<&'static str, (StatusCode, &'static str)> {
    match app.services.db.read().ping().await {
        Ok(()) => Ok("ready\n"),
        Err(cause) => {
            tracing::warn!(%cause, "not ready");
            Err((StatusCode::SERVICE_UNAVAILABLE, "not ready\n"))
        }
    }
}

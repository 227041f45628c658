//! Server functions: what waits for whoever is signed in.

use crate::error::AppError;
use domain::judgements::views::Waiting;
use leptos::prelude::*;

#[server(endpoint = "what_waits")]
pub async fn what_waits() -> Result<Waiting, AppError> {
    Ok(services::judgements::waiting(&crate::visit::ctx()?).await?)
}

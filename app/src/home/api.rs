//! Server functions: what waits for whoever is signed in.

use crate::error::AppError;
use domain::judgements::views::Waiting;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the home page counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtHome {
    pub waiting: Waiting,
    /// Teams that ask for sessions which the reader can run.
    pub teams_asking: usize,
}

#[server(endpoint = "what_waits")]
pub async fn what_waits() -> Result<AtHome, AppError> {
    let ctx = crate::visit::ctx()?;
    let waiting = services::judgements::waiting(&ctx).await?;
    let teams_asking = services::session_requests::waiting(&ctx).await?;
    Ok(AtHome { waiting, teams_asking })
}

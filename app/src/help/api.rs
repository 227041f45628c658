//! Server functions: whom I can ask, and whether I can be asked.

use crate::error::AppError;
use domain::help::views::{CanHelp, OwnHelp};
use leptos::prelude::*;

/// `about` is the code of a domain or competency; empty for anything.
#[server(endpoint = "who_can_help")]
pub async fn who_can_help(about: String, words: String, page: usize) -> Result<CanHelp, AppError> {
    let ask = services::help::HelpAsk { about, words, page };
    Ok(services::help::who_can_help(&crate::visit::ctx()?, &ask).await?)
}

#[server(endpoint = "my_help")]
pub async fn my_help() -> Result<OwnHelp, AppError> {
    Ok(services::help::mine(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "agree_to_help")]
pub async fn agree_to_help(
    reach: String,
    #[server(default)] domains: Vec<String>,
) -> Result<(), AppError> {
    services::help::agree(&crate::visit::ctx()?, &reach, &domains).await?;
    crate::answer::notice("Saved. Colleagues in your place can find you from now on");
    Ok(())
}

#[server(endpoint = "end_help")]
pub async fn end_help() -> Result<(), AppError> {
    services::help::end(&crate::visit::ctx()?).await?;
    crate::answer::notice("You are no longer shown to colleagues");
    Ok(())
}

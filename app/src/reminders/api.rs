//! Server functions: what I am reminded of, and what I want to be.

use crate::error::AppError;
use domain::reminders::preferences::OwnReminders;
use leptos::prelude::*;

#[server(endpoint = "my_reminders")]
pub async fn my_reminders() -> Result<OwnReminders, AppError> {
    Ok(services::reminders::mine(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "choose_reminders")]
pub async fn choose_reminders(
    weekly_digest: String,
    #[server(default)] parts: Vec<String>,
    nudges: String,
    session_reminders: String,
    session_invitations: String,
) -> Result<(), AppError> {
    use domain::reminders::Preferences;
    let sessions = (session_reminders.as_str(), session_invitations.as_str());
    let wanted = Preferences::parse(&weekly_digest, &parts, &nudges, sessions);
    let wanted = wanted.map_err(domain::refusal::Refusal::from)?;
    services::reminders::choose(&crate::visit::ctx()?, wanted).await?;
    crate::answer::notice("Saved what you get by email");
    Ok(())
}

//! Server functions: feedback of whoever came to a session.

use crate::error::AppError;
use domain::ids::SessionId;
use domain::sessions::feedback::views::FeedbackPage as Asked;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "feedback_page")]
pub async fn feedback_page(id: SessionId) -> Result<Asked, AppError> {
    Ok(services::sessions::feedback_page(&crate::visit::ctx()?, id).await?)
}

/// `before` and `now` are by the code of each outcome; `reaction`, `before` and `wellbeing` are not asked in the follow-up.
#[server(endpoint = "give_feedback")]
pub async fn give_feedback(
    id: SessionId,
    #[server(default)] reaction: String,
    #[server(default)] before: BTreeMap<String, String>,
    #[server(default)] now: BTreeMap<String, String>,
    #[server(default)] wellbeing: String,
) -> Result<(), AppError> {
    use domain::sessions::feedback::{FeedbackFields, Phase};
    let (before, now) = (&before, &now);
    let fields = FeedbackFields { reaction: &reaction, before, now, wellbeing: &wellbeing };
    let phase = services::sessions::give_feedback(&crate::visit::ctx()?, id, fields).await?;
    crate::answer::notice(match phase {
        Phase::After => "Thank you for your feedback",
        Phase::FollowUp => "Thank you for answering once more",
    });
    Ok(())
}

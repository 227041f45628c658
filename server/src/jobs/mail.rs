//! Mail that waits is handed over one after the other: mail servers slow down whoever comes with many at once.

use crate::mail::Post;
use domain::outbox::Outcome;
use domain::policy::Actor;
use services::outbox::{self, Due};
use services::{Result, Services};

/// How many are looked up at once.
const SOME: u64 = 20;

/// Hands over some of what waits, as long as it may go on, and says whether more may be waiting. While the mail server does not answer, nothing is
/// touched: that is no fault of any mail.
///
/// # Errors
/// Fails when the database does.
pub async fn send_some(
    services: &Services,
    post: &Post,
    base_url: &str,
    may_go_on: impl Fn() -> bool,
) -> Result<bool> {
    let due = outbox::due(&services.as_actor(Actor::Operator), SOME).await?;
    if due.is_empty() {
        return Ok(false);
    }
    if !post.is_there().await {
        tracing::warn!("mail waits: the mail server cannot be reached, or refuses the password");
        return Ok(false);
    }
    for one in &due {
        if !may_go_on() {
            return Ok(false);
        }
        send(services, post, base_url, *one).await?;
    }
    Ok(due.len() as u64 == SOME)
}

/// Each step has its own moment: the process may be stopped between any two of them, for an hour or a day.
async fn send(services: &Services, post: &Post, base_url: &str, due: Due) -> Result<()> {
    let now = || services.as_actor(Actor::Operator);
    let sender = post.sender(base_url);
    let Some(letter) = outbox::hand_over(&now(), due, sender).await? else { return Ok(()) };
    let (outcome, error) = if letter.attempt.is_late(now().now) {
        (Outcome::NotNow, Some("Esteem was stopped before it sent this".to_owned()))
    } else {
        post.send(&letter).await
    };
    if outcome != Outcome::Sent {
        tracing::warn!(mail = %letter.id, ?outcome, error, "a mail was not sent");
    }
    outbox::note(&now(), &letter.attempt, outcome, error.as_deref()).await
}

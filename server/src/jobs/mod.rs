//! What a serving process does in the background: jobs that are due, and mail that waits. Several processes may: each job
//! and each mail is one process's, by the database.

mod mail; // what waits, one after the other

pub use mail::send_some;

use crate::App;
use crate::mail::Post;
use domain::policy::Actor;
use services::jobs;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// How often it looks whether there is something to do. Looking is two small queries, and writes nothing.
const PAUSE: Duration = Duration::from_secs(10);

/// Works until whoever holds the other end of `told_to_end` drops it; then ends what has begun.
pub async fn work(app: App, mut told_to_end: watch::Receiver<()>) {
    // The settings were looked at when the process began.
    let post = Post::of(&app.settings).ok().flatten();
    if post.is_none() {
        tracing::info!("no mail server is set, so mail waits: see ESTEEM_SMTP_URL");
    }
    loop {
        if let Err(error) = jobs::do_what_is_due(&app.services.as_actor(Actor::Operator)).await {
            tracing::error!(%error, "looking for jobs");
        }
        while !is_over(&told_to_end) && sends_some(&app, post.as_ref(), &told_to_end).await {}
        tokio::select! {
            _ = told_to_end.changed() => return,
            () = sleep(PAUSE) => {}
        }
    }
}

fn is_over(told_to_end: &watch::Receiver<()>) -> bool {
    told_to_end.has_changed().is_err()
}

/// Whether there may be more to send at once.
async fn sends_some(app: &App, post: Option<&Post>, told: &watch::Receiver<()>) -> bool {
    let Some(post) = post else { return false };
    let base_url = app.settings.base_url.trim_end_matches('/');
    let sent = send_some(&app.services, post, base_url, || !is_over(told)).await;
    sent.unwrap_or_else(|error| {
        tracing::error!(%error, "sending mail");
        false
    })
}

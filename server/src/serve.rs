//! Listening for browsers, until told to stop; then what is under way is finished first.

use crate::{App, jobs, router, telemetry};
use domain::policy::Actor;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// How long what is under way may still take once the process is told to end.
const FAREWELL: Duration = Duration::from_secs(20);

/// Serves until the process is told to end.
///
/// # Errors
/// Fails when the address cannot be listened on.
pub async fn serve(app: App, listen: SocketAddr) -> io::Result<()> {
    telemetry::start();
    let listener = TcpListener::bind(listen).await?;
    tracing::info!(%listen, base_url = app.settings.base_url, "serving");
    let (end, told) = watch::channel(());
    let working = tokio::spawn(jobs::work(app.clone(), told));
    let reading = tokio::spawn(read_facts(app.clone()));
    let ending = async move {
        told_to_end().await;
        drop(end);
    };
    let serving = axum::serve(listener, router(app)).with_graceful_shutdown(ending);
    let ended = tokio::select! {
        ended = serving.into_future() => ended,
        () = too_late() => Ok(()),
    };
    reading.abort();
    // What is begun in the background is ended too; what takes longer is taken up by another process, or at the next start.
    let _ = timeout(FAREWELL, working).await;
    ended
}

/// Reads the facts before anybody asks for them: with the history of a whole system that takes a while.
async fn read_facts(app: App) {
    if let Err(error) = app.services.as_actor(Actor::Operator).facts().await {
        tracing::warn!(%error, "reading the facts");
    }
}

/// When requests that are under way have had their time.
async fn too_late() {
    told_to_end().await;
    sleep(FAREWELL).await;
}

/// Ctrl-C at a terminal, or the signal that process managers send.
async fn told_to_end() {
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}

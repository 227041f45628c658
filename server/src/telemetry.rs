//! One line of the log for each request, and a reference that every other line of that request bears.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use services::db::counted;
use std::time::Instant;
use tracing::{Instrument, info, info_span};
use tracing_subscriber::EnvFilter;
use uuid::Uuid;

/// Sends the log to standard error: `RUST_LOG` says how much; `info` is one line a request, and faults.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A second start, in a test, leaves the first as it is.
    let _ =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// What a person quotes when something failed, and where to find it in the log.
#[derive(Clone, Debug)]
pub struct Reference(pub String);

impl Reference {
    /// The random end of a new id: short enough to read out on the telephone.
    fn new() -> Self {
        Self(Uuid::now_v7().simple().to_string().chars().skip(24).collect())
    }
}

/// Logs how a request was answered. Never its query, which may name people, nor its body.
pub async fn request(mut request: Request, next: Next) -> Response {
    let reference = Reference::new();
    let span = info_span!(
        "request",
        reference = reference.0,
        method = %request.method(),
        path = speakable(request.uri().path())
    );
    request.extensions_mut().insert(reference);
    let began = Instant::now();
    async move {
        let (response, queries) = counted(next.run(request)).await;
        let milliseconds = began.elapsed().as_millis() as u64;
        info!(status = response.status().as_u16(), milliseconds, queries, "answered");
        response
    }
    .instrument(span)
    .await
}

/// The path, without the secret that some end in.
pub fn speakable(path: &str) -> &str {
    let secret = ["/calendar/", "/invitation/", "/review/"];
    let lower = path.to_ascii_lowercase();
    let ends = secret.into_iter().filter_map(|start| lower.find(start).map(|at| at + start.len()));
    ends.min().and_then(|end| path.get(..end)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::speakable;

    #[test]
    fn a_secret_is_never_spoken() {
        assert_eq!(speakable("/invitation/5e8f"), "/invitation/");
        assert_eq!(speakable("/calendar/5e8f.ics"), "/calendar/");
        assert_eq!(speakable("/./Invitation/5e8f"), "/./Invitation/");
        assert_eq!(speakable("/review/5e8f"), "/review/");
        assert_eq!(speakable("/grants/give"), "/grants/give");
    }
}

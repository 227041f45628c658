//! The web ground, through the router, as a browser with scripts off meets it.

#![allow(clippy::unused_async, reason = "a server function is async, whatever it does")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by failing"
)]

mod browser; // the harness
#[path = "../../../tests/src/cookies.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod cookies; // of a browser
mod forms; // refused, done, not found, failed
mod ground; // assets, headers, health, problems

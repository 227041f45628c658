//! Two processes of the program on one database, as on two machines: no mail twice and none lost, no seat twice.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

mod browser; // what somebody does at one of them
#[path = "../../../tests/src/cookies.rs"]
mod cookies; // of a browser
#[path = "../../../tests/src/database.rs"]
mod database; // a fresh one, on SQLite or PostgreSQL
#[path = "../../../tests/src/mail_server.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod mail_server; // takes what Esteem mails
mod program; // one of them
mod racing; // many people and the last seats
mod stopping; // one is stopped while it sends

//! Use cases through the front door of `services`: on a new SQLite file each, or on PostgreSQL where
//! `ESTEEM_TEST_DATABASE_URL` names a server.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

mod access; // who gets in, and what they are given there
mod brought; // records from earlier employers
mod cover; // which teams are covered, and the rules of it
mod coverage; // figures, compared and ahead
mod facts; // the copy in memory
mod frameworks; // versions of the framework
mod funding; // what teams claim for sessions
mod ground; // a database of one's own, and who asks
mod help; // who can be asked for advice
mod imports; // files that are brought in
mod inputs; // how mental health professionals reach a team
mod judgements; // what people say of levels
mod named_groups; // areas, organisations or teams that are asked about together
mod outbox; // mail, and the jobs that make it
mod passport; // a record that is taken along
mod people; // people, posts and teams
mod programmes; // training packages
mod protected_time; // educators' time, and sessions beyond it
mod release; // when teams let their people go
mod session_requests; // what teams ask to be taught
mod sessions; // teaching sessions
mod supervision; // when somebody was supervised
mod texts; // what is written: guarded, checked, redacted

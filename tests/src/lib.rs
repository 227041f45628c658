//! The harness of the whole-system tests: a fresh installation, people with browsers without scripts, and what they read.

pub mod cookies; // of a browser
pub mod database; // a fresh one for each test, on SQLite or PostgreSQL
pub mod installation; // Esteem, put together as the server does
pub mod mail_server; // takes what Esteem mails
pub mod page; // what a browser without scripts shows
pub mod shared; // the design's data beside the project
pub mod user; // somebody with a browser

pub use installation::Installation;
pub use page::Page;
pub use user::User;

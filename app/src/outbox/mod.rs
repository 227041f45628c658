//! The outbox, for administrators: what Esteem mails, to whom, and how far it has come.

mod api; // server functions
mod list; // a page of it

pub use list::OutboxPage;

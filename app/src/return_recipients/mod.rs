//! Whom returns are for.

mod api; // server functions
mod page; // all of them, and one more

pub use page::RecipientsPage;

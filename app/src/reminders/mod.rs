//! What I am reminded of by mail.

mod api; // server functions
mod page; // read it and choose

pub use page::RemindersPage;

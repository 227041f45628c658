//! Redactions: information governance blanks free texts, two people together.

mod api; // server functions
mod list; // what waits, and whose texts to look through
mod person; // the texts of one person, without their words
mod text; // one text with its words, and the proposal

pub use list::RedactionsPage;
pub use person::PersonTextsPage;
pub use text::RedactionTextPage;

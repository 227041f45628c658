//! Recognise: a workforce lead grants what roles ask, on registration or qualification.

mod api; // server functions
mod candidates; // the people of a role, to choose from
mod page; // a role, its people, the reason

pub use page::RecognisePage;

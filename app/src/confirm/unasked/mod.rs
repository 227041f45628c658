//! Confirming without a request: what falls due is confirmed again, and what an assessor saw is recorded.

mod again; // what falls due to one person, in one form
mod api; // server functions
mod due; // to whom something falls due
mod observe; // the chosen competencies, each with its own level, evidence and day
mod person; // what the reader may confirm of one person

pub use due::DueAgainPage;
pub use observe::ObservePage;
pub use person::ConfirmPersonPage;

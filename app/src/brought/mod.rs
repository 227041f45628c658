//! Records from earlier employers: brought by their owner, accepted or declined by an assessor or workforce lead.

mod accept; // the form
mod api; // server functions
mod bring; // mine
mod decline; // the form, and what is said afterwards
mod record; // one of them, with what would become of it
mod remove; // one of mine
mod waiting; // all that wait

pub use bring::BringRecordPage;
pub use record::BroughtRecordPage;
pub use waiting::WaitingRecordsPage;

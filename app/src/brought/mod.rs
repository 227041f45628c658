//! Records from earlier employers: brought by their owner, accepted by an assessor or workforce lead.

mod accept; // the form
mod api; // server functions
mod bring; // mine
mod record; // one that waits, with what would become of it
mod waiting; // all that wait

pub use bring::BringRecordPage;
pub use record::BroughtRecordPage;
pub use waiting::WaitingRecordsPage;

//! Records that people bring from earlier employers: kept as evidence, and accepted or declined in one act where
//! their issuer is trusted.

mod accept; // in one act
mod bring; // by its owner
mod decline; // by whoever may accept it
mod opened; // one of them, with what would become of it
mod origin; // where an accepted level came from
mod own; // what its owner sees
mod remove; // by its owner
mod rows; // stored records, read
mod waiting; // all that wait, for whoever may accept them

pub use accept::accept;
pub use bring::{bring, may_bring};
pub use decline::decline;
pub use opened::record;
pub use own::own;
pub use remove::remove;
pub use waiting::waiting;

pub(crate) use origin::origins;
pub(crate) use waiting::{may_accept, open_records, records_waiting};

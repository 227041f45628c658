//! Records that people bring from earlier employers: kept as evidence, and accepted in one act where their issuer is
//! trusted.

mod accept; // in one act
mod bring; // by its owner
mod origin; // where an accepted level came from
mod own; // what its owner sees
mod rows; // stored records, read
mod waiting; // for whoever may accept them

pub use accept::accept;
pub use bring::{bring, may_bring};
pub use own::own;
pub use waiting::{record, waiting};

pub(crate) use origin::origins;
pub(crate) use waiting::{may_accept, open_records, records_waiting};

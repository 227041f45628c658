//! The supervision log: one's own, and that of a team's people for those who manage them.

mod api; // server functions
mod fields; // what an entry asks
mod mine; // one's own log
mod team; // a team's people

pub use mine::MySupervision;
pub use team::TeamSupervision;

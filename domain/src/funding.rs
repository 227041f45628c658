//! Money for sessions: schemes that pay teams for letting their people go, and what a team claims of one (rules, section 5,
//! *Release*).

pub mod claim; // which sessions can be claimed, and what for
pub mod forms; // the decisions behind the forms
pub mod money; // pounds and pence
pub mod scheme; // what is paid, and on which conditions
pub mod views; // what pages and files show

pub use claim::{Delivered, Lacking, lacking};
pub use money::Pence;
pub use scheme::{CountsFrom, Scheme, Terms};

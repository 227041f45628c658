//! The competency set: what it says, and what roles ask of it.

mod download; // a version as a file
mod read; // the version that holds today

pub use download::as_csv;
pub use read::{domain, overview};

use domain::frameworks::Level;
use entities::competency;

/// What each level means in a competency, 1 to 5: in its own words, else in those for any competency.
pub(crate) fn descriptors(of: &competency::Model) -> Vec<String> {
    let own = [&of.level_1, &of.level_2, &of.level_3, &of.level_4, &of.level_5];
    let in_order = Level::ALL.iter().zip(own);
    in_order.map(|(level, own)| own.clone().unwrap_or_else(|| level.meaning().to_owned())).collect()
}

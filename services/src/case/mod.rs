//! CASE 1.0: published framework versions as packages that other programs read, and the words of such a package.
//!
//! How a framework stands in a package is told in `docs/decisions/case.md`.

mod addresses; // where a part of a package is found
mod edition; // a version with everything in it
mod identifiers; // of what has no row of its own
mod keywords; // what CASE has no field for
mod published; // what anybody may read
mod rubrics; // levels as rubrics
mod words; // the words of a package
mod write; // an edition as a package

pub use addresses::Addresses;
pub use published::{document, documents, item, item_associations, package};
pub use words::{Document, Documents, Item, ItemAssociations, Package};

pub(crate) use edition::Edition;
pub(crate) use identifiers::loose_domain;
pub(crate) use keywords::{Keywords, MARK};
pub(crate) use published::edition;
pub(crate) use words::{CHILD_OF, DEPRECATED, DOMAIN, REPLACED_BY};
#[cfg(test)]
pub(crate) use write::package as written;

//! The competency set: what it says, where it comes from, and which roles ask what.

mod api; // server functions
mod domain_page; // one domain with its competencies
mod overview; // the set from above

pub use domain_page::FrameworkDomain;
pub use overview::Framework;

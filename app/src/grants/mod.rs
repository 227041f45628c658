//! Grants: who may do what, where; given, ended, and kept in the history.

mod api; // server functions
mod end; // asked once more before a grant ends
mod find; // whose account the grant is for
mod founding; // the grant of a founding assessor
mod give; // kind, place and last day
mod list; // those within my right to grant
mod place; // where a grant applies
mod table; // grants as rows

pub use end::EndGrantPage;
pub use find::FindAccountPage;
pub use founding::GiveFoundingPage;
pub use give::GiveGrantPage;
pub use list::GrantsPage;
pub use table::GrantTable;

use crate::ui::Crumb;

/// The way back from a page that gives or ends a grant.
fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/grants", "Grants")]
}

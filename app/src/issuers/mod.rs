//! Trusted issuers: whose records can be accepted here.

mod add; // one more key
mod api; // server functions
mod end; // asked once more before one ends
mod list; // all of them

pub use add::AddIssuerPage;
pub use end::EndIssuerPage;
pub use list::IssuersPage;

use crate::ui::Crumb;

fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/", "Home"), Crumb::new("/trusted-issuers", "Trusted issuers")]
}

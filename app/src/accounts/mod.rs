//! Accounts, for administrators: who can sign in, invitations, shutting an account and opening it again.

mod add; // an account for an address
mod api; // server functions
mod detail; // one account
mod link; // the invitation link, shown once
mod list; // all of them

pub use add::AddAccountPage;
pub use detail::AccountDetailPage;
pub use list::AccountsPage;

use crate::ui::Crumb;

fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/accounts", "Accounts")]
}

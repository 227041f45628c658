//! My account: where I am signed in, my password, my grants, and who looked at my record.

mod api; // server functions
mod page; // all of it at a glance
mod password; // change it

pub use page::AccountPage;
pub use password::PasswordPage;

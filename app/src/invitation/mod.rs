//! The page behind an invitation's link: it shows a form, and only the form uses the link up.

mod api; // server functions
mod page; // the form, or what to do where the link is no longer valid

pub use page::InvitationPage;

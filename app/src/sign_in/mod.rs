//! How a person gets in and out.

mod api;
mod page;

pub use api::{SignIn, SignOut};
pub use page::SignInPage;

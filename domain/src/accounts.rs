//! Accounts: what somebody signs in with, and what pages show of it.

pub mod browsers; // what a browser is called
pub mod forms; // the decisions behind the forms
pub mod passwords; // what is accepted
pub mod views; // what pages show

pub use passwords::Password;

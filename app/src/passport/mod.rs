//! Passports: my own, to take along; and the page on which anybody checks one that they were shown.

mod api; // server functions
mod contents; // what stands in one
mod mine; // what mine holds, and those I made
mod verify; // is it intact, and does it still stand

pub use mine::MyPassport;
pub use verify::VerifyPage;

//! How sessions are looked through: as a list, or day by day in a month or a week, by what stands in the address.

mod address; // which sessions, and how they are shown
mod span; // a month or a week of days
pub mod views; // what pages show

pub use address::{SessionsAddress, View};
pub use span::Span;

#[cfg(test)]
mod tests;

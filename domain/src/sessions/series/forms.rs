//! The decisions behind the forms of a series.

mod change; // something of several sessions at once
mod repeat; // how often, how many, and which of the dates

pub use change::{CancelSeries, ChangeSeries, SharedFields, ShownFields};
pub use repeat::{Ends, Repeat, RepeatFields, chosen};

#[cfg(test)]
mod tests;

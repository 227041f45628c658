//! The decisions behind the forms of a series.

mod change; // something of several sessions at once
mod repeat; // how often, how many, and which of the dates
mod steps; // the steps of a programme one after the other

pub use change::{CancelSeries, ChangeSeries, SharedFields, ShownFields};
pub use repeat::{Ends, Repeat, RepeatFields, chosen};
pub use steps::{Laid, StepsFields, StepsInTurn, StepsPlaceFields};

#[cfg(test)]
mod tests;

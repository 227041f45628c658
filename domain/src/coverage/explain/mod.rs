//! What is behind a figure, and behind its change from one day to another (rules, section 4): the people, the rule and the parts.

mod change; // why a figure changed
mod difference; // how much it did
mod digest; // an answer as text, to tell whether it still stands
mod formula; // what a figure divides by what
mod left_out; // why somebody does not count
mod number; // why a figure is what it is
mod outcome; // why somebody meets what is asked of them, or does not
mod part; // the parts of a change, in their order
mod posts; // who is where, in each world
mod said; // what was said, in each world
mod sentences; // all of it as people read it
mod steps; // what each part did, in percentage points
pub mod views; // what pages show of it
mod world; // between the earlier day and the later one

pub use change::{Change, Changed, PartOfChange, explain_change};
pub use difference::Difference;
pub use digest::{ANSWER_DIGITS, canonical, canonical_change, kept_answer};
pub use formula::{Formula, RULE, Versions};
pub use left_out::LeftOut;
pub use number::{Asking, Explained, Explanation, explain};
pub use outcome::Outcome;
pub use part::Part;
pub use steps::Step;

use super::query::{Query, Unit};

/// One figure: the row of a query for a unit, a group where the query groups, and an item.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    pub query: &'a Query,
    pub unit: Unit,
    pub group: Option<&'a str>,
    /// `all` for the item `all`.
    pub item_code: &'a str,
}

#[cfg(test)]
mod tests;

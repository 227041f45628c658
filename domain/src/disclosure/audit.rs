//! Clause 9 of the disclosure rule: what else is held back where counts are published beside each other, so that none that is
//! held can be worked out from the others (rules, section 6).
//!
//! [`audited`] takes every count of one item at once: each row of the return, each measure that says something of another, and
//! what earlier returns had. Why it is enough, and what it costs, stands in `docs/decisions/disclosure.md`.

mod beside; // one child held alone
mod cell; // what is told of one count
mod figure; // which numbers a count could be
mod holding; // what is held so that another is safe
mod net; // relations as sums
mod numbers; // numbers that are being tried
mod rounds; // until every count is safe
mod search; // other numbers that all counts could be
#[cfg(test)]
mod tests;
mod walk; // other numbers where no single way leads to them

pub use figure::Figure;

use super::Shown;
use net::Net;
use rounds::Rounds;

/// A count of this return, or of an earlier one. Where nothing it was counted from has changed since, the two are one count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub figure: Figure,
    /// Whether this return has it. Only then is decided here what it shows.
    pub now: bool,
    /// As earlier submitted returns showed it.
    pub earlier: Vec<Shown>,
}

impl Count {
    /// A count that no earlier return had.
    pub const fn new(figure: Figure) -> Self {
        Self { figure, now: true, earlier: Vec::new() }
    }
}

/// What everybody knows to hold between counts, which are named by their position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// A wider row and its children, which have everybody of it among them: a place and its localities, a place and its staff
    /// groups, an organisation and its teams. What the children lack is a child that is not published. Where they have more,
    /// people are in several; how many of these are met is taken as known, which is the worst case.
    Whole { parent: usize, children: Vec<usize> },
    /// `less` is at most `more` and `by` together: who is fully met is met in what is critical, or has nothing critical.
    AtMost { less: usize, more: usize, by: u32 },
}

/// What may be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audited {
    /// For each count in turn. One that this return does not have is as the last that had it showed it.
    pub shown: Vec<Shown>,
    /// Held for another's sake, in the order in which they came to be.
    pub second: Vec<usize>,
    /// Held, in this return or an earlier one, and safe as long as nobody can tell whether by clauses 2 to 4 or for another's sake.
    /// Apart from these, all is safe from whoever can.
    pub unsaid: Vec<usize>,
    /// Held, and not shown to keep 3 possible numbers, or all where there are fewer: an earlier return has told what nothing here can
    /// take back, what was given contradicts itself, or the search did not find numbers that there are.
    pub open: Vec<usize>,
}

/// What may be shown of `counts`, between which `relations` hold. A relation with a count that there is not is left out.
pub fn audited(counts: &[Count], relations: &[Relation]) -> Audited {
    Rounds::new(counts, &Net::new(counts, relations)).audited()
}

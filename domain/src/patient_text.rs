//! The guard that keeps patients out of free text: what stands in a text that could identify one, and where.
//!
//! A small scanner over words and numbers; what it looks for, and what it lets pass, is told in
//! docs/decisions/patient_text.md.

mod births; // dates of birth
mod guard; // what is stopped, what is asked about, what is let through with a reason
mod names; // patients by name
mod numbers; // NHS numbers
mod pieces; // a text as words, numbers and what stands between them
mod postcodes; // full postcodes
#[cfg(test)]
mod tests; // tables of what people write, and what holds for every number

pub use guard::{LetThrough, REASON_FIELD, REASON_MOST, let_through};

use crate::macros::codes;
use chrono::NaiveDate;
use std::ops::Range;

codes! {
    /// What in a text could identify a patient.
    Sign, "kind of finding" {
        /// One that is given out is stopped. One that begins otherwise and is only called so is asked about, as is
        /// everything else.
        NhsNumber "nhs_number" "an NHS number",
        DateOfBirth "date_of_birth" "a date of birth",
        Postcode "postcode" "a postcode",
        Name "name" "a patient’s name",
    }
}

/// One thing that was found, and where: from the first character to the one after the last, counted in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub sign: Sign,
    pub place: Range<usize>,
}

/// What could identify a patient, in the order of the text. The words themselves are nowhere in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What may not be kept, whatever the reason.
    pub stopped: Vec<Finding>,
    /// What is kept once somebody says why it is not about a patient.
    pub questioned: Vec<Finding>,
}

impl Found {
    pub const fn is_nothing(&self) -> bool {
        self.stopped.is_empty() && self.questioned.is_empty()
    }

    /// What is stopped, without its words: `an NHS number`. `None` where nothing is.
    pub fn told_of_stopped(&self) -> Option<String> {
        told(&self.stopped)
    }

    /// What is asked about, without its words: `a date of birth and a postcode`. `None` where nothing is.
    pub fn told_of_questioned(&self) -> Option<String> {
        told(&self.questioned)
    }
}

fn told(findings: &[Finding]) -> Option<String> {
    let mut signs: Vec<Sign> = findings.iter().map(|finding| finding.sign).collect();
    signs.sort_unstable();
    signs.dedup();
    let labels: Vec<&str> = signs.iter().map(|sign| sign.label()).collect();
    (!labels.is_empty()).then(|| labels.join(" and "))
}

/// Looks through a text as it would be read on the day `today`.
pub fn look(text: &str, today: NaiveDate) -> Found {
    let plain = pieces::plain(text);
    let pieces = pieces::of(&plain);
    let found = |sign, places: Vec<Range<usize>>| {
        places.into_iter().map(move |place| Finding { sign, place })
    };
    let numbers = numbers::find(&pieces);
    let mut questioned: Vec<Finding> = found(Sign::DateOfBirth, births::find(&pieces, today))
        .chain(found(Sign::NhsNumber, numbers.called_so))
        .chain(found(Sign::Postcode, postcodes::find(&pieces)))
        .chain(found(Sign::Name, names::find(&pieces)))
        .collect();
    questioned.sort_by_key(|finding| finding.place.start);
    Found { stopped: found(Sign::NhsNumber, numbers.given_out).collect(), questioned }
}

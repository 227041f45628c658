//! What was decided about a request, in the sentence that says so.

use crate::frameworks::Level;
use std::fmt;

/// A request was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub person_name: String,
    pub competency_title: String,
    /// The level that was confirmed; `None` where the request was sent back.
    pub confirmed: Option<Level>,
}

impl fmt::Display for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title, confirmed } = self;
        match confirmed {
            Some(level) => {
                write!(f, "You confirmed level {level} of {person_name} in “{competency_title}”")
            }
            None => write!(f, "You sent the request of {person_name} in “{competency_title}” back"),
        }
    }
}

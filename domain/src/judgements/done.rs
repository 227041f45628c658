//! What was decided about a request or a claim, in the sentence that says so.

use crate::codes::JudgementKind;
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

/// A claim was decided, or what had been agreed was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDecided {
    pub person_name: String,
    pub competency_title: String,
    /// `exempted`, `exemption_declined` or `exemption_ended`.
    pub kind: JudgementKind,
}

impl fmt::Display for ClaimDecided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title, kind } = self;
        let so = match kind {
            JudgementKind::Exempted => "is no longer asked of",
            JudgementKind::ExemptionDeclined => "is still asked of",
            _ => "is asked again of",
        };
        write!(f, "“{competency_title}” {so} {person_name}")
    }
}

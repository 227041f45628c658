//! What pages show of feedback: plain values that cross to the browser.

use super::{Phase, Reaction};
use crate::coverage::views::Heading;
use crate::ids::SessionId;
use crate::sessions::times::Slot;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an attendee is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackPage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// What is asked now; nothing where `why_not` says why.
    pub phase: Option<Phase>,
    pub why_not: Option<String>,
    pub outcomes: Vec<Heading>,
    /// From which day to which the follow-up is asked.
    pub follow_up: (NaiveDate, NaiveDate),
    /// Whether they are asked how work has been for their wellbeing.
    pub asks_wellbeing: bool,
}

/// A session that asks the reader for feedback now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedLine {
    pub session: SessionId,
    pub title: String,
    pub on: NaiveDate,
}

/// A mean of answers from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mean {
    /// Half up: 37 is 3.7.
    pub tenths: u32,
    /// Of how many answers.
    pub of: u32,
}

impl std::fmt::Display for Mean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{} ({} answers)", self.tenths / 10, self.tenths % 10, self.of)
    }
}

/// What a session changed, for whoever teaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// How many of those on record came.
    pub came: usize,
    /// How many of them gave feedback.
    pub answered: usize,
    /// How many found it how useful; none where too few answered.
    pub reactions: Option<Vec<(Reaction, usize)>>,
    pub outcomes: Vec<ChangedOutcome>,
}

impl Changed {
    /// The same without what was judged since, for whoever may not see levels.
    #[must_use]
    pub fn without_levels(mut self) -> Self {
        for outcome in &mut self.outcomes {
            (outcome.assessed, outcome.confirmed) = (None, None);
        }
        self
    }
}

/// What it changed in one outcome; nothing is told of fewer than five people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedOutcome {
    pub competency: Heading,
    /// Confidence before the session, after it, and 8 to 12 weeks later.
    pub before: Option<Mean>,
    pub after: Option<Mean>,
    pub later: Option<Mean>,
    /// How many of those who came have assessed themselves since, and were confirmed.
    pub assessed: Option<usize>,
    pub confirmed: Option<usize>,
}

//! What the page shows on which a time is found: plain values that cross to the browser.

use super::forms::TimesFields;
use crate::fields::FieldErrors;
use crate::ids::SessionId;
use crate::sessions::SessionState;
use crate::sessions::times::Slot;
use serde::{Deserialize, Serialize};

/// Possible times of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesPage {
    pub id: SessionId,
    pub title: String,
    /// When it is meant to be so far.
    pub slot: Slot,
    /// What is looked at, as it stands in the form.
    pub fields: TimesFields,
    /// Which days are looked at, and why from the first of them; blank where no time is looked for.
    pub looked_at: String,
    /// What is wrong with what stands in the address.
    pub errors: FieldErrors,
    pub state: SessionState,
    /// Why no time is looked for, where that is so; and of a scheduled session whom a move concerns, and how they are told.
    pub why_not: Option<String>,
    pub concerned: Option<String>,
    /// How many teams are invited, and how many people they have in those days.
    pub teams: usize,
    pub people: usize,
    /// In how many of these teams the reader sees gap counts, and how many competencies the session builds.
    pub gap_teams: usize,
    pub builds: usize,
    /// The best first.
    pub times: Vec<TimeLine>,
}

impl TimesPage {
    /// Whether gaps are counted at all.
    pub const fn counts_gaps(&self) -> bool {
        self.gap_teams > 0 && self.builds > 0
    }
}

/// A possible time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLine {
    pub slot: Slot,
    /// How many people of the invited teams could come, and how many of them in protected time.
    pub could_come: usize,
    pub protected: usize,
    /// The names of leads on record who are free then, and of those who are not.
    pub free: Vec<String>,
    pub taken: Vec<String>,
    /// The names of leads whose protected time covers it, and of every other what theirs lacks, in a sentence.
    pub covered: Vec<String>,
    pub lacking: Vec<String>,
    /// The names of the teams in whose protected time it lies.
    pub protected_of: Vec<String>,
    /// Competencies in which five people or more have a gap.
    pub gaps: Vec<GapLine>,
}

/// How many people have a gap in a competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapLine {
    pub code: String,
    pub title: String,
    pub people: usize,
}

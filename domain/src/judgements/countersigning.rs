//! A confirmation that one of two has signed, as whoever may sign second sees it.

use super::views::HistoryLine;
use crate::codes::Evidence;
use crate::evidence::views::EvidenceLine;
use crate::fields::{FieldErrors, required_text};
use crate::frameworks::Level;
use crate::judgements::forms::NOTE_MOST;
use crate::redactions::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One line of the list of those that wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwaitingSecond {
    /// The sequence of the first signature.
    pub sequence: i64,
    pub person_name: String,
    pub team_name: String,
    pub competency_code: String,
    pub competency_title: String,
    pub level: Level,
    /// Who signed first.
    pub signed_by: String,
    pub signed_on: NaiveDate,
    pub lapses_on: NaiveDate,
}

/// One of them opened, with what the first signature rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureDetail {
    pub awaiting: AwaitingSecond,
    pub statement: String,
    /// What the level means here.
    pub meaning: String,
    pub evidence: Vec<Evidence>,
    /// The pieces of evidence it rests on; none for a workforce lead, who is told the kinds.
    pub items: Vec<EvidenceLine>,
    /// Whether the reader is one to whom pieces are shown, there being some or not.
    pub reads_evidence: bool,
    /// The day of what was seen, where that is another than the day of signing.
    pub evidence_on: Option<NaiveDate>,
    pub note: Option<Words>,
    pub history: Vec<HistoryLine>,
    /// Why this reader cannot sign it, in words that say what would do.
    pub cannot: Option<String>,
}

/// What whoever may sign second decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondDecision {
    Sign,
    SendBack { reason: String },
}

impl SecondDecision {
    /// What is written with it, with the name of its field.
    pub fn text(&self) -> (&'static str, &str) {
        match self {
            Self::Sign => ("reason", ""),
            Self::SendBack { reason } => ("reason", reason),
        }
    }

    /// # Errors
    /// Returns a message for `reason` where it is missing or too long.
    pub fn send_back(reason: &str) -> Result<Self, FieldErrors> {
        required_text(reason, "what is missing", NOTE_MOST)
            .map(|reason| Self::SendBack { reason })
            .map_err(|message| FieldErrors::one("reason", message))
    }
}

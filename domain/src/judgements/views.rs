//! What pages show of judgements: plain values that cross to the browser.

use crate::codes::{Evidence, JudgementKind};
use crate::frameworks::Level;
use crate::standing::{Confirmed, Standing, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person's whole record as at a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub person_name: String,
    /// Each post as `Practice nurse, Limehouse team`.
    pub posts: Vec<String>,
    pub domains: Vec<RecordDomain>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDomain {
    pub code: String,
    pub title: String,
    pub competencies: Vec<RecordLine>,
}

/// One competency in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLine {
    pub code: String,
    pub title: String,
    /// What the person's roles ask; `None` where it is not asked of them.
    pub asked: Option<AskedLevel>,
    pub standing: Standing,
    pub status: Option<Status>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedLevel {
    pub level: Level,
    pub critical: bool,
}

impl Record {
    /// Every competency that is asked and not exempt.
    pub fn asked(&self) -> impl Iterator<Item = &RecordLine> {
        let lines = self.domains.iter().flat_map(|d| &d.competencies);
        lines.filter(|line| line.status.is_some())
    }

    pub fn count(&self, status: Status) -> usize {
        self.asked().filter(|line| line.status == Some(status)).count()
    }

    /// What *Start here* asks: what was never assessed, critical ones first, then in the order of the framework.
    pub fn start_here(&self) -> Vec<&RecordLine> {
        let open = self.asked().filter(|line| line.status == Some(Status::NotAssessed));
        let mut open: Vec<_> = open.collect();
        open.sort_by_key(|line| !line.is_critical());
        open
    }
}

impl RecordLine {
    pub fn is_critical(&self) -> bool {
        self.asked.is_some_and(|asked| asked.critical)
    }

    /// The confirmed level and the last day it is current, where there is one that was not revoked.
    pub const fn confirmed(&self) -> Option<(Level, NaiveDate)> {
        match self.standing.confirmed {
            Confirmed::At { level, due_on, .. } => Some((level, due_on)),
            Confirmed::Never | Confirmed::Revoked => None,
        }
    }
}

/// One competency of a record, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDetail {
    pub line: RecordLine,
    pub domain_code: String,
    pub domain_title: String,
    pub statement: String,
    pub rare_event: bool,
    pub refresh_months: u32,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
    /// The roles that ask it, with the level each asks.
    pub asked_by: Vec<(String, AskedLevel)>,
    pub history: Vec<HistoryLine>,
    /// A claim that this is not part of the post, still undecided.
    pub claimed_on: Option<NaiveDate>,
    /// People who could be asked by name.
    pub assessors: Vec<Choice>,
}

/// A choice of a list: what is sent, and what is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// One judgement, as its timeline tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    pub sequence: i64,
    pub kind: JudgementKind,
    pub level: Option<Level>,
    pub made_on: NaiveDate,
    /// Who said it; for imported judgements with `imported by` in front.
    pub by: String,
    pub evidence: Vec<Evidence>,
    pub note: Option<String>,
    /// Only for its owner and for the assessor of a request it is attached to.
    pub reflection: Option<String>,
    pub confidence: Option<u8>,
}

/// An open request, as its assessor's list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRequest {
    pub sequence: i64,
    pub person_name: String,
    pub team_name: String,
    pub competency_code: String,
    pub competency_title: String,
    pub level: Level,
    pub asked_on: NaiveDate,
    pub lapses_on: NaiveDate,
    /// Whether it names this assessor rather than any.
    pub for_me: bool,
}

/// An open request with what there is to judge it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestDetail {
    pub request: OpenRequest,
    pub statement: String,
    pub descriptor: String,
    pub rare_event: bool,
    pub evidence: Vec<Evidence>,
    pub note: Option<String>,
    pub self_level: Option<Level>,
    pub reflection: Option<String>,
    pub history: Vec<HistoryLine>,
    /// Why this assessor cannot confirm the level asked, in words that say what would do.
    pub cannot: Option<String>,
}

/// A person who could be recognised, and what stands against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub person: crate::ids::PersonId,
    pub name: String,
    pub team_name: String,
    /// How many of the role's core competencies the person does not hold currently.
    pub open: usize,
    pub asked: usize,
}

/// What an act of recognition did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognitionOutcome {
    pub recognised: usize,
    pub people: usize,
    /// Left alone because the level was currently confirmed or already recognised.
    pub left_alone: usize,
}

/// A claim that a competency is not part of somebody's post, undecided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub person: crate::ids::PersonId,
    pub person_name: String,
    pub competency_code: String,
    pub competency_title: String,
    pub claimed_on: NaiveDate,
    pub reason: String,
}

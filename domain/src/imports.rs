//! Files that are brought in: what kinds there are, what the asker decides, and what is told before anything is kept.

mod faults; // what is wrong with a file, line by line
mod report; // what a file would change, and what it asks
pub mod views; // what pages show

pub use faults::{Fault, Faults};
pub use report::{Example, PersonKey, Question, Report, Sort, Tally};

use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// The kinds of file that can be brought in (contract, "Input files").
    Kind, "kind of file" {
        Areas "areas" "Areas",
        Organisations "organisations" "Organisations",
        Teams "teams" "Teams",
        Roles "roles" "Roles",
        Framework "framework" "Framework",
        Requirements "requirements" "Requirements",
        Staff "staff" "Staff and their posts",
        Judgements "judgements" "Judgements",
        EsrCompetences "esr_competences" "Competences, the ESR export",
        Certificates "certificates" "E-learning certificates",
        Sessions "sessions" "Teaching sessions",
        Attendance "attendance" "Bookings and attendance of sessions",
        LocalMeasures "local_measures" "Local measures",
        Ods "ods" "Practices, the national file (epraccur.csv)",
        OdsPcn "ods_pcn" "Primary care networks, the national file (ePCN.xlsx)",
    }

    /// The answer to the question whether two employee numbers are one person.
    SamePerson, "answer" {
        Join "join" "The same person",
        Separate "separate" "Two people",
    }
}

impl Kind {
    /// Whether it brings evidence, and so names courses.
    pub const fn is_evidence(self) -> bool {
        matches!(self, Self::EsrCompetences | Self::Certificates)
    }
}

/// What the asker decides about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// From which day a changed dated fact holds, and at which day the framework in use is looked up.
    pub as_at: NaiveDate,
    /// The answer for every pair that has none of its own.
    pub same_person: Option<SamePerson>,
    pub verdicts: Vec<Verdict>,
    /// Whether a staff file is the whole truth for the organisations in it: posts it does not name have ended.
    pub complete: bool,
    /// The title of a framework that is new; a file with one never goes into a draft.
    pub title: Option<String>,
    /// Whether a framework file starts a draft where none is open.
    #[serde(default)]
    pub draft: bool,
    /// Whether the rows of people who are not on record are left out of a file of evidence; otherwise they are faults.
    #[serde(default)]
    pub leave_out_unknown: bool,
}

/// What the box says by which [`Options::leave_out_unknown`] is chosen.
pub const LEAVE_OUT_UNKNOWN: &str = "Leave out people who are not on record here";

impl Options {
    pub const fn at(as_at: NaiveDate) -> Self {
        Self {
            as_at,
            same_person: None,
            verdicts: Vec::new(),
            complete: false,
            title: None,
            draft: false,
            leave_out_unknown: false,
        }
    }

    /// What was decided about a pair: its own verdict, else the answer for all.
    pub fn verdict(&self, first: &PersonKey, second: &PersonKey) -> Option<SamePerson> {
        let own = self.verdicts.iter().find(|v| v.first == *first && v.second == *second);
        own.map(|v| v.answer).or(self.same_person)
    }
}

/// The answer for one pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub first: PersonKey,
    pub second: PersonKey,
    pub answer: SamePerson,
}

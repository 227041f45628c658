//! What pages show of evidence: plain values that cross to the browser.

use super::courses::may_change;
use super::files::FileKind;
use super::links::Link;
use super::revalidation::Pack;
use crate::codes::{Evidence, EvidenceSource};
use crate::ids::EvidenceItemId;
use crate::judgements::views::Choice;
use crate::paging::Paged;
use crate::redactions::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceLine {
    pub id: EvidenceItemId,
    pub kind: Evidence,
    pub what: Words,
    pub link: Option<Link>,
    /// When the link was blanked, where it was.
    pub link_redacted_on: Option<NaiveDate>,
    pub happened_on: NaiveDate,
    /// Time that counts as continuing professional development.
    pub minutes: Option<u32>,
    pub participatory: bool,
    pub source: EvidenceSource,
    /// The competencies it is about, by code and title.
    pub about: Vec<(String, String)>,
    pub file: Option<FileLine>,
    /// Whether it was ever attached to a request: then it is history, and stays as it is.
    pub attached: bool,
    /// Whoever brought it in with a file.
    pub imported_by: Option<String>,
}

impl EvidenceLine {
    /// Whether it is something that was done and learnt from: a level in a record from an earlier employer says that somebody
    /// confirmed it, not what its owner did.
    pub fn is_activity(&self) -> bool {
        self.source != EvidenceSource::Brought
    }

    /// Whether its owner may change or remove it.
    pub fn may_change(&self) -> bool {
        may_change(self.source, self.attached).is_ok()
    }
}

/// The file of a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLine {
    /// What it is called; once it was redacted there is nothing to open.
    pub name: Words,
    pub kind: FileKind,
    pub bytes: usize,
}

/// One page of the reader's evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnEvidence {
    pub lines: Paged<EvidenceLine>,
    /// The competencies that anything of theirs is about, for the filter.
    pub about: Vec<Choice>,
    /// Whether there is any evidence of theirs, whatever the filter hides.
    pub any: bool,
}

/// What the form of a piece of evidence offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceForm {
    pub today: NaiveDate,
    /// The competencies it can be said to be about.
    pub competencies: Vec<Choice>,
    /// As it stands; none for a new one.
    pub line: Option<EvidenceLine>,
}

/// The revalidation pack of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revalidation {
    pub person_name: String,
    /// The day on which every period ends.
    pub last_day: NaiveDate,
    pub packs: Vec<Pack>,
}

/// A size as people read it: `340 KB`.
pub fn spoken_size(bytes: usize) -> String {
    const KB: usize = 1024;
    match bytes {
        0..KB => "under 1 KB".to_owned(),
        bytes if bytes < KB * KB => format!("{} KB", bytes / KB),
        bytes => format!("{}.{} MB", bytes / KB / KB, bytes / KB % KB * 10 / KB),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_words() {
        for (bytes, words) in [
            (12, "under 1 KB"),
            (348_160, "340 KB"),
            (1_572_864, "1.5 MB"),
            (10_485_760, "10.0 MB"),
        ] {
            assert_eq!(spoken_size(bytes), words);
        }
    }
}

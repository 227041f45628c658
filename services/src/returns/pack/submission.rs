//! `submission.json`: who did what with a return, and when. It stands outside the digest, since each step adds to it.

use super::File;
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use domain::returns::{ReturnId, Step};
use serde::{Deserialize, Serialize};

/// The name of the file.
pub const SUBMISSION: &str = "submission.json";

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    pub return_id: ReturnId,
    /// Whom the return is for.
    pub recipient: String,
    /// Of the files that stand, by [`digest`](super::digest).
    pub digest: String,
    /// The earliest first.
    pub steps: Vec<StepTaken>,
    /// `None` for a first revision.
    pub corrects: Option<Corrects>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    pub step: Step,
    /// A name, or what stands for one: `the operator`. Of an account without a staff record the address, for those who see accounts.
    pub by: String,
    /// Written as RFC 3339, in UTC.
    pub at: DateTime<Utc>,
}

/// What a revision corrects, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrects {
    pub return_id: ReturnId,
    pub reason: String,
}

impl Submission {
    /// As a file.
    ///
    /// # Errors
    /// Fails where it cannot be written, which would be a fault of ours.
    pub fn file(&self) -> Result<File> {
        let content = serde_json::to_vec_pretty(self);
        let mut content = content.map_err(|error| Error::fault("writing a submission", error))?;
        content.push(b'\n');
        Ok(File { name: SUBMISSION.to_owned(), content })
    }

    /// Whether it tells of the same return as `later`, and of nothing that `later` does not tell of: steps may have been added since.
    pub fn is_continued_by(&self, later: &Self) -> bool {
        self.return_id == later.return_id
            && self.recipient == later.recipient
            && self.corrects == later.corrects
            && self.digest == later.digest
            && later.steps.starts_with(&self.steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn submission(steps: &[(Step, &str)]) -> Submission {
        let taken = |(step, by): &(Step, &str)| StepTaken {
            step: *step,
            by: (*by).to_owned(),
            at: "2026-04-15T09:30:00Z".parse().unwrap(),
        };
        Submission {
            return_id: "TH-2026-03-31-r1".parse().unwrap(),
            recipient: "NHS England".to_owned(),
            digest: "ab".to_owned(),
            steps: steps.iter().map(taken).collect(),
            corrects: None,
        }
    }

    #[test]
    fn it_says_who_did_what_when_and_is_read_back() {
        let written = submission(&[(Step::Prepared, "Lena Marsh")]);
        let file = written.file().unwrap();
        let text = String::from_utf8(file.content).unwrap();
        for part in [
            "\"return_id\": \"TH-2026-03-31-r1\"",
            "\"step\": \"prepared\"",
            "\"by\": \"Lena Marsh\"",
        ] {
            assert!(text.contains(part), "{text}");
        }
        assert!(text.contains("\"at\": \"2026-04-15T09:30:00Z\""), "{text}");
        assert_eq!(serde_json::from_str::<Submission>(&text).unwrap(), written);
    }

    #[test]
    fn steps_may_be_added_and_none_may_be_another() {
        let prepared = submission(&[(Step::Prepared, "Lena Marsh")]);
        let checked = submission(&[(Step::Prepared, "Lena Marsh"), (Step::Checked, "Omar Diaz")]);
        assert!(prepared.is_continued_by(&checked) && prepared.is_continued_by(&prepared));
        assert!(!checked.is_continued_by(&prepared));
        assert!(!submission(&[(Step::Prepared, "Mallory")]).is_continued_by(&checked));
        let other = Submission { recipient: "Nobody".to_owned(), ..checked.clone() };
        assert!(!other.is_continued_by(&checked));
    }
}

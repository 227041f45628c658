//! What pages show of imports: plain values that cross to the browser.

use super::report::{Report, Tally};
use super::{Kind, SamePerson};
use crate::fields::{FieldErrors, choice};
use crate::ids::ImportId;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// Where an uploaded file is on its way.
    RunState, "state of an import" {
        Uploaded "uploaded" "Uploaded",
        Checking "checking" "Being checked",
        Previewed "previewed" "Ready to look at",
        Merging "merging" "Being imported",
        Done "done" "Imported",
        Refused "refused" "Not imported",
        Failed "failed" "Failed",
    }
}

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRun {
    pub id: ImportId,
    pub kind: Kind,
    pub file_name: String,
    pub as_at: NaiveDate,
    pub complete: bool,
    pub leave_out_unknown: bool,
    pub state: RunState,
    /// How much of the work under way is done, in percent, where this process does it.
    pub percent: Option<u64>,
    /// What the check found; before it ended, nothing.
    pub report: Option<Report>,
    /// What was kept, once it was.
    pub tallies: Vec<Tally>,
    /// Why it was not imported, where that is not in the report.
    pub reason: Option<String>,
    pub actor: String,
    pub started_on: NaiveDate,
}

/// What a CSV file of one kind looks like, for whoever makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    pub kind: Kind,
    /// The columns that a file must have, and those that it may have.
    pub required: Vec<String>,
    pub optional: Vec<String>,
    /// What tells one row from every other, in words.
    pub key: String,
    /// How cells are written where their column does not say it: the column, or several, and what may stand there.
    pub written: Vec<(String, String)>,
}

impl ImportRun {
    /// Whether something is still going on, so that there is more to see later.
    pub const fn is_under_way(&self) -> bool {
        matches!(self.state, RunState::Uploaded | RunState::Checking | RunState::Merging)
    }
}

/// The answers to the questions of a report, in their order; a form sends them by number, as `pairs[0]`, `pairs[1]`, ….
///
/// # Errors
/// Returns a message for each field that has no answer.
pub fn answers(
    pairs: usize,
    typed: &BTreeMap<String, String>,
) -> Result<Vec<SamePerson>, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut given = Vec::new();
    for pair in 0..pairs {
        let answer = typed.get(&pair.to_string()).map_or("", String::as_str);
        let answer = choice::<SamePerson>(answer, "whether the two are the same person");
        given.extend(errors.keep(&format!("pairs[{pair}]"), answer));
    }
    errors.into_result().map(|()| given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_needs_an_answer() {
        let typed = BTreeMap::from([("0".to_owned(), "join".to_owned())]);
        assert_eq!(answers(1, &typed), Ok(vec![SamePerson::Join]));
        let missing = answers(2, &typed).unwrap_err();
        assert!(missing.of("pairs[1]").is_some() && missing.of("pairs[0]").is_none());
    }
}

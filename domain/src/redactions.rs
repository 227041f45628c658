//! Redaction: two people of information governance blank a free text; event, day, level and actor stay (rules, section 8).

pub mod views; // what pages show

use crate::dates::spoken;
use crate::ids::AccountId;
use crate::macros::codes;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// The free texts of and about people, each in a column of its own; of a file its name stands for the whole.
    TextKind, "kind of text" {
        JudgementNote "judgement_note" "Note",
        Reflection "reflection" "Reflection",
        EvidenceText "evidence_text" "Words of a piece of evidence",
        EvidenceLink "evidence_link" "Link of a piece of evidence",
        EvidenceFile "evidence_file" "File of a piece of evidence",
        FrameworkComment "framework_comment" "Comment on a framework",
    }
}

impl TextKind {
    /// The text as a heading names it: in whose record it stands, or who wrote it.
    pub fn of(self, whose: &str) -> String {
        match self {
            Self::FrameworkComment => format!("{} by {whose}", self.label()),
            _ => format!("{} in the record of {whose}", self.label()),
        }
    }
}

/// What somebody wrote, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Words {
    Written(String),
    /// What stood there was blanked on this day.
    Redacted(NaiveDate),
}

impl Words {
    /// What stands in the column, or when it was blanked; `None` where nothing ever stood there.
    pub fn of(written: Option<String>, redacted_on: Option<NaiveDate>) -> Option<Self> {
        written.map(Self::Written).or(redacted_on.map(Self::Redacted))
    }

    /// Between quotation marks, unless they are nobody's words any more.
    pub fn quoted(&self) -> String {
        match self {
            Self::Written(text) => format!("“{text}”"),
            Self::Redacted(_) => self.to_string(),
        }
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Written(text) => f.write_str(text),
            Self::Redacted(day) => write!(f, "Redacted on {}", spoken(*day)),
        }
    }
}

/// Whether an account may decide what another proposed.
///
/// # Errors
/// Refuses the one who proposed it: a redaction takes two people.
pub fn may_decide(proposed_by: AccountId, decides: Option<AccountId>) -> Result<(), Refusal> {
    if decides.is_some_and(|account| account != proposed_by) {
        return Ok(());
    }
    Err(Refusal::rule(
        "second-person",
        "You proposed this redaction, so somebody else in information governance must decide it.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn whoever_proposed_it_does_not_decide_it() {
        let [one, other] = [1, 2].map(|number| AccountId(Uuid::from_u128(number)));
        assert!(may_decide(one, Some(other)).is_ok());
        assert!(may_decide(one, Some(one)).is_err());
        assert!(may_decide(one, None).is_err(), "the command line is no second person");
    }

    #[test]
    fn redacted_words_say_when_and_nothing_else() {
        let day = "2026-05-04".parse().unwrap();
        let written = Words::of(Some("On the ward".to_owned()), None).unwrap();
        assert_eq!(
            (written.to_string(), written.quoted()),
            ("On the ward".into(), "“On the ward”".into())
        );
        let redacted = Words::of(None, Some(day)).unwrap();
        assert_eq!(redacted.to_string(), "Redacted on 4 May 2026");
        assert_eq!(redacted.quoted(), redacted.to_string());
        assert_eq!(Words::of(None, None), None);
    }
}

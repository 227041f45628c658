//! How a record ends that is not accepted: declined by whoever may accept it, or removed by its owner.

use crate::dates::spoken;
use crate::evidence::courses::never_attached;
use crate::fields::{FieldErrors, choice};
use crate::macros::codes;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Why a record is declined.
    DeclineReason, "reason to decline a record" {
        AnotherPerson "another_person" "It is not the same person",
        AskIssuer "ask_issuer" "The issuer should be asked again first",
        AssessedHere "assessed_here" "We assess these levels here ourselves",
        NothingToAccept "nothing_to_accept" "There is nothing in it to accept here",
    }
}

impl DeclineReason {
    /// # Errors
    /// Returns a message for the field `reason` when none of the reasons was chosen.
    pub fn parse(reason: &str) -> Result<Self, FieldErrors> {
        let message = |message: String| FieldErrors::one("reason", message);
        choice(reason, "why you decline this record").map_err(message)
    }
}

/// That a record was declined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    pub on: NaiveDate,
    pub by: String,
    pub reason: DeclineReason,
}

impl Declined {
    /// `Declined on 4 May 2026 by Ben Okoro: it is not the same person`.
    pub fn words(&self) -> String {
        let reason = self.reason.label().to_lowercase();
        format!("Declined on {} by {}: {reason}", spoken(self.on), self.by)
    }
}

/// Whether a record can be accepted or declined. What was declined stays declined, until its owner brings it again.
///
/// # Errors
/// Refuses what was declined, in words that say by whom and why.
pub fn may_decide(declined: Option<&Declined>) -> Result<(), Refusal> {
    let Some(declined) = declined else { return Ok(()) };
    let sentence = format!(
        "{}. It waits no longer. Its owner can remove it and bring it again, or bring a newer one.",
        declined.words()
    );
    Err(Refusal::rule("record-declined", sentence))
}

/// Whether its owner may remove a record, with the evidence that tells it. `attached` says whether any of that was ever
/// attached to a judgement.
///
/// # Errors
/// Refuses what was accepted, and what [`never_attached`] refuses: both are history.
pub fn may_remove(accepted: bool, attached: bool) -> Result<(), Refusal> {
    if accepted {
        let sentence = "This was accepted, so it is part of your history and stays as it is.";
        return Err(Refusal::rule("record-accepted", sentence));
    }
    never_attached(attached)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declined() -> Declined {
        let on = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
        Declined { on, by: "Ben Okoro".to_owned(), reason: DeclineReason::AnotherPerson }
    }

    #[test]
    fn a_reason_is_one_of_the_list_and_no_words_of_ones_own() {
        for &reason in DeclineReason::ALL {
            assert_eq!(DeclineReason::parse(reason.code()), Ok(reason));
        }
        for other in ["", "I do not like it"] {
            let errors = DeclineReason::parse(other).unwrap_err();
            assert_eq!(errors.of("reason"), Some("Choose why you decline this record"));
        }
    }

    #[test]
    fn a_record_that_was_declined_is_neither_accepted_nor_declined_again() {
        let told = "Declined on 4 May 2026 by Ben Okoro: it is not the same person";
        assert_eq!(declined().words(), told);
        assert_eq!(may_decide(None), Ok(()));
        let refused = may_decide(Some(&declined())).unwrap_err().to_string();
        assert!(refused.starts_with(told) && refused.contains("bring it again"), "{refused}");
    }

    #[test]
    fn its_owner_removes_a_record_that_is_not_history() {
        assert_eq!(may_remove(false, false), Ok(()));
        let told = |accepted, attached| may_remove(accepted, attached).unwrap_err().to_string();
        assert!(told(false, true).contains("attached to a request"));
        for attached in [false, true] {
            assert!(told(true, attached).contains("This was accepted"), "{attached}");
        }
    }
}

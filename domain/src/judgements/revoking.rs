//! Revoking a confirmation: by a workforce lead, with a reason (rules, section 3).

use crate::fields::{FieldErrors, required_text};
use crate::judgements::forms::NOTE_MOST;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, Standing};
use std::fmt;

/// Whether there is a level to revoke, current or not.
///
/// # Errors
/// Refuses where nothing was confirmed, or it was revoked already.
pub fn stands_to_revoke(standing: &Standing) -> Result<(), Refusal> {
    match standing.confirmed {
        Confirmed::At { .. } => Ok(()),
        Confirmed::Never | Confirmed::Revoked => Err(Refusal::rule(
            "nothing-to-revoke",
            "No confirmed level stands here, so there is nothing to revoke.",
        )),
    }
}

/// Why it is revoked, as it was typed.
///
/// # Errors
/// Returns the message for the field `reason`.
pub fn reason(typed: &str) -> Result<String, FieldErrors> {
    required_text(typed, "why you revoke it", NOTE_MOST)
        .map_err(|message| FieldErrors::one("reason", message))
}

/// What was revoked, in the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    pub person_name: String,
    pub competency_title: String,
}

impl fmt::Display for Revoked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title } = self;
        write!(f, "You revoked the confirmed level of {person_name} in “{competency_title}”")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;
    use crate::frameworks::Level;

    #[test]
    fn only_a_level_that_stands_is_revoked_and_with_a_reason() {
        let day = "2026-06-01".parse().unwrap();
        let (level, kind) = (Level::AWARE, JudgementKind::Recognised);
        let held = Confirmed::At { level, kind, made_on: day, due_on: day };
        let standing = |confirmed| Standing { confirmed, ..Standing::default() };
        assert!(stands_to_revoke(&standing(held)).is_ok());
        assert!(stands_to_revoke(&standing(Confirmed::Revoked)).is_err());
        assert!(stands_to_revoke(&standing(Confirmed::Never)).is_err());
        assert!(reason(" ").unwrap_err().of("reason").is_some());
    }
}

//! Which judgements may come from a file, and what must be said of each (contract, "Input files").

use crate::codes::JudgementKind;
use crate::dates::spoken;
use crate::frameworks::Level;
use chrono::NaiveDate;

/// The kinds that history consists of; requests and claims are made by people, not by files.
pub const IMPORTED: [JudgementKind; 7] = [
    JudgementKind::SelfAssessment,
    JudgementKind::Confirmed,
    JudgementKind::SentBack,
    JudgementKind::Revoked,
    JudgementKind::Recognised,
    JudgementKind::Exempted,
    JudgementKind::ExemptionEnded,
];

/// Reads a kind that may come from a file.
///
/// # Errors
/// Returns the kinds there are, in a sentence.
pub fn kind(text: &str) -> Result<JudgementKind, String> {
    IMPORTED.into_iter().find(|kind| kind.code() == text).ok_or_else(|| {
        let known = IMPORTED.map(JudgementKind::code).join(", ");
        format!("is not a kind of judgement that a file can bring; use one of: {known}")
    })
}

/// Whether a level is said with these kinds, and only with these.
///
/// # Errors
/// Returns what to do: a level that would mean nothing is not dropped in silence.
pub fn level_with(kind: JudgementKind, level: Option<Level>) -> Result<(), String> {
    use JudgementKind::{Confirmed, Recognised, SelfAssessment};
    let wanted = matches!(kind, SelfAssessment | Confirmed | Recognised);
    match (wanted, level) {
        (true, None) => Err(format!("a judgement of kind '{kind}' needs a level from 1 to 5")),
        (false, Some(_)) => {
            Err(format!("a judgement of kind '{kind}' has no level; leave it blank"))
        }
        _ => Ok(()),
    }
}

/// Whether a judgement may speak of this day.
///
/// # Errors
/// Refuses days to come.
pub fn day(made_on: NaiveDate, today: NaiveDate) -> Result<(), String> {
    if made_on <= today {
        return Ok(());
    }
    Err(format!("is later than today, {}; nobody can have judged then", spoken(today)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_unknown_kinds_do_not_come_from_files() {
        assert_eq!(kind("self"), Ok(JudgementKind::SelfAssessment));
        assert!(kind("requested").unwrap_err().contains("exemption_ended"));
        assert!(kind("Confirmed!").is_err());
    }

    #[test]
    fn a_level_stands_with_three_kinds_and_with_no_other() {
        for kind in IMPORTED {
            let said = level_with(kind, Some(Level::AWARE)).is_ok();
            assert_ne!(said, level_with(kind, None).is_ok(), "{kind}");
        }
        assert!(level_with(JudgementKind::Revoked, None).is_ok());
        assert!(level_with(JudgementKind::Recognised, Some(Level::AWARE)).is_ok());
    }

    #[test]
    fn today_is_the_last_day() {
        let today: NaiveDate = "2026-11-01".parse().unwrap();
        assert!(day(today, today).is_ok());
        assert!(day("2026-11-02".parse().unwrap(), today).is_err());
    }
}

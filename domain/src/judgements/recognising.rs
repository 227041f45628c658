//! Recognition: a level granted on registration or qualification, the way out of an empty start (rules, section 3).

use crate::dates::spoken;
use crate::frameworks::Level;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, Standing};
use chrono::NaiveDate;

/// The highest level that can be recognised.
pub const HIGHEST: Level = Level::PRACTISES_INDEPENDENTLY;

/// Whether somebody standing at `subject` may be recognised at `level` on `day`.
///
/// # Errors
/// Refuses levels above 4, oneself, and anybody whose level is currently confirmed: recognition never overrides what
/// somebody saw.
pub fn may_recognise(
    level: Level,
    subject: &Standing,
    is_self: bool,
    day: NaiveDate,
) -> Result<(), Refusal> {
    if is_self {
        return Err(Refusal::rule("own-recognition", "You cannot recognise your own level."));
    }
    if level > HIGHEST {
        return Err(Refusal::rule(
            "recognition-too-high",
            "Recognition goes up to level 4. Level 5 needs a confirmation.",
        ));
    }
    match subject.confirmed {
        Confirmed::At { level, due_on, .. } if day <= due_on => Err(Refusal::rule(
            "already-confirmed",
            format!("Already confirmed at level {level} until {}.", spoken(due_on)),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;

    #[test]
    fn recognition_is_never_given_over_a_current_confirmation() {
        let today: NaiveDate = "2026-06-01".parse().unwrap();
        let held = |due_on: &str| Standing {
            confirmed: Confirmed::At {
                level: Level::AWARE,
                kind: JudgementKind::Confirmed,
                made_on: "2025-06-01".parse().unwrap(),
                due_on: due_on.parse().unwrap(),
            },
            ..Standing::default()
        };
        assert!(may_recognise(HIGHEST, &Standing::default(), false, today).is_ok());
        assert!(may_recognise(HIGHEST, &held("2026-06-01"), false, today).is_err());
        assert!(may_recognise(HIGHEST, &held("2026-05-31"), false, today).is_ok());
        assert!(
            may_recognise(Level::LEADS_AND_TEACHES, &Standing::default(), false, today).is_err()
        );
        assert!(may_recognise(Level::AWARE, &Standing::default(), true, today).is_err());
    }
}

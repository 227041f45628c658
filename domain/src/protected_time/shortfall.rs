//! A session that protected time does not cover: allowed with the educator's reason, marked, and told to the workforce lead
//! (rules, section 5).

use super::Shortfall;
use super::allocation::Allocation;
use super::ledger::{Spent, Totals};
use crate::dates::spoken_minutes;
use crate::fields::{FieldErrors, optional_text};
use crate::sessions::times::{Slot, Whose};
use crate::years::Year;

/// The longest reason, in characters.
pub const REASON_MOST: usize = 500;
/// What stands in the place of a reason that nobody was asked for.
pub const NOT_ASKED: &str = "Not given. The session was planned elsewhere and came in a file";

/// What protected time lacks for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    pub why: Shortfall,
    /// The minutes of the session that it does not cover.
    pub minutes: u32,
}

/// What somebody's protected time lacks for a session: all of it without an allocation on its day; else what the session takes
/// beyond all that is promised in the year of that day. `spent` is what they are taken up with otherwise.
pub fn lack(allocations: &[Allocation], spent: &[Spent], slot: Slot) -> Option<Lack> {
    let (day, minutes) = (slot.starts.date(), slot.minutes);
    if !allocations.iter().any(|one| one.held.contains(day)) {
        let why = match allocations.is_empty() {
            true => Shortfall::NoAllocation,
            false => Shortfall::OutsideDates,
        };
        return Some(Lack { why, minutes });
    }
    let totals = Totals::of(allocations, spent, Year::of(day).period());
    let beyond = totals.taken().saturating_add(minutes).saturating_sub(totals.allocated);
    (beyond > 0).then_some(Lack { why: Shortfall::Beyond, minutes: beyond.min(minutes) })
}

impl Lack {
    /// Why a reason is asked for, in a sentence about the reader or about somebody by name.
    pub fn words(self, whose: Whose<'_>) -> String {
        let who = match whose {
            Whose::Own => "You have".to_owned(),
            Whose::Of(name) => format!("{name} has"),
        };
        match self.why {
            Shortfall::NoAllocation => format!("{who} no protected time."),
            Shortfall::OutsideDates => {
                format!("{who} no protected time on the day of this session.")
            }
            Shortfall::Beyond => format!(
                "{who} too little protected time left that year: this session takes {} more.",
                spoken_minutes(self.minutes)
            ),
        }
    }
}

/// The reason for a session that protected time does not cover, as it was typed; none where it was left blank.
///
/// # Errors
/// Returns the message for `reason` when it is too long.
pub fn reason(typed: &str) -> Result<Option<String>, FieldErrors> {
    let reason = optional_text(typed, "the reason", REASON_MOST);
    reason.map_err(|message| FieldErrors::one("reason", message))
}

/// The reason, where one is needed.
///
/// # Errors
/// Refuses beside `reason`, with all that is lacking, when none was given.
pub fn reasoned(given: Option<&str>, lacking: &[String]) -> Result<(), FieldErrors> {
    if lacking.is_empty() || given.is_some() {
        return Ok(());
    }
    let message = format!(
        "{} Enter why the session goes ahead. Your reason is kept, and workforce leads see it",
        lacking.join(" ")
    );
    Err(FieldErrors::one("reason", message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::ids::{AllocationId, PersonId};
    use crate::protected_time::TimeUnit;
    use crate::protected_time::amount::Amount;
    use crate::protected_time::ledger::Standing;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An hour for one week of May.
    fn an_hour() -> Allocation {
        Allocation {
            id: AllocationId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            held: Period::new(Some(day("2026-05-04")), Some(day("2026-05-10"))),
            amount: Amount { unit: TimeUnit::Hours, minutes: 60 },
            source: String::new(),
            agreed_by: String::new(),
        }
    }

    fn on(text: &str, minutes: u32) -> Slot {
        Slot { starts: day(text).and_hms_opt(13, 0, 0).unwrap(), minutes }
    }

    fn told(allocations: &[Allocation], spent: &[Spent], slot: Slot) -> Option<(Shortfall, u32)> {
        lack(allocations, spent, slot).map(|lack| (lack.why, lack.minutes))
    }

    #[test]
    fn a_session_needs_an_allocation_on_its_day() {
        let slot = on("2026-05-04", 60);
        assert_eq!(told(&[], &[], slot), Some((Shortfall::NoAllocation, 60)));
        assert_eq!(told(&[an_hour()], &[], slot), None);
        let after = on("2026-05-11", 60);
        assert_eq!(told(&[an_hour()], &[], after), Some((Shortfall::OutsideDates, 60)));
    }

    #[test]
    fn beyond_is_what_the_year_does_not_hold() {
        let week = [an_hour()];
        assert_eq!(told(&week, &[], on("2026-05-05", 61)), Some((Shortfall::Beyond, 1)));
        let other = |text, standing| Spent { on: day(text), minutes: 45, standing };
        for standing in [Standing::Planned, Standing::Delivered, Standing::Lost] {
            let taken = [other("2026-09-01", standing)];
            assert_eq!(told(&week, &taken, on("2026-05-05", 30)), Some((Shortfall::Beyond, 15)));
            // What was taken in another year is no matter.
            let before = [other("2026-03-31", standing)];
            assert_eq!(told(&week, &before, on("2026-05-05", 30)), None);
        }
        // What was beyond before is not this session's: never more than its own minutes.
        let taken = [Spent { on: day("2026-05-06"), minutes: 500, standing: Standing::Planned }];
        assert_eq!(told(&week, &taken, on("2026-05-05", 30)), Some((Shortfall::Beyond, 30)));
    }

    #[test]
    fn without_a_reason_it_is_refused_in_words_and_with_one_it_is_not() {
        let lack = Lack { why: Shortfall::Beyond, minutes: 90 };
        let sentence = lack.words(Whose::Of("Farzana Noor"));
        let expected = "Farzana Noor has too little protected time left that year: this session takes 1 hour 30 minutes \
                        more.";
        assert_eq!(sentence, expected);
        let refused = reasoned(None, std::slice::from_ref(&sentence)).unwrap_err();
        assert!(refused.of("reason").unwrap().starts_with(expected));
        assert!(reasoned(Some("A promise"), &[sentence]).is_ok() && reasoned(None, &[]).is_ok());
        let none = Lack { why: Shortfall::NoAllocation, minutes: 60 };
        assert_eq!(none.words(Whose::Own), "You have no protected time.");
        assert_eq!(reason("  "), Ok(None));
        assert!(reason(&"x".repeat(501)).is_err());
    }
}

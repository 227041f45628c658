//! Time that was promised to an educator, from a day to a day: given, changed from a day on, ended. What was so stays so.

use super::amount::Amount;
pub use crate::changing::Change;
use crate::changing::{When, changed, refuse_begun, refuse_over, when};
use crate::dates::Period;
use crate::ids::{AllocationId, PersonId};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// Time that was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    pub id: AllocationId,
    pub person: PersonId,
    /// With a first day.
    pub held: Period,
    pub amount: Amount,
    /// Where it comes from: a job plan, a project, a contract.
    pub source: String,
    /// By whom it was agreed.
    pub agreed_by: String,
}

impl Allocation {
    pub fn when(&self, today: NaiveDate) -> When {
        when(self.held, today)
    }

    /// What it takes for it to be different from `first` on.
    ///
    /// # Errors
    /// Refuses one that is over; and, beside `starts_on`, a first day on which one that has begun did not hold or only began.
    pub fn changed(&self, first: NaiveDate, today: NaiveDate) -> Result<Change, Refusal> {
        self.refuse_over(today)?;
        Ok(changed(self.held, Some(first), today)?)
    }

    /// # Errors
    /// Refuses one that is over: what was promised stays on record.
    pub fn refuse_over(&self, today: NaiveDate) -> Result<(), Refusal> {
        let sentence = "This protected time has ended, and stays on record. Give new time instead.";
        refuse_over(self.held, today, ("allocation-over", sentence))
    }

    /// # Errors
    /// Refuses one that has begun.
    pub fn refuse_begun(&self, today: NaiveDate) -> Result<(), Refusal> {
        refuse_begun(self.held, today, ("allocation-begun", "This protected time"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protected_time::TimeUnit;
    use uuid::Uuid;

    const TODAY: &str = "2026-06-01";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn held(from: &str, to: &str) -> Allocation {
        let to = (!to.is_empty()).then(|| day(to));
        Allocation {
            id: AllocationId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            held: Period::new(Some(day(from)), to),
            amount: Amount { unit: TimeUnit::Pa, minutes: 240 },
            source: "Job plan".to_owned(),
            agreed_by: "Dr Rao".to_owned(),
        }
    }

    #[test]
    fn what_has_begun_ends_the_day_before_its_change_and_what_has_not_is_put_right() {
        let followed = |last_day: &str| Change::Followed { last_day: day(last_day) };
        let table = [
            ("2026-04-01", "", "2026-07-01", Some(followed("2026-06-30"))),
            // A change that is told late.
            ("2026-04-01", "", "2026-04-02", Some(followed("2026-04-01"))),
            ("2026-04-01", "2026-08-31", "2026-08-31", Some(followed("2026-08-30"))),
            ("2026-06-01", "", "2026-06-01", Some(Change::Corrected)),
            ("2026-07-01", "", "2026-09-01", Some(Change::Corrected)),
            ("2026-04-01", "", "2026-04-01", None),
            ("2026-04-01", "", "2026-03-01", None),
            ("2026-04-01", "2026-08-31", "2026-09-01", None),
            ("2025-04-01", "2026-03-31", "2026-03-01", None),
        ];
        for (from, to, first, expected) in table {
            let change = held(from, to).changed(day(first), day(TODAY));
            assert_eq!(change.ok(), expected, "{from} {to} {first}");
        }
    }

    #[test]
    fn only_what_has_not_begun_is_removed_and_what_is_over_stays() {
        let today = day(TODAY);
        assert!(held("2026-06-02", "").refuse_begun(today).is_ok());
        assert!(held("2026-06-01", "").refuse_begun(today).is_err());
        assert!(held("2026-04-01", "2026-05-31").refuse_over(today).is_err());
        assert!(held("2026-04-01", "2026-06-01").refuse_over(today).is_ok());
    }
}

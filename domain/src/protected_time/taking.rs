//! A session as it comes to take the time of somebody who leads it: newly, or on another day, or for longer than before.

use super::Shortfall;
use super::allocation::Allocation;
use super::ledger::Spent;
use super::shortfall::{Lack, lack};
use crate::sessions::times::Slot;
use crate::years::Year;

/// What a session takes, and what it took before where it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking {
    pub before: Option<Slot>,
    pub slot: Slot,
}

impl Taking {
    /// By a session that took nothing before.
    pub const fn newly(slot: Slot) -> Self {
        Self { before: None, slot }
    }

    /// Whether it takes anything that it did not take before. Another hour of the same day takes nothing, and a shorter one less.
    pub fn is_anew(self) -> bool {
        let day = |slot: Slot| slot.starts.date();
        self.before.is_none_or(|before| day(before) != day(self.slot) || self.is_longer(before))
    }

    /// Whether it takes more of the year of its day than before.
    pub fn takes_more(self) -> bool {
        let year = |slot: Slot| Year::of(slot.starts.date());
        self.before.is_none_or(|before| year(before) != year(self.slot) || self.is_longer(before))
    }

    const fn is_longer(self, before: Slot) -> bool {
        self.slot.minutes > before.minutes
    }

    /// What somebody's protected time lacks for it, where `spent` is what they are taken up with otherwise. A session that is moved
    /// within a year does not go beyond what is promised in it: others did, or it did before.
    pub fn lack(self, allocations: &[Allocation], spent: &[Spent]) -> Option<Lack> {
        if !self.is_anew() {
            return None;
        }
        let lack = lack(allocations, spent, self.slot);
        lack.filter(|lack| lack.why != Shortfall::Beyond || self.takes_more())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::ids::{AllocationId, PersonId};
    use crate::protected_time::TimeUnit;
    use crate::protected_time::amount::Amount;
    use crate::protected_time::ledger::Standing;
    use uuid::Uuid;

    /// An hour for one week, in the last days of one year and the first of the next: 3 of its days lie in March, 4 in April.
    fn an_hour() -> [Allocation; 1] {
        [Allocation {
            id: AllocationId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            held: Period::new("2027-03-29".parse().ok(), "2027-04-04".parse().ok()),
            amount: Amount { unit: TimeUnit::Hours, minutes: 60 },
            source: String::new(),
            agreed_by: String::new(),
        }]
    }

    fn at(starts: &str, minutes: u32) -> Slot {
        Slot { starts: format!("2027-{starts}:00").parse().unwrap(), minutes }
    }

    fn from(before: Slot, slot: Slot) -> Taking {
        Taking { before: Some(before), slot }
    }

    /// What is lacking for a move from a quarter of an hour on 1 April, which the hour holds.
    fn moved(to: Slot, spent: &[Spent]) -> Option<(Shortfall, u32)> {
        let taking = from(at("04-01T13:00", 15), to);
        taking.lack(&an_hour(), spent).map(|lack| (lack.why, lack.minutes))
    }

    #[test]
    fn a_session_that_leaves_the_dates_or_the_amount_lacks_what_a_new_one_would() {
        let outside = Some((Shortfall::OutsideDates, 15));
        assert_eq!(moved(at("04-05T13:00", 15), &[]), outside);
        assert_eq!(moved(at("04-02T13:00", 15), &[]), None);
        // 60 × 4 / 7 = 34 minutes lie in the new year, 60 × 3 / 7 = 26 in the old one.
        assert_eq!(moved(at("04-01T13:00", 40), &[]), Some((Shortfall::Beyond, 6)));
        assert_eq!(moved(at("03-31T13:00", 40), &[]), Some((Shortfall::Beyond, 14)));
        let nobody = from(at("04-01T13:00", 15), at("04-02T13:00", 15));
        assert_eq!(nobody.lack(&[], &[]).map(|lack| lack.why), Some(Shortfall::NoAllocation));
    }

    #[test]
    fn what_it_took_before_it_may_take_on_another_day_of_a_year_that_others_have_filled() {
        let day = |text: &str| text.parse().unwrap();
        let full = |on: &str| Spent { on: day(on), minutes: 60, standing: Standing::Planned };
        let taken = [full("2027-04-03"), full("2027-03-30")];
        assert_eq!(moved(at("04-02T13:00", 15), &taken), None);
        assert_eq!(moved(at("04-02T13:00", 20), &taken), Some((Shortfall::Beyond, 20)));
        assert_eq!(moved(at("03-31T13:00", 15), &taken), Some((Shortfall::Beyond, 15)));
        let new = Taking::newly(at("04-02T13:00", 15)).lack(&an_hour(), &taken);
        assert_eq!(new.map(|lack| lack.why), Some(Shortfall::Beyond));
    }

    #[test]
    fn another_hour_and_a_shorter_session_take_nothing_anew() {
        let before = at("05-04T13:00", 60);
        for after in [before, at("05-04T15:00", 60), at("05-04T13:00", 45)] {
            assert!(!from(before, after).is_anew());
            assert_eq!(from(before, after).lack(&an_hour(), &[]), None);
        }
        for after in [at("05-05T13:00", 60), at("05-05T13:00", 45), at("05-04T13:00", 61)] {
            assert!(from(before, after).is_anew());
        }
        assert!(!from(before, at("05-05T13:00", 45)).takes_more());
        assert!(from(before, at("03-05T13:00", 45)).takes_more(), "of another year");
        assert!(Taking::newly(before).is_anew() && Taking::newly(before).takes_more());
    }
}

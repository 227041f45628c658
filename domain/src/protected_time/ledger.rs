//! What was promised, planned, delivered and lost in a period, in minutes.

use super::EntryKind;
use super::allocation::Allocation;
use crate::dates::Period;
use crate::sessions::times::Slot;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// How time stands: ahead, over, or lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    Planned,
    Delivered,
    Lost,
}

/// Time that is taken on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    pub on: NaiveDate,
    pub minutes: u32,
    pub standing: Standing,
}

impl Spent {
    /// What a scheduled session takes of the time of each who leads it: its minutes, on the day it starts. It has been
    /// delivered once it is over.
    pub fn by_session(slot: Slot, now: NaiveDateTime) -> Self {
        let standing = if slot.ends() <= now { Standing::Delivered } else { Standing::Planned };
        Self { on: slot.starts.date(), minutes: slot.minutes, standing }
    }

    /// What an entry takes; none for what only gives a reason, or takes another entry back. What was planned has been
    /// delivered once its day has come, like a session that took place.
    pub fn by_entry(
        kind: EntryKind,
        on: NaiveDate,
        minutes: u32,
        today: NaiveDate,
    ) -> Option<Self> {
        let standing = match kind {
            EntryKind::Used if on > today => Standing::Planned,
            EntryKind::Used => Standing::Delivered,
            EntryKind::Lost => Standing::Lost,
            EntryKind::Outside | EntryKind::TakenBack => return None,
        };
        Some(Self { on, minutes, standing })
    }
}

/// What a period comes to, in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub allocated: u32,
    pub planned: u32,
    pub delivered: u32,
    pub lost: u32,
}

impl Totals {
    /// What was promised and used in a period with a first and a last day. A week’s minutes are spread over its seven days;
    /// the sum is rounded once, half up.
    pub fn of(allocations: &[Allocation], spent: &[Spent], period: Period) -> Self {
        let sevenths: u64 = allocations
            .iter()
            .map(|one| u64::from(one.amount.minutes) * days_shared(one.held, period))
            .sum();
        let mut totals = Self { allocated: ((sevenths * 2 + 7) / 14) as u32, ..Self::default() };
        for one in spent.iter().filter(|one| period.contains(one.on)) {
            let sum = match one.standing {
                Standing::Planned => &mut totals.planned,
                Standing::Delivered => &mut totals.delivered,
                Standing::Lost => &mut totals.lost,
            };
            *sum = sum.saturating_add(one.minutes);
        }
        totals
    }

    /// What is taken already, ahead or over or lost.
    pub const fn taken(&self) -> u32 {
        self.planned.saturating_add(self.delivered).saturating_add(self.lost)
    }

    /// What is left to plan; none where more is taken.
    pub const fn left(&self) -> u32 {
        self.allocated.saturating_sub(self.taken())
    }

    /// By how much more is taken than was promised.
    pub const fn beyond(&self) -> u32 {
        self.taken().saturating_sub(self.allocated)
    }
}

/// How many days of a bounded period lie in another.
fn days_shared(held: Period, period: Period) -> u64 {
    let first = held.from.max(period.from);
    let last = match (held.to, period.to) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    let (Some(first), Some(last)) = (first, last) else { return 0 };
    u64::try_from(last.signed_duration_since(first).num_days() + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AllocationId, PersonId};
    use crate::protected_time::TimeUnit;
    use crate::protected_time::amount::Amount;
    use crate::years::Year;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period::new(Some(day(from)), Some(day(to)))
    }

    fn promised(minutes: u32, from: &str, to: Option<&str>) -> Allocation {
        Allocation {
            id: AllocationId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            held: Period::new(Some(day(from)), to.map(day)),
            amount: Amount { unit: TimeUnit::Hours, minutes },
            source: String::new(),
            agreed_by: String::new(),
        }
    }

    fn spent(on: &str, minutes: u32, standing: Standing) -> Spent {
        Spent { on: day(on), minutes, standing }
    }

    #[test]
    fn a_week_has_what_is_promised_a_week_and_a_day_a_seventh_of_it() {
        let pa = [promised(240, "2026-04-01", None)];
        let allocated = |from, to| Totals::of(&pa, &[], period(from, to)).allocated;
        assert_eq!(allocated("2026-04-06", "2026-04-12"), 240);
        // 240 / 7 = 34.29, and twice that 68.57.
        assert_eq!(allocated("2026-04-01", "2026-04-01"), 34);
        assert_eq!(allocated("2026-04-01", "2026-04-02"), 69);
        // 365 days: 240 × 365 / 7 = 12,514.29.
        let year = Year::of(day("2026-04-01")).period();
        assert_eq!(Totals::of(&pa, &[], year).allocated, 12_514);
    }

    #[test]
    fn only_the_days_on_which_it_holds_count_and_several_add_up() {
        let both = [
            promised(70, "2026-04-01", Some("2026-04-10")),
            promised(140, "2026-04-10", Some("2026-04-11")),
            promised(7_000, "2026-05-01", None),
        ];
        // 10 a day for 10 days, and 20 a day for 2.
        assert_eq!(Totals::of(&both, &[], period("2026-04-01", "2026-04-30")).allocated, 140);
    }

    #[test]
    fn what_is_planned_delivered_and_lost_is_taken_and_the_rest_is_left() {
        let spent = [
            spent("2026-04-02", 60, Standing::Planned),
            spent("2026-04-03", 30, Standing::Delivered),
            spent("2026-04-04", 20, Standing::Lost),
            spent("2026-05-01", 500, Standing::Delivered),
        ];
        let week = [promised(240, "2026-04-01", Some("2026-04-07"))];
        let totals = Totals::of(&week, &spent, period("2026-04-01", "2026-04-30"));
        assert_eq!((totals.planned, totals.delivered, totals.lost), (60, 30, 20));
        assert_eq!((totals.taken(), totals.left(), totals.beyond()), (110, 130, 0));
        let less = [promised(100, "2026-04-01", Some("2026-04-07"))];
        let totals = Totals::of(&less, &spent, period("2026-04-01", "2026-04-30"));
        assert_eq!((totals.left(), totals.beyond()), (0, 10));
    }

    #[test]
    fn time_is_delivered_once_it_is_over_and_a_reason_takes_none() {
        let slot = Slot { starts: "2026-05-04T13:00:00".parse().unwrap(), minutes: 90 };
        let at = |now: &str| Spent::by_session(slot, now.parse().unwrap()).standing;
        assert_eq!(at("2026-05-04T14:29:00"), Standing::Planned);
        assert_eq!(at("2026-05-04T14:30:00"), Standing::Delivered);
        let entry = |kind, on| {
            let spent = Spent::by_entry(kind, day(on), 30, day("2026-05-04"));
            spent.map(|spent| spent.standing)
        };
        assert_eq!(entry(EntryKind::Used, "2026-05-05"), Some(Standing::Planned));
        assert_eq!(entry(EntryKind::Used, "2026-05-04"), Some(Standing::Delivered));
        assert_eq!(entry(EntryKind::Lost, "2026-05-04"), Some(Standing::Lost));
        assert_eq!(entry(EntryKind::Outside, "2026-05-04"), None);
        assert_eq!(entry(EntryKind::TakenBack, "2026-05-04"), None);
    }

    proptest! {
        #[test]
        fn months_come_to_the_year_within_a_minute_each(
            minutes in 1_u32..3_000,
            begins in 0_i64..700,
            days in 0_i64..700,
        ) {
            let from = crate::dates::days_after(day("2025-06-01"), begins);
            let to = crate::dates::days_after(from, days);
            let allocation = [Allocation {
                held: Period::new(Some(from), Some(to)),
                ..promised(minutes, "2026-04-01", None)
            }];
            let year = Year::of(day("2026-04-01"));
            let whole = i64::from(Totals::of(&allocation, &[], year.period()).allocated);
            let months: i64 = year
                .months()
                .iter()
                .map(|month| i64::from(Totals::of(&allocation, &[], *month).allocated))
                .sum();
            prop_assert!((whole - months).abs() <= 6, "{whole} {months}");
        }
    }
}

//! A reason stands as it was given; what has become of its session since is read from the session as it is now.

use super::Shortfall;
use super::allocation::Allocation;
use crate::dates::{spoken, spoken_minutes};
use crate::sessions::times::Slot;
use chrono::NaiveDate;

/// What the ledger holds of a session that protected time did not cover: how it stood when it was scheduled or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    pub why: Shortfall,
    pub on: NaiveDate,
    /// The minutes that were not covered.
    pub minutes: u32,
}

impl Stood {
    /// What has become of it since: `moved to 8 December 2026, now 15 minutes`; none where all of it is so still. `now` is when
    /// the session is, and none where it was cancelled; the allocations are those of whom the reason is about.
    pub fn since(self, now: Option<Slot>, allocations: &[Allocation]) -> Option<String> {
        let Some(now) = now else { return Some("cancelled".to_owned()) };
        let day = now.starts.date();
        let moved = (day != self.on).then(|| format!("moved to {}", spoken(day)));
        let lasts = self.lasts_otherwise(now.minutes);
        let lasts = lasts.then(|| format!("now {}", spoken_minutes(now.minutes)));
        let promised = self.takes_all() && allocations.iter().any(|one| one.held.contains(day));
        let promised = promised.then(|| "protected time is recorded for its day".to_owned());
        let all: Vec<String> = [moved, lasts, promised].into_iter().flatten().collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// Whether none of the session was covered, and not only a part of it.
    fn takes_all(self) -> bool {
        self.why != Shortfall::Beyond
    }

    /// Of a part it is known only that the session was no shorter than that.
    fn lasts_otherwise(self, minutes: u32) -> bool {
        minutes < self.minutes || self.takes_all() && minutes != self.minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::ids::{AllocationId, PersonId};
    use crate::protected_time::TimeUnit;
    use crate::protected_time::amount::Amount;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(text: &str, minutes: u32) -> Slot {
        Slot { starts: day(text).and_hms_opt(13, 0, 0).unwrap(), minutes }
    }

    /// An hour for the first week of December.
    fn an_hour() -> [Allocation; 1] {
        [Allocation {
            id: AllocationId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            held: Period::new(Some(day("2026-12-01")), Some(day("2026-12-07"))),
            amount: Amount { unit: TimeUnit::Hours, minutes: 60 },
            source: String::new(),
            agreed_by: String::new(),
        }]
    }

    fn stood(why: Shortfall, minutes: u32) -> Stood {
        Stood { why, on: day("2026-12-01"), minutes }
    }

    #[test]
    fn what_is_so_still_is_marked_with_nothing() {
        for why in [Shortfall::NoAllocation, Shortfall::OutsideDates, Shortfall::Beyond] {
            assert_eq!(stood(why, 60).since(Some(on("2026-12-01", 60)), &[]), None);
        }
        // A part of a longer session, whose year had too little; that there is an allocation was so then.
        let part = stood(Shortfall::Beyond, 30);
        assert_eq!(part.since(Some(on("2026-12-01", 90)), &an_hour()), None);
    }

    #[test]
    fn cancelled_moved_and_shortened_are_told() {
        let all = stood(Shortfall::NoAllocation, 60);
        let told = |now: Option<Slot>| all.since(now, &[]).unwrap_or_default();
        assert_eq!(told(None), "cancelled");
        assert_eq!(told(Some(on("2026-12-08", 60))), "moved to 8 December 2026");
        assert_eq!(told(Some(on("2026-12-01", 90))), "now 1 hour 30 minutes");
        assert_eq!(told(Some(on("2026-12-08", 15))), "moved to 8 December 2026, now 15 minutes");
        let part = stood(Shortfall::Beyond, 30).since(Some(on("2026-12-01", 15)), &[]);
        assert_eq!(part.as_deref(), Some("now 15 minutes"));
    }

    #[test]
    fn time_that_was_given_since_is_told_for_the_day_on_which_the_session_is_now() {
        let told = |why, now| stood(why, 60).since(now, &an_hour());
        let given = Some("protected time is recorded for its day".to_owned());
        assert_eq!(told(Shortfall::NoAllocation, Some(on("2026-12-01", 60))), given);
        assert_eq!(told(Shortfall::OutsideDates, Some(on("2026-12-01", 60))), given);
        let after = Some("moved to 8 December 2026".to_owned());
        assert_eq!(told(Shortfall::NoAllocation, Some(on("2026-12-08", 60))), after);
    }
}

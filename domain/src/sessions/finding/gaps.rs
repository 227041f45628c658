//! Gaps that a session would help to close: who is asked for what it builds and does not hold it, in numbers that point at nobody.

use super::Around;
use crate::coverage::{Facts, Person};
use crate::requirements::Asked;
use crate::sessions::feedback::LEAST_SHOWN;
use crate::sessions::times::Slot;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The positions of the outcomes in which somebody has a gap at `day`: it is asked of them, they are not exempt, and no confirmed
/// level of theirs meets what the session intends, or what is asked where that is lower.
pub fn gaps(facts: &Facts, person: &Person, outcomes: &[Asked], day: NaiveDate) -> Vec<usize> {
    let asked = facts.asked_of(person, day);
    let has_gap = |outcome: &Asked| {
        let asked = asked.iter().find(|asked| asked.competency == outcome.competency);
        let of = facts.competencies.get(usize::from(outcome.competency));
        asked.zip(of).is_some_and(|(asked, of)| {
            let standing = person.standing_in(outcome.competency, of, day);
            !standing.exempt && !standing.meets(outcome.level.min(asked.level), day)
        })
    };
    let open = outcomes.iter().enumerate().filter(|(_, outcome)| has_gap(outcome));
    open.map(|(at, _)| at).collect()
}

impl Around<'_> {
    /// The positions of the outcomes in which some of those who could come have a gap, each with how many of them; without the number
    /// where it is below [`LEAST_SHOWN`]. Times are not ordered by it, or their order would tell what is not shown.
    pub fn gaps_at(&self, slot: Slot) -> Vec<(usize, Option<usize>)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for outcome in self.who_could_come(slot).flat_map(|person| &person.gaps) {
            *counts.entry(*outcome).or_default() += 1;
        }
        let told =
            |(outcome, count): (usize, usize)| (outcome, (count >= LEAST_SHOWN).then_some(count));
        counts.into_iter().map(told).collect()
    }
}

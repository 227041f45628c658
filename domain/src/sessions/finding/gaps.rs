//! Gaps that a session would help to close: who is asked for what it builds and does not hold it, in numbers that point at nobody.

use super::Around;
use crate::coverage::{Facts, Person};
use crate::organisations::TeamIndex;
use crate::requirements::Asked;
use crate::sessions::feedback::LEAST_SHOWN;
use crate::sessions::times::Slot;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The positions of the outcomes in which somebody has a gap at `day`: their posts in these teams ask it of them, they are not exempt,
/// and no confirmed level of theirs meets what the session intends, or what is asked where that is lower.
pub fn gaps(
    facts: &Facts,
    person: &Person,
    (outcomes, day): (&[Asked], NaiveDate),
    teams: impl Fn(TeamIndex) -> bool,
) -> Vec<usize> {
    let asked = facts.asked_in(person, day, teams);
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
    /// The positions of the outcomes in which [`LEAST_SHOWN`] or more of those who are free have a gap, each with how many. Of fewer
    /// nothing is said, nor whether there is anybody: beside how many could come, it would point at somebody. Times are not ordered by
    /// it, or their order would tell what is not shown.
    pub fn gaps_at(&self, slot: Slot) -> Vec<(usize, usize)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for outcome in self.not_taken(slot).flat_map(|person| &person.gaps) {
            *counts.entry(*outcome).or_default() += 1;
        }
        counts.retain(|_, count| *count >= LEAST_SHOWN);
        counts.into_iter().collect()
    }
}

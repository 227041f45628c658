//! How much of what is met was brought in: told by what the confirmed level of each requirement rests on.

use crate::coverage::{Facts, Person};
use crate::ids::JudgementSequence;
use crate::organisations::AreaIndex;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many requirements of people of the place are met at the day by judgements that were brought in from a file: those of whose
/// confirmed level at least one was.
pub fn imported(
    facts: &Facts,
    (place, day): (AreaIndex, NaiveDate),
    brought: &BTreeSet<JudgementSequence>,
) -> u32 {
    let places = &facts.places;
    let teams = places.teams.iter();
    let here: Vec<bool> =
        teams.map(|team| places.areas_of(team, day).any(|area| area == place)).collect();
    let of = |person: &Person| of_person((facts, person), (&here, day), brought);
    facts.people.iter().map(of).sum()
}

fn of_person(
    (facts, person): (&Facts, &Person),
    (here, day): (&[bool], NaiveDate),
    brought: &BTreeSet<JudgementSequence>,
) -> u32 {
    let mut many = 0;
    for asked in facts.asked_in(person, day, |team| here.get(team) == Some(&true)) {
        let at = asked.competency;
        let Some(competency) = facts.competencies.get(usize::from(at)) else { continue };
        let standing = person.standing_in(at, competency, day);
        let is_met = !standing.exempt && standing.meets(asked.level, day);
        let rests_on = || person.rests_on(at, competency, day);
        let is_brought = is_met && rests_on().iter().any(|said| brought.contains(&said.sequence));
        many += u32::from(is_brought);
    }
    many
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{JudgementKind, PostStatus};
    use crate::coverage::small_place::{day, person, post, role, said, small_place};
    use crate::standing::Event;

    /// Level 3, with its place in the order of recording.
    fn confirmed(competency: u16, sequence: i64) -> Event {
        Event { sequence, ..said(competency, JudgementKind::Confirmed, 3, "2026-01-01") }
    }

    #[test]
    fn what_is_met_by_a_brought_judgement_is_counted_and_nothing_else() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0)]);
        facts.roles = vec![role("N", "Nursing", &[(0, 2, true), (1, 4, false)])];
        let held = || vec![post(0, 0, "1".parse().unwrap(), PostStatus::Active)];
        // The first two meet A-1, one of them by a file; nobody meets A-2, though a file says 3 of it.
        facts.people = vec![
            person(1, held(), vec![confirmed(0, 1), confirmed(1, 2)]),
            person(2, held(), vec![confirmed(0, 3)]),
        ];
        let on = |day_of: &str, brought: &[i64]| {
            imported(&facts, (0, day(day_of)), &brought.iter().copied().collect())
        };
        assert_eq!(on("2026-03-31", &[1, 2]), 1);
        assert_eq!(on("2026-03-31", &[]), 0);
        assert_eq!(on("2027-03-31", &[1, 2, 3]), 0, "it has expired");
    }
}

//! What would count of somebody if all that is open and booked were confirmed.

use super::seats::Seats;
use crate::codes::JudgementKind;
use crate::coverage::facts::standing_from;
use crate::coverage::standings::Standings;
use crate::coverage::tally::Frame;
use crate::coverage::{Facts, Person};
use crate::frameworks::Level;
use crate::ids::JudgementSequence;
use crate::requirements::CompetencyIndex;
use crate::standing::{Event, Requested, Standing};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A confirmation that may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hoped {
    pub competency: CompetencyIndex,
    pub level: Level,
    pub day: NaiveDate,
}

/// Standings that differ from what is known, each with its competency.
type Others = Vec<(CompetencyIndex, Standing)>;

/// What is open and booked for one person, and where it would leave them on the day that a forecast looks at.
#[derive(Debug)]
pub(super) struct Hopes {
    /// The item of each open request.
    pub requests: Vec<usize>,
    /// The items of each seat, once for each seat.
    pub seats: Vec<usize>,
    /// With every request confirmed.
    confirmed: Others,
    /// And with what every seat may lead to.
    taught: Others,
}

impl Hopes {
    /// The hopes of whoever `known` has turned to, for the day of `then`; none where nothing is open or booked.
    pub fn of(then: &Frame<'_>, known: &Standings<'_>, seats: &Seats) -> Option<Self> {
        let (person, day, until) = (known.person(), known.day(), then.query.as_at);
        let hoped = |(competency, request): (CompetencyIndex, Requested)| {
            let level = request.level;
            Hoped { competency, level, day }
        };
        let requests: Vec<Hoped> = known.requested().map(hoped).collect();
        let seats: Vec<&[Hoped]> = seats.of_person(person.id, (day, until)).collect();
        if requests.is_empty() && seats.is_empty() {
            return None;
        }
        let item = |hoped: &Hoped| then.item_in_any(hoped.competency);
        let items_of = |seat: &&[Hoped]| seat.iter().filter_map(item).collect::<BTreeSet<_>>();
        let mut supposed = Supposed::of(then.facts, person, day);
        for hoped in &requests {
            supposed.confirm(*hoped);
        }
        let confirmed = supposed.standings(then.version, until);
        for hoped in seats.iter().copied().flatten() {
            supposed.confirm(*hoped);
        }
        Some(Self {
            requests: requests.iter().filter_map(item).collect(),
            seats: seats.iter().flat_map(items_of).collect(),
            confirmed,
            taught: supposed.standings(then.version, until),
        })
    }

    /// Where they would stand in a competency once every request is confirmed; none where that changes nothing.
    pub fn confirmed(&self, at: CompetencyIndex) -> Option<&Standing> {
        other(&self.confirmed, at)
    }

    /// The same once what every seat may lead to is confirmed too.
    pub fn taught(&self, at: CompetencyIndex) -> Option<&Standing> {
        other(&self.taught, at)
    }
}

fn other(others: &[(CompetencyIndex, Standing)], at: CompetencyIndex) -> Option<&Standing> {
    others.iter().find(|(competency, _)| *competency == at).map(|(_, standing)| standing)
}

/// What was said of somebody by a day, and what is supposed to be confirmed from then on. Nobody else's judgements are copied.
#[derive(Debug)]
struct Supposed<'a> {
    facts: &'a Facts,
    judgements: Vec<Event>,
    /// The competencies of what was added.
    added: Vec<CompetencyIndex>,
}

impl<'a> Supposed<'a> {
    fn of(facts: &'a Facts, person: &Person, day: NaiveDate) -> Self {
        let said = person.judgements.iter().filter(|event| event.day <= day);
        Self { facts, judgements: said.copied().collect(), added: Vec::new() }
    }

    /// Adds a confirmation only where it is higher than what the person then holds, or the same and later due (rules, section
    /// 4). What comes is given in the order of its days: what was added before is held then.
    fn confirm(&mut self, hoped: Hoped) {
        let before = self.held(hoped);
        let said = |event: &Event| (event.competency, event.day) <= (hoped.competency, hoped.day);
        let at = self.judgements.partition_point(said);
        self.judgements.insert(at, hoped.event());
        if self.held(hoped) > before {
            self.added.push(hoped.competency);
        } else {
            self.judgements.remove(at);
        }
    }

    /// What they hold where something is hoped, on its day: a higher level is more, and of one level what is later due. Nothing
    /// is the least.
    fn held(&self, hoped: Hoped) -> Option<(Level, NaiveDate)> {
        let of = self.facts.competencies.get(usize::from(hoped.competency))?;
        standing_from(&self.judgements, hoped.competency, of, hoped.day).held(hoped.day)
    }

    /// Where they would stand at a day in those competencies of a version in which what was added counts.
    fn standings(&self, version: usize, day: NaiveDate) -> Others {
        let mut others = Others::new();
        for (at, of) in (0..).zip(&self.facts.competencies) {
            let counts = |added: &CompetencyIndex| *added == at || of.carried.counts(*added);
            if of.version == version && self.added.iter().any(counts) {
                others.push((at, standing_from(&self.judgements, at, of, day)));
            }
        }
        others
    }
}

impl Hoped {
    /// As it would be recorded: after all that is.
    const fn event(self) -> Event {
        Event {
            competency: self.competency,
            kind: JudgementKind::Confirmed,
            level: Some(self.level),
            day: self.day,
            original: None,
            sequence: JudgementSequence::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::{day, person, said, small_place};
    use crate::standing::Confirmed;
    use JudgementKind::{Accepted, Confirmed as Confirm, Recognised, Revoked};

    /// One competency, asked again after 12 months.
    fn facts() -> Facts {
        small_place(["T1", "T2"], &[("A-1", 12, 0)])
    }

    fn level(number: u8) -> Level {
        Level::try_from(number).unwrap()
    }

    /// The level and due date at the end of 2026, after what is hoped is added to what was said by 1 June.
    fn after(judgements: Vec<Event>, hoped: &[(u8, &str)]) -> Option<(u8, String)> {
        let facts = facts();
        let who = person(1, vec![], judgements);
        let mut supposed = Supposed::of(&facts, &who, day("2026-06-01"));
        for &(number, on) in hoped {
            supposed.confirm(Hoped { competency: 0, level: level(number), day: day(on) });
        }
        let end = day("2026-12-31");
        let now = standing_from(&supposed.judgements, 0, &facts.competencies[0], end);
        let changed = supposed.standings(0, end);
        assert!(changed.iter().all(|(at, standing)| *at == 0 && *standing == now));
        assert_eq!(changed.is_empty(), supposed.added.is_empty());
        match now.confirmed {
            Confirmed::At { level, due_on, .. } => Some((level.number(), due_on.to_string())),
            Confirmed::Never | Confirmed::Revoked => None,
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "compared with what may be none")]
    fn is(number: u8, due_on: &str) -> Option<(u8, String)> {
        Some((number, due_on.to_owned()))
    }

    #[test]
    fn what_is_higher_than_what_is_held_counts_and_what_is_lower_does_not() {
        let held = || vec![said(0, Confirm, 3, "2026-01-10")];
        assert_eq!(after(held(), &[(4, "2026-07-01")]), is(4, "2027-07-01"));
        assert_eq!(after(held(), &[(2, "2026-07-01")]), is(3, "2027-01-10"));
    }

    #[test]
    fn the_same_level_counts_where_it_is_later_due() {
        let held = || vec![said(0, Confirm, 3, "2026-01-10")];
        assert_eq!(after(held(), &[(3, "2026-07-01")]), is(3, "2027-07-01"));
        // Confirmed that very day already, it is due on the same day.
        let same = vec![said(0, Confirm, 3, "2026-06-01")];
        assert_eq!(after(same, &[(3, "2026-06-01")]), is(3, "2027-06-01"));
        // Recognised and accepted levels are due earlier than one that is confirmed now.
        let recognised = vec![said(0, Recognised, 3, "2026-05-01")];
        assert_eq!(after(recognised, &[(3, "2026-06-01")]), is(3, "2027-06-01"));
        let original = Some(day("2025-12-01"));
        let accepted = vec![Event { original, ..said(0, Accepted, 3, "2026-05-01") }];
        assert_eq!(after(accepted, &[(3, "2026-06-01")]), is(3, "2027-06-01"));
    }

    #[test]
    fn what_has_run_out_by_then_or_was_revoked_is_not_held() {
        let runs_out = || vec![said(0, Confirm, 4, "2025-06-30")];
        // Due on 30 June: on that day 4 is still held, the day after nothing is.
        assert_eq!(after(runs_out(), &[(2, "2026-06-30")]), is(4, "2026-06-30"));
        assert_eq!(after(runs_out(), &[(2, "2026-07-01")]), is(2, "2027-07-01"));
        let revoked = vec![said(0, Confirm, 4, "2026-01-10"), said(0, Revoked, 0, "2026-02-10")];
        assert_eq!(after(revoked, &[(1, "2026-07-01")]), is(1, "2027-07-01"));
    }

    #[test]
    fn what_was_hoped_before_is_held_then() {
        assert_eq!(after(vec![], &[(3, "2026-06-01"), (2, "2026-07-01")]), is(3, "2027-06-01"));
        assert_eq!(after(vec![], &[(2, "2026-06-01"), (3, "2026-07-01")]), is(3, "2027-07-01"));
        assert_eq!(after(vec![], &[(2, "2026-07-01"), (2, "2026-07-01")]), is(2, "2027-07-01"));
    }

    #[test]
    fn what_was_said_after_the_day_is_not_known() {
        let later = vec![said(0, Confirm, 4, "2026-06-02")];
        assert_eq!(after(later, &[]), None);
    }
}

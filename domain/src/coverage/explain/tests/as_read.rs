//! The worlds between two days as docs/decisions/explained_change.md reads, one person at a time and without haste, held against the
//! one walk.

use super::*;
use crate::codes::{JudgementKind, PostCategory, PostStatus};
use crate::coverage::Person;
use crate::frameworks::{Level, in_order, version_at};
use crate::people::{Post, Terms};
use crate::requirements::asked_at;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is counted of a figure in one world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub requirements: i32,
    pub met: i32,
    pub required: i32,
    pub fully_met: i32,
    pub self_assessed: i32,
}

/// How many parts have happened, counted in their order.
const LATE: usize = 1;
const JOINERS: usize = 2;
const LEAVERS: usize = 3;
const ABSENCES: usize = 4;
const MOVES: usize = 5;
const CONFIRMATIONS: usize = 6;
const EXPIRIES: usize = 7;
const REVOCATIONS: usize = 8;
const SELF: usize = 9;
const EXEMPTIONS: usize = 10;
const REQUIREMENTS: usize = 11;
const VERSIONS: usize = 12;
const ORGANISATIONS: usize = 13;

pub(super) struct Reading<'a> {
    pub facts: &'a Facts,
    pub figure: Figure<'a>,
    pub since: NaiveDate,
    /// How many parts have happened.
    pub happened: usize,
}

impl Reading<'_> {
    pub fn numbers(&self) -> Numbers {
        let mut numbers = Numbers::default();
        for who in &self.facts.people {
            let (mut all, mut met, mut by_self) = (0, 0, 0);
            let (day, version) = (self.current_on(), self.version());
            let heard = self.heard(who);
            for (competency, level) in self.asked(who) {
                let of = &self.facts.competencies[usize::from(competency)];
                assert_eq!(of.version, version);
                let stands = heard.standing_in(competency, of, self.until());
                if !stands.exempt {
                    all += 1;
                    met += i32::from(stands.current(day).is_some_and(|(held, _)| held >= level));
                    by_self += i32::from(stands.self_level >= Some(level));
                }
            }
            numbers.requirements += all;
            numbers.met += met;
            if self.figure.query.item == ItemKind::All {
                numbers.required += all;
                numbers.fully_met += met;
                numbers.self_assessed += by_self;
            } else if all > 0 {
                numbers.required += 1;
                numbers.fully_met += i32::from(met == all);
                numbers.self_assessed += i32::from(by_self == all);
            }
        }
        numbers
    }

    const fn until(&self) -> NaiveDate {
        self.figure.query.as_at
    }

    fn current_on(&self) -> NaiveDate {
        if self.happened >= EXPIRIES { self.until() } else { self.since }
    }

    fn version(&self) -> usize {
        let day = if self.happened >= VERSIONS { self.until() } else { self.since };
        version_at(&self.facts.versions, day).unwrap()
    }

    /// The day whose requirements are asked: of an earlier version at most its last.
    fn asked_on(&self) -> NaiveDate {
        if self.happened < REQUIREMENTS {
            return self.since;
        }
        let holds =
            |day: &NaiveDate| version_at(&self.facts.versions, *day) == Some(self.version());
        self.since.iter_days().take_while(|day| *day <= self.until()).filter(holds).last().unwrap()
    }

    fn asked(&self, who: &Person) -> BTreeMap<u16, Level> {
        let mut highest = BTreeMap::new();
        for terms in self.posts(who) {
            for asked in asked_at(&self.facts.roles[terms.role].requirements, self.asked_on()) {
                let of = &self.facts.competencies[usize::from(asked.competency)];
                let domain = &self.facts.domains[of.domain].code;
                let is_item = ["all", &*of.code, &**domain].contains(&self.figure.item_code);
                if of.version == self.version() && is_item {
                    let kept = highest.entry(asked.competency).or_insert(asked.level);
                    *kept = (*kept).max(asked.level);
                }
            }
        }
        highest
    }

    /// What is heard of somebody: of a later version, in the competency that became it alone.
    fn heard(&self, who: &Person) -> Person {
        let known = self.facts.recorded.known_at(self.since);
        let hears = |kind: JudgementKind| match kind {
            JudgementKind::Confirmed | JudgementKind::Recognised | JudgementKind::Accepted => {
                self.happened >= CONFIRMATIONS
            }
            JudgementKind::Revoked => self.happened >= REVOCATIONS,
            JudgementKind::SelfAssessment => self.happened >= SELF,
            _ => self.happened >= EXEMPTIONS,
        };
        let mut heard = Person { judgements: Vec::new(), ..who.clone() };
        for event in &who.judgements {
            let mut event = *event;
            if event.day <= self.since {
                let late = known.is_some_and(|known| !known.judgement(event.sequence));
                if late && self.happened < LATE {
                    continue;
                }
            } else if event.day > self.until() || !hears(event.kind) {
                continue;
            } else if self.happened < VERSIONS {
                event.competency = self.one_that_became(event.competency);
            }
            heard.judgements.push(event);
        }
        heard.judgements.sort_by_key(|event| (event.competency, event.day, event.sequence));
        heard
    }

    fn one_that_became(&self, now: u16) -> u16 {
        let order = in_order(&self.facts.versions);
        let place = |version: usize| order.iter().position(|at| *at == version);
        let of = &self.facts.competencies[usize::from(now)];
        let last = version_at(&self.facts.versions, self.until()).unwrap();
        if place(of.version) <= place(self.version()) || place(of.version) > place(last) {
            return now;
        }
        let mut old = (0..).zip(&self.facts.competencies);
        let became = |(at, old): &(u16, &crate::coverage::Competency)| {
            old.version == self.version() && of.carried.takes_questions_of(*at)
        };
        let Some((old, _)) = old.find(became) else { return now };
        let siblings = self.facts.competencies.iter().filter(|other| other.version == of.version);
        let alike = siblings.filter(|other| other.carried.takes_questions_of(old)).count();
        if alike == 1 { old } else { now }
    }

    /// The posts that count in the row.
    fn posts<'p>(&self, who: &'p Person) -> Vec<&'p Terms> {
        let was_here = who.posts.iter().any(|post| self.before(post).is_some());
        let is_here = who.posts.iter().any(|post| self.after(post).is_some());
        let mut counted = Vec::new();
        for post in &who.posts {
            let (before, after) = (self.before(post), self.after(post));
            let stays = was_here && is_here;
            let terms = if !was_here && is_here {
                after.filter(|_| self.happened >= JOINERS)
            } else if !is_here {
                before.filter(|_| self.happened < LEAVERS)
            } else if self.happened >= MOVES {
                after
            } else {
                before
            };
            let Some(terms) = terms else { continue };
            let mut is_at_work = terms.status == PostStatus::Active;
            if let (true, true, Some(after)) = (stays, self.happened >= ABSENCES, after) {
                is_at_work = after.status == PostStatus::Active;
            }
            let was_in_the_team = before.is_some_and(|before| before.team == terms.team);
            let late = self.happened >= ORGANISATIONS || !was_in_the_team;
            let day = if late { self.until() } else { self.since };
            let casual = matches!(terms.category, PostCategory::Bank | PostCategory::Locum);
            let team = &self.facts.places.teams[terms.team];
            let is_in_unit = match self.figure.unit {
                Unit::Team(at) => terms.team == at,
                Unit::Organisation(at) => team.organisation == at,
                Unit::Area(at) => self.facts.places.areas_of(team, day).any(|area| area == at),
                Unit::NamedGroup(_) => panic!("these places have no groups"),
            };
            let group = self.figure.query.group.map(|by| self.facts.roles[terms.role].group(by));
            let is_of_group = group.is_none_or(|group| group == self.figure.group);
            let is_counted = self.figure.query.include_bank || !casual;
            if is_at_work && is_counted && is_in_unit && is_of_group && team.open.contains(day) {
                counted.push(terms);
            }
        }
        counted
    }

    fn before<'p>(&self, post: &'p Post) -> Option<&'p Terms> {
        let terms = match self.facts.recorded.known_at(self.since) {
            Some(known) if self.happened < LATE => known.terms(post),
            _ => post.terms_at(self.since),
        };
        terms.filter(|t| post.held.contains(self.since) && t.status != PostStatus::Left)
    }

    fn after<'p>(&self, post: &'p Post) -> Option<&'p Terms> {
        let terms = post.terms_at(self.until())?;
        (post.held.contains(self.until()) && terms.status != PostStatus::Left).then_some(terms)
    }
}

//! Where one person stands in each competency at one date: looked up once, however many rows and queries ask.

use super::facts::{Competency, Facts, Person};
use crate::frameworks::version_at;
use crate::requirements::CompetencyIndex;
use crate::standing::{Standing, standing};
use chrono::NaiveDate;
use std::ops::Range;

/// The standings of the person who is being counted.
#[derive(Debug)]
pub(super) struct Standings<'a> {
    facts: &'a Facts,
    person: &'a Person,
    day: NaiveDate,
    known: Vec<Standing>,
    /// For a competency that no framework has.
    nothing: Standing,
    /// For each version, its competencies that take something over from earlier ones.
    carrying: Vec<Vec<CompetencyIndex>>,
    /// Where the judgements of each competency lie among those of the person, where something may be carried.
    spans: Vec<Range<usize>>,
}

impl<'a> Standings<'a> {
    /// Room for the standings of everybody in turn; `None` where there is nobody.
    pub fn new(facts: &'a Facts) -> Option<Self> {
        let person = facts.people.first()?;
        let known = vec![Standing::default(); facts.competencies.len()];
        let mut carrying = vec![Vec::new(); facts.versions.len()];
        for (at, competency) in (0..).zip(&facts.competencies) {
            let of_version = carrying.get_mut(competency.version);
            if let Some(carrying) = of_version.filter(|_| !competency.carried.is_nothing()) {
                carrying.push(at);
            }
        }
        let (day, nothing) = (NaiveDate::MIN, Standing::default());
        Some(Self { facts, person, day, known, nothing, carrying, spans: Vec::new() })
    }

    /// Turns to a person at a date; what is known of them at this date already stays known.
    pub fn turn_to(&mut self, person: &'a Person, day: NaiveDate) {
        if std::ptr::eq(self.person, person) && self.day == day {
            return;
        }
        (self.person, self.day) = (person, day);
        self.known.fill(Standing::default());
        // One walk over all of them, since a search for each competency would take most of the time of a figure.
        match self.carrying_at(day) {
            None => self.hear(|_| true),
            Some(version) => {
                self.note_spans();
                self.hear(|of| of.version == version && of.carried.is_nothing());
                self.carry(version);
            }
        }
    }

    /// The version at a day, where it takes something over from earlier ones.
    fn carrying_at(&self, day: NaiveDate) -> Option<usize> {
        if self.carrying.iter().all(Vec::is_empty) {
            return None;
        }
        let version = version_at(&self.facts.versions, day)?;
        self.carrying.get(version).filter(|carrying| !carrying.is_empty()).map(|_| version)
    }

    /// Works out the standings in those competencies that take nothing over.
    fn hear(&mut self, counts: impl Fn(&Competency) -> bool) {
        for of_one in self.person.judgements.chunk_by(|a, b| a.competency == b.competency) {
            let Some(at) = of_one.first().map(|event| usize::from(event.competency)) else {
                continue;
            };
            let (known, of) = (self.known.get_mut(at), self.facts.competencies.get(at));
            if let (Some(known), Some(of)) = (known, of.filter(|of| counts(of))) {
                *known = standing(of_one, of.refresh_months, self.day);
            }
        }
    }

    fn note_spans(&mut self) {
        self.spans.clear();
        self.spans.resize(self.known.len(), 0..0);
        let mut from = 0;
        for of_one in self.person.judgements.chunk_by(|a, b| a.competency == b.competency) {
            let to = from + of_one.len();
            let at = of_one.first().map(|event| usize::from(event.competency));
            if let Some(span) = at.and_then(|at| self.spans.get_mut(at)) {
                *span = from..to;
            }
            from = to;
        }
    }

    /// Works out the standings in the competencies of a version that take something over from earlier ones.
    fn carry(&mut self, version: usize) {
        let said = |at: CompetencyIndex| {
            let span = self.spans.get(usize::from(at)).cloned().unwrap_or(0..0);
            self.person.judgements.get(span).unwrap_or_default()
        };
        for &competency in self.carrying.get(version).into_iter().flatten() {
            let at = usize::from(competency);
            let (known, of) = (self.known.get_mut(at), self.facts.competencies.get(at));
            if let (Some(known), Some(of)) = (known, of) {
                *known = of.carried.standing(competency, of.refresh_months, &said, self.day);
            }
        }
    }

    pub const fn person(&self) -> &'a Person {
        self.person
    }

    pub fn of(&self, competency: CompetencyIndex) -> &Standing {
        self.known.get(usize::from(competency)).unwrap_or(&self.nothing)
    }
}

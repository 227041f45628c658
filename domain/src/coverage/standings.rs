//! Where one person stands in each competency at one date: looked up once, however many rows and queries ask.

use super::facts::{Facts, Person};
use crate::requirements::CompetencyIndex;
use crate::standing::{Standing, standing};
use chrono::NaiveDate;

/// The standings of the person who is being counted.
#[derive(Debug)]
pub(super) struct Standings<'a> {
    facts: &'a Facts,
    person: &'a Person,
    day: NaiveDate,
    known: Vec<Standing>,
    /// For a competency that no framework has.
    nothing: Standing,
}

impl<'a> Standings<'a> {
    /// Room for the standings of everybody in turn; `None` where there is nobody.
    pub fn new(facts: &'a Facts) -> Option<Self> {
        let person = facts.people.first()?;
        let known = vec![Standing::default(); facts.competencies.len()];
        Some(Self { facts, person, day: NaiveDate::MIN, known, nothing: Standing::default() })
    }

    /// Turns to a person at a date; what is known of them at this date already stays known.
    pub fn turn_to(&mut self, person: &'a Person, day: NaiveDate) {
        if std::ptr::eq(self.person, person) && self.day == day {
            return;
        }
        (self.person, self.day) = (person, day);
        self.known.fill(Standing::default());
        // One walk over all of them, since a search for each competency would take most of the time of a figure.
        for of_one in person.judgements.chunk_by(|a, b| a.competency == b.competency) {
            let Some(at) = of_one.first().map(|event| usize::from(event.competency)) else {
                continue;
            };
            let (known, of) = (self.known.get_mut(at), self.facts.competencies.get(at));
            if let (Some(known), Some(of)) = (known, of) {
                *known = standing(of_one, of.refresh_months, day);
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

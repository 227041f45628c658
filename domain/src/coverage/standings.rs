//! Where one person stands in each competency at one date: looked up once, however many rows and queries ask.

use super::facts::{Facts, Person};
use crate::requirements::CompetencyIndex;
use crate::standing::Standing;
use chrono::NaiveDate;

/// The standings of the person who is being counted.
#[derive(Debug)]
pub(super) struct Standings<'a> {
    facts: &'a Facts,
    person: &'a Person,
    day: NaiveDate,
    known: Vec<Option<Standing>>,
}

impl<'a> Standings<'a> {
    /// Room for the standings of everybody in turn; `None` where there is nobody.
    pub fn new(facts: &'a Facts) -> Option<Self> {
        let person = facts.people.first()?;
        let known = vec![None; facts.competencies.len()];
        Some(Self { facts, person, day: NaiveDate::MIN, known })
    }

    /// Turns to a person at a date; what is known of them at this date already stays known.
    pub fn turn_to(&mut self, person: &'a Person, day: NaiveDate) {
        if !std::ptr::eq(self.person, person) || self.day != day {
            (self.person, self.day) = (person, day);
            self.known.fill(None);
        }
    }

    pub const fn person(&self) -> &'a Person {
        self.person
    }

    pub fn of(&mut self, competency: CompetencyIndex) -> Standing {
        let at = usize::from(competency);
        let (Some(known), Some(of)) = (self.known.get_mut(at), self.facts.competencies.get(at))
        else {
            return Standing::default();
        };
        *known.get_or_insert_with(|| self.person.standing_in(competency, of, self.day))
    }
}

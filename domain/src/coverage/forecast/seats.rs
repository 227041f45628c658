//! Who has a seat in a session to come, and in what they may be confirmed after it.

use super::hopes::Hoped;
use crate::coverage::Facts;
use crate::ids::PersonId;
use crate::programmes::Outcome;
use crate::programmes::progress::asked_by;
use crate::sessions::format::Format;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A scheduled session, and who of those on record has a seat in it: booked or offered.
#[derive(Clone, Debug)]
pub struct Teaching {
    pub day: NaiveDate,
    pub format: Format,
    /// What it is meant to lead to, of whichever framework version it was chosen from.
    pub outcomes: Vec<Outcome>,
    pub people: Vec<PersonId>,
}

/// Everybody's seats.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    /// The earliest first: its day, and what may be confirmed after it.
    sessions: Vec<(NaiveDate, Vec<Hoped>)>,
    /// For each person, the positions of their sessions, in the same order.
    held: HashMap<PersonId, Vec<usize>>,
}

impl Seats {
    /// Every outcome may lead to a confirmation on the day of the session, in the framework version that holds then: at the
    /// lower of the intended level and the format's ceiling (rules, section 4).
    pub fn of(facts: &Facts, mut sessions: Vec<Teaching>) -> Self {
        sessions.sort_by_key(|session| session.day);
        let mut seats = Self::default();
        for (at, session) in sessions.iter().enumerate() {
            for person in &session.people {
                seats.held.entry(*person).or_default().push(at);
            }
            let day = session.day;
            let asked = asked_by(facts, &session.outcomes, day).into_iter();
            let hoped = asked.map(|asked| Hoped {
                competency: asked.competency,
                level: session.format.shows(asked.level),
                day,
            });
            seats.sessions.push((day, hoped.collect()));
        }
        seats
    }

    /// What somebody's seats after a day and up to another may lead to, seat by seat, the earliest first.
    pub(super) fn of_person(
        &self,
        person: PersonId,
        (after, until): (NaiveDate, NaiveDate),
    ) -> impl Iterator<Item = &[Hoped]> {
        let held = self.held.get(&person).into_iter().flatten();
        let sessions = held.filter_map(|at| self.sessions.get(*at));
        let ahead = sessions.filter(move |(day, _)| after < *day && *day <= until);
        ahead.map(|(_, hoped)| hoped.as_slice())
    }
}

//! A whole place, made but not yet loaded: the same for the same number of people, seed and day.

use super::hiring;
use super::history::History;
use super::people::{Person, monday};
use super::places::Places;
use super::set::Set;
use super::writing;
use chrono::NaiveDate;
use domain::dates::days_after;

/// How many days the sessions of the demonstration go back.
pub(super) const YEAR: i64 = 365;

pub(super) struct Plan {
    pub(super) set: Set,
    pub(super) places: Places,
    pub(super) people: Vec<Person>,
    pub(super) seed: u64,
    pub(super) today: NaiveDate,
}

impl Plan {
    pub(super) fn new(staff: u32, seed: u64, today: NaiveDate, set: Set) -> Self {
        let places = Places::new(staff, seed);
        let people = hiring::people(staff, seed, today, &places);
        Self { set, places, people, seed, today }
    }

    /// The Monday since when there are sessions.
    pub(super) fn since(&self) -> NaiveDate {
        monday(days_after(self.today, -YEAR))
    }

    pub(super) fn staff_file(&self) -> String {
        writing::staff_file(&self.people, &self.places)
    }

    /// The judgements, to be told file after file.
    pub(super) fn history(&self) -> History<'_> {
        History::new(self.seed, self.today, &self.set, &self.places, &self.people)
    }

    #[cfg(test)]
    pub(super) fn judgement_files(&self) -> impl Iterator<Item = String> {
        let mut history = self.history();
        std::iter::from_fn(move || history.next_file())
    }
}

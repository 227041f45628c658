//! Two years of judgements, told day by day: what people say of themselves, what assessors confirm, what lapses.

mod asking; // what is still to be asked
mod assessors; // who confirms whom
mod course; // what somebody sets out to do
mod deciding; // what assessors do with a request
mod evidence; // what a confirmation rests on
mod pace; // how fast and how far people come
mod scripts; // the people whose pages are looked at first
mod steps; // what happens on a day
mod tasks; // what is going to happen

pub(super) use asking::Asking;

use super::files::File;
use super::people::{HISTORY_DAYS, Person};
use super::places::Places;
use super::random::{Part, Random};
use super::set::Set;
use assessors::Assessors;
use chrono::{Datelike, NaiveDate, Weekday};
use domain::dates::days_after;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use tasks::{Standing, Step, Task};

const COLUMNS: [&str; 8] = [
    "employee_number",
    "competency_code",
    "kind",
    "made_on",
    "level",
    "by_employee_number",
    "evidence",
    "note",
];
/// Until when those who are away today took part.
const AWAY_SINCE: i32 = HISTORY_DAYS as i32 - 130;
/// How many rows one file has at most: the memory stays flat however many people there are.
const ROWS: usize = 500_000;

pub(super) struct History<'a> {
    set: &'a Set,
    places: &'a Places,
    people: &'a [Person],
    random: Random,
    today: NaiveDate,
    first_day: NaiveDate,
    /// By person, then competency.
    standings: Vec<Standing>,
    queue: BinaryHeap<Reverse<Task>>,
    arranged: u32,
    assessors: Assessors,
    file: File,
}

impl<'a> History<'a> {
    pub(super) fn new(
        seed: u64,
        today: NaiveDate,
        set: &'a Set,
        places: &'a Places,
        people: &'a [Person],
    ) -> Self {
        let mut history = Self {
            set,
            places,
            people,
            random: Random::new(seed, Part::History),
            today,
            first_day: days_after(today, -HISTORY_DAYS),
            standings: vec![Standing::default(); people.len() * set.competencies.len()],
            queue: BinaryHeap::new(),
            arranged: 0,
            assessors: Assessors::new(people, places),
            file: File::new(&COLUMNS),
        };
        history.courses();
        history
    }

    /// The next file of judgements; none when all is told.
    pub(super) fn next_file(&mut self) -> Option<String> {
        while self.file.rows < ROWS
            && let Some(Reverse(task)) = self.queue.pop()
        {
            self.happens(task);
        }
        let file = std::mem::replace(&mut self.file, File::new(&COLUMNS));
        (file.rows > 0).then(|| file.into_text())
    }

    /// Arranges a step for the working day on or before `day`, though not before now. What would come after today, or
    /// outside the person's post, does not happen.
    fn arrange(&mut self, day: i32, now: Task, step: Step) {
        let day = self.working_day(day).max(now.day);
        if i64::from(day) <= HISTORY_DAYS && self.takes_part_on(now.person, day) {
            self.arranged += 1;
            self.queue.push(Reverse(Task { day, arranged: self.arranged, step, ..now }));
        }
    }

    fn takes_part_on(&self, person: usize, day: i32) -> bool {
        let post = self.people.get(person).and_then(|p| p.posts.first());
        post.is_some_and(|post| {
            let last = if post.away { AWAY_SINCE } else { self.day_of(post.leaving) };
            self.day_of(Some(post.start)) <= day && day <= last
        })
    }

    /// The day of a date; far away for none.
    fn day_of(&self, date: Option<NaiveDate>) -> i32 {
        date.map_or(i32::MAX, |date| (date - self.first_day).num_days() as i32)
    }

    fn date(&self, day: i32) -> NaiveDate {
        days_after(self.first_day, i64::from(day))
    }

    fn working_day(&self, day: i32) -> i32 {
        match self.date(day).weekday() {
            Weekday::Sat => day - 1,
            Weekday::Sun => day - 2,
            _ => day,
        }
    }

    fn standing(&self, person: usize, competency: usize) -> Standing {
        self.standings.get(self.position(person, competency)).copied().unwrap_or_default()
    }

    fn stands(&mut self, task: Task, standing: Standing) {
        let at = self.position(task.person, task.competency);
        if let Some(place) = self.standings.get_mut(at) {
            *place = standing;
        }
    }

    fn position(&self, person: usize, competency: usize) -> usize {
        person * self.set.competencies.len() + competency
    }
}

#[cfg(test)]
mod tests;

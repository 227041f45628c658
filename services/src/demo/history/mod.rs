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
pub(super) use assessors::at_work;

use super::files::File;
use super::people::{HISTORY_DAYS, Person, monday};
use super::places::{Places, Strength};
use super::random::{Part, Random};
use super::set::Set;
use assessors::Assessors;
use chrono::{Datelike, NaiveDate, Weekday};
use domain::dates::days_after;
use std::collections::VecDeque;
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
/// How long ago those who are away today last took part.
const AWAY_SINCE_DAYS: i32 = 130;
/// How long ago the teams that stopped did so: before the end of March, whenever in November it is loaded.
const FADED_SINCE_DAYS: i32 = 245;
/// How many rows one file has at most: the memory stays flat however many people there are.
const ROWS: usize = 500_000;

pub(super) struct History<'a> {
    set: &'a Set,
    places: &'a Places,
    people: &'a [Person],
    random: Random,
    today: NaiveDate,
    /// A Monday, from which days are counted.
    first_day: NaiveDate,
    /// How far each person has come.
    strengths: Vec<Strength>,
    /// By person, then competency.
    standings: Vec<Standing>,
    /// What is arranged for each day from the first to today.
    days: Vec<VecDeque<Task>>,
    /// The day that is being told.
    day: usize,
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
        let first_day = monday(days_after(today, -HISTORY_DAYS));
        let days = (today - first_day).num_days() as usize + 1;
        let mut history = Self {
            set,
            places,
            people,
            random: Random::new(seed, Part::History),
            today,
            first_day,
            strengths: people.iter().map(|person| course::strength(person, places)).collect(),
            standings: vec![Standing::default(); people.len() * set.competencies.len()],
            days: vec![VecDeque::new(); days],
            day: 0,
            assessors: Assessors::new(people, places),
            file: File::new(&COLUMNS),
        };
        history.courses();
        history
    }

    /// The next file of judgements; none when all is told.
    pub(super) fn next_file(&mut self) -> Option<String> {
        while self.file.rows < ROWS
            && let Some(task) = self.next_task()
        {
            self.happens(task);
        }
        let file = std::mem::replace(&mut self.file, File::new(&COLUMNS));
        (file.rows > 0).then(|| file.into_text())
    }

    fn next_task(&mut self) -> Option<Task> {
        loop {
            if let Some(task) = self.days.get_mut(self.day)?.pop_front() {
                return Some(task);
            }
            self.day += 1;
        }
    }

    /// Arranges a step for the working day on or before `day`, though not before now. What would come after today, or
    /// outside the person's post, does not happen.
    fn arrange(&mut self, day: i32, now: Task, step: Step) {
        let day = self.working_day(day).max(now.day);
        let takes_part = self.takes_part_on(now.person, day);
        if let Some(tasks) = self.days.get_mut(day as usize).filter(|_| takes_part) {
            tasks.push_back(Task { day, step, ..now });
        }
    }

    fn takes_part_on(&self, person: usize, day: i32) -> bool {
        let post = self.people.get(person).and_then(|p| p.posts.first());
        post.is_some_and(|post| {
            let away_since = self.days_ago(AWAY_SINCE_DAYS);
            let last = if post.away { away_since } else { self.day_of(post.leaving) };
            let last = match self.strength(person) {
                Strength::Faded => last.min(self.days_ago(FADED_SINCE_DAYS)),
                _ => last,
            };
            self.day_of(Some(post.start)) <= day && day <= last
        })
    }

    /// The day of a date; far away for none.
    fn day_of(&self, date: Option<NaiveDate>) -> i32 {
        date.map_or(i32::MAX, |date| (date - self.first_day).num_days() as i32)
    }

    fn days_ago(&self, days: i32) -> i32 {
        self.day_of(Some(self.today)) - days
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

//! How far the audience of each row has come: a person in two teams counts in each of them, and once in any wider row.

use super::Audience;
use super::progress::{Course, StepState, StepsDone};
use super::taken::Taking;
use crate::coverage::Facts;
use crate::organisations::TeamIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far the audience of one row has come. Exact figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Come {
    /// Everybody of the audience.
    pub people: u32,
    /// Those who have done every step that asks something of them.
    pub whole: u32,
    /// For each step, those who have done it, of those it asks something of.
    pub steps: Vec<StepCount>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepCount {
    pub done: u32,
    pub of: u32,
    /// Those who came to the whole of a session that ran it, and those who came for a part only; whether or not it asks something
    /// of them.
    pub attended: u32,
    pub begun: u32,
}

impl Come {
    /// Counts a person who stands in the steps like this, and took them like that.
    pub fn add(&mut self, states: &[StepState], taken: &[Option<Taking>]) {
        self.people += 1;
        self.whole += u32::from(StepsDone::of(states).is_whole());
        self.steps.resize(states.len(), StepCount::default());
        for (count, state) in self.steps.iter_mut().zip(states) {
            count.done += u32::from(*state == StepState::Done);
            count.of += u32::from(*state != StepState::NothingAsked);
        }
        for (count, taken) in self.steps.iter_mut().zip(taken) {
            count.attended += u32::from(*taken == Some(Taking::Attended));
            count.begun += u32::from(*taken == Some(Taking::Begun));
        }
    }
}

/// Everybody of the audience at `day`, counted in the rows in which their teams count.
pub fn count<R: Ord>(
    facts: &Facts,
    audience: &Audience,
    course: &Course,
    day: NaiveDate,
    row_of: impl Fn(TeamIndex) -> Option<R>,
) -> BTreeMap<R, Come> {
    let mut rows: BTreeMap<R, Come> = BTreeMap::new();
    for person in &facts.people {
        let teams = audience.teams_of(facts, person, day);
        let counted: BTreeSet<R> = teams.into_iter().filter_map(&row_of).collect();
        if counted.is_empty() {
            continue;
        }
        let (states, taken) = (course.states(facts, person), course.taken_by(person.id));
        for row in counted {
            rows.entry(row).or_default().add(&states, &taken);
        }
    }
    rows
}

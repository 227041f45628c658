//! How far the audience of each row has come: a person in two teams counts in each of them, and once in any wider row.

use super::Audience;
use super::progress::{Course, StepState, StepsDone};
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
}

impl Come {
    /// Counts a person who stands in the steps like this.
    pub fn add(&mut self, states: &[StepState]) {
        self.people += 1;
        self.whole += u32::from(StepsDone::of(states).is_whole());
        self.steps.resize(states.len(), StepCount::default());
        for (count, state) in self.steps.iter_mut().zip(states) {
            count.done += u32::from(*state == StepState::Done);
            count.of += u32::from(*state != StepState::NothingAsked);
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
        let states = course.states(facts, person);
        for row in counted {
            rows.entry(row).or_default().add(&states);
        }
    }
    rows
}

//! How much mental health input teams have on a day, beside what they are to have: for a team, an area or an organisation, and for a
//! return. Posts, WTE and teams are not people counted by competence, so the disclosure rule does not bind them (rules, section 6).

use super::{Input, Said};
use crate::codes::InputKind;
use crate::coverage::{Facts, Query, Unit, row_of_team};
use crate::fte::{Fte, two_decimals};
use crate::ids::TeamId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// The input of one open team on a day, or of several together. WTE are millionths, so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputSum {
    pub teams: u32,
    /// Those to which somebody comes.
    pub with_input: u32,
    /// Rows by which somebody comes, and how many of them do not say for how much of their time.
    pub comes: u32,
    pub unrecorded: u32,
    /// What comes, as far as that is recorded.
    pub actual: i64,
    /// Rows with a target, and how many of them do not say what comes of it.
    pub targets: u32,
    pub unknown: u32,
    pub target: i64,
    /// What is missing to the targets, each by itself: what one row has above its own makes up for no other.
    pub short: i64,
}

impl InputSum {
    /// One team with its rows of a day.
    pub fn of_team<'a>(rows: impl IntoIterator<Item = &'a Input>) -> Self {
        let rows = rows.into_iter().filter(|row| row.says.kind != InputKind::None);
        let sum = rows.map(|row| Self::of_row(&row.says)).fold(Self::default(), Self::and);
        Self { teams: 1, with_input: u32::from(sum.comes > 0), ..sum }
    }

    fn of_row(says: &Said) -> Self {
        let actual = if says.is_vacant() { Some(0) } else { says.wte.map(Fte::millionths) };
        let target = says.target_wte.map(Fte::millionths);
        let short = target.zip(actual).map(|(target, actual)| (target - actual).max(0));
        Self {
            comes: u32::from(says.somebody_comes()),
            unrecorded: u32::from(actual.is_none()),
            actual: actual.unwrap_or_default(),
            targets: u32::from(target.is_some()),
            unknown: u32::from(target.is_some() && actual.is_none()),
            target: target.unwrap_or_default(),
            short: short.unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            teams: self.teams + other.teams,
            with_input: self.with_input + other.with_input,
            comes: self.comes + other.comes,
            unrecorded: self.unrecorded + other.unrecorded,
            actual: self.actual + other.actual,
            targets: self.targets + other.targets,
            unknown: self.unknown + other.unknown,
            target: self.target + other.target,
            short: self.short + other.short,
        }
    }

    /// The order in which teams need a look: those to which nobody comes, then those that are furthest below their targets.
    pub const fn rank(&self) -> (bool, Reverse<i64>) {
        (self.with_input > 0, Reverse(self.short))
    }

    /// The target as people read it: `0.80`.
    pub fn target_words(&self) -> String {
        if self.targets == 0 { "None set".to_owned() } else { two_decimals(self.target) }
    }

    /// What comes: `0.50`, and how many do not say how much.
    pub fn actual_words(&self) -> String {
        match (self.unrecorded, two_decimals(self.actual)) {
            (0, recorded) => recorded,
            (unrecorded, _) if unrecorded == self.comes => "Not recorded".to_owned(),
            (unrecorded, recorded) => format!("{recorded}, and {unrecorded} not recorded"),
        }
    }

    /// What is missing to the targets: `0.30 short`.
    pub fn gap_words(&self) -> String {
        let short = format!("{} short", two_decimals(self.short));
        match (self.targets, self.short, self.unknown) {
            (0, ..) => "No target".to_owned(),
            (_, 0, 0) => "Target met".to_owned(),
            (_, 0, _) => "Not known".to_owned(),
            (_, _, 0) => short,
            (_, _, unknown) => format!("{short}, and {unknown} not known"),
        }
    }
}

/// The rows of each team that hold on a day, the nearest kind first, as its [links](super::links).
pub fn held_on(inputs: &[Input], day: NaiveDate) -> HashMap<TeamId, Vec<&Input>> {
    let mut of_teams: HashMap<TeamId, Vec<&Input>> = HashMap::new();
    for input in inputs.iter().filter(|input| input.held.contains(day)) {
        of_teams.entry(input.team).or_default().push(input);
    }
    for rows in of_teams.values_mut() {
        rows.sort_by_key(|input| (input.says.kind, input.held.from, input.id));
    }
    of_teams
}

/// The sums of the teams that a question chooses and that are open on its day, in the row in which each is counted then. Its item and
/// group choose nothing. Each team is in one row, so rows add up, but for teams that are in none.
pub fn input_sums(facts: &Facts, query: &Query, inputs: &[Input]) -> BTreeMap<Unit, InputSum> {
    let of_teams = held_on(inputs, query.as_at);
    let mut sums: BTreeMap<Unit, InputSum> = BTreeMap::new();
    for (at, team) in facts.places.teams.iter().enumerate() {
        if !team.open.contains(query.as_at) {
            continue;
        }
        let Some(unit) = row_of_team(facts, query, at) else { continue };
        let own = InputSum::of_team(of_teams.get(&team.id).into_iter().flatten().copied());
        let sum = sums.entry(unit).or_default();
        *sum = sum.and(own);
    }
    sums
}

#[cfg(test)]
mod tests;

//! What the page of mental health input beside coverage shows: plain values that cross to the browser.

use super::sums::InputSum;
use super::views::InputLine;
use crate::coverage::ScopeKind;
use crate::coverage::cover::Verdict;
use crate::coverage::views::{Heading, Surroundings};
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The input of the teams of a unit, each beside its coverage and cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputTable {
    pub as_at: NaiveDate,
    /// Whether that day has still to come.
    pub is_future: bool,
    pub framework_version: Option<i32>,
    pub around: Surroundings,
    /// The domains that stand beside it: those of risk and emergencies that the framework of that day has.
    pub domains: Vec<Heading>,
    pub whole: InputSum,
    /// What the sums stand for, and what they could stand for; nothing where the unit is made of teams alone.
    pub parts_are: Option<ScopeKind>,
    pub parts_could_be: Vec<ScopeKind>,
    /// By name.
    pub parts: Vec<(Heading, InputSum)>,
    /// Those to which nobody comes first, then those that are furthest below their targets.
    pub rows: Paged<TeamInput>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamInput {
    pub team: Heading,
    pub sum: InputSum,
    /// By whom; none where nobody comes.
    pub lines: Vec<InputLine>,
    /// Whether it is said that nobody comes, rather than nothing said.
    pub says_none: bool,
    /// One for each domain.
    pub beside: Vec<Beside>,
}

/// What is said of a team in a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// How many requirements there are, and how many of them are met by confirmed level.
    pub asked: u32,
    pub met: u32,
    /// `None` where the team requires nothing of the domain.
    pub verdict: Option<Verdict>,
}

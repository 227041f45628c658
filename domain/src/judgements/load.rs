//! The load of a year: what confirming asks of assessors, what each way of confirming saves, and who is missing.
//!
//! The method, in the order in which it is worked out; the page says the same in plain words.
//!
//! 1. *Asked*: what the core requirements of everybody's posts will want confirmed in the 12 months from a day.
//! 2. *Sittings*: how few acts do it, and which of the ways of confirming saves how many.
//! 3. *Shared out*: each act goes to an assessor who may do it, nobody above the number that the lead chooses; what is
//!    left over says who is missing, and where.

mod asked; // what the year wants confirmed
pub mod forms; // what the lead chooses
mod shared; // acts among assessors
mod sittings; // acts, and what each way saves
pub mod views; // what pages, files and the command line show

pub use shared::Shared;
pub use sittings::{Sitting, Way};

use crate::coverage::Facts;
use crate::dates::{days_after, months_after};
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How far ahead the load looks, in months.
const MONTHS: u32 = 12;

/// What is planned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub day: NaiveDate,
    /// The acts a year that nobody shall exceed.
    pub most: u32,
    /// How many people one register confirms; an assumption until sessions are there.
    pub at_register: u32,
}

impl Plan {
    /// The last day that is looked at.
    pub fn until(&self) -> NaiveDate {
        days_after(months_after(self.day, MONTHS), -1)
    }
}

/// Somebody who assesses, as far as the load looks at them.
#[derive(Clone, Debug)]
pub struct Capacity {
    pub person: PersonId,
    /// The teams whose people they may confirm, by position.
    pub reaches: Vec<bool>,
    /// The competencies in which they may confirm, and up to which level.
    pub confirms: BTreeMap<CompetencyIndex, crate::frameworks::Level>,
}

/// The load of a year for some teams.
#[derive(Clone, Debug, Default)]
pub struct Load {
    pub sittings: Vec<Sitting>,
    pub shared: Shared,
    /// Requirements that nobody has said anything of yet, or below the level asked: they want no confirmation so far.
    pub not_ready: u32,
}

/// The load of the year from `plan.day` for everybody whose first post lies in one of the teams `counted`, shared out among
/// `assessors`.
pub fn load(facts: &Facts, plan: &Plan, counted: &[bool], assessors: &[Capacity]) -> Load {
    let in_scope = |team: TeamIndex| counted.get(team) == Some(&true);
    let mut asked = Vec::new();
    let mut not_ready = 0;
    for person in &facts.people {
        let home =
            facts.posts_in_scope(person, plan.day).map(|terms| (terms.team, terms.role)).next();
        let Some((team, role)) = home.filter(|(team, _)| in_scope(*team)) else { continue };
        let of_person = asked::of(facts, person, plan);
        not_ready += of_person.not_ready;
        asked.push(asked::OfPerson { team, role, ..of_person });
    }
    let sittings = sittings::sittings(facts, plan, &asked, assessors);
    let shared = shared::share(&sittings, assessors, plan.most);
    Load { sittings, shared, not_ready }
}

#[cfg(test)]
mod tests;

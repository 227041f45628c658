//! Who can still confirm what: for each competency that is asked, the assessors who may, and the teams that have none or one.

use crate::coverage::Facts;
use crate::dates::days_after;
use crate::frameworks::version_at;
use crate::judgements::load::Capacity;
use crate::organisations::TeamIndex;
use crate::requirements::{CompetencyIndex, asked_at};
use crate::standing::{Confirmed, DUE_SOON_DAYS, Standing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One competency, and who may confirm it in which team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub competency: CompetencyIndex,
    /// The teams whose people are asked it.
    pub asking: Vec<TeamIndex>,
    /// The assessors, by position, who may confirm it in one of them at least.
    pub by: Vec<usize>,
    pub nobody: Vec<TeamIndex>,
    /// Teams with one assessor, and who that is.
    pub one: Vec<(TeamIndex, usize)>,
}

/// Every competency that is core to a post in one of the teams `counted`, in the order of the framework.
pub fn reached(
    facts: &Facts,
    day: NaiveDate,
    counted: &[bool],
    assessors: &[Capacity],
) -> Vec<Reached> {
    let asking = asking(facts, day, counted);
    let of = |(competency, teams): (CompetencyIndex, BTreeSet<TeamIndex>)| {
        let may = |team: TeamIndex| -> Vec<usize> {
            let reaches = |one: &Capacity| {
                one.reaches.get(team) == Some(&true) && one.confirms.contains_key(&competency)
            };
            assessors.iter().enumerate().filter(|(_, one)| reaches(one)).map(|(at, _)| at).collect()
        };
        let mut all = Reached {
            competency,
            asking: teams.iter().copied().collect(),
            by: Vec::new(),
            nobody: Vec::new(),
            one: Vec::new(),
        };
        for team in teams {
            let by = may(team);
            match by.as_slice() {
                [] => all.nobody.push(team),
                [only] => all.one.push((team, *only)),
                _ => {}
            }
            all.by.extend(by);
        }
        all.by.sort_unstable();
        all.by.dedup();
        all
    };
    asking.into_iter().map(of).collect()
}

/// The teams in which somebody is asked each competency.
fn asking(
    facts: &Facts,
    day: NaiveDate,
    counted: &[bool],
) -> BTreeMap<CompetencyIndex, BTreeSet<TeamIndex>> {
    let version = version_at(&facts.versions, day);
    let posts = facts.people.iter().flat_map(|person| facts.posts_in_scope(person, day));
    let held: BTreeSet<(TeamIndex, usize)> = posts
        .filter(|terms| counted.get(terms.team) == Some(&true))
        .map(|terms| (terms.team, terms.role))
        .collect();
    let mut asking: BTreeMap<CompetencyIndex, BTreeSet<TeamIndex>> = BTreeMap::new();
    for (team, role) in held {
        let Some(role) = facts.roles.get(role) else { continue };
        for asked in asked_at(&role.requirements, day) {
            let of = facts.competencies.get(usize::from(asked.competency));
            if of.is_some_and(|of| Some(of.version) == version) {
                asking.entry(asked.competency).or_default().insert(team);
            }
        }
    }
    asking
}

/// Whether what an assessor holds falls due within 90 days, or has: then they should have it confirmed again.
pub fn lapses(standing: &Standing, day: NaiveDate) -> Option<NaiveDate> {
    match standing.confirmed {
        Confirmed::At { due_on, .. } if due_on <= days_after(day, DUE_SOON_DAYS) => Some(due_on),
        _ => None,
    }
}

/// A competency with who may confirm it, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmers {
    pub code: String,
    pub title: String,
    pub assessors: Vec<Confirmer>,
    /// How many teams ask it.
    pub teams: usize,
    /// The names of those where nobody may confirm it.
    pub nobody: Vec<String>,
    /// The names of those where only one may; for an assessor about herself, where only she may.
    pub one: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmer {
    pub name: String,
    /// The due date of their own confirmation, where that is within 90 days or past.
    pub lapses_on: Option<NaiveDate>,
}

/// What a page shows: of everybody for a workforce lead, of herself for an assessor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoConfirms {
    pub own: bool,
    pub competencies: Vec<Confirmers>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;
    use crate::frameworks::Level;

    #[test]
    fn what_an_assessor_holds_lapses_from_90_days_before_its_due_date() {
        let day: NaiveDate = "2026-06-01".parse().unwrap();
        let lapsing = |due_on: &str| {
            let (level, due_on) = (Level::PRACTISES_INDEPENDENTLY, due_on.parse().unwrap());
            let kind = JudgementKind::Confirmed;
            let confirmed = Confirmed::At { level, kind, made_on: day, due_on };
            lapses(&Standing { confirmed, ..Standing::default() }, day).is_some()
        };
        assert!(lapsing("2026-08-30") && lapsing("2026-03-03"));
        assert!(!lapsing("2026-08-31"));
        assert_eq!(lapses(&Standing::default(), day), None, "a founding assessor holds none");
    }
}

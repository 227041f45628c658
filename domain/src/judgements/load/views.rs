//! The load of a year as pages, files and the command line show it: figures that add up.

use super::{Load, Plan, Sitting, Way};
use crate::codes::AreaKind;
use crate::coverage::Facts;
use crate::organisations::TeamIndex;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Confirmations, and the acts that make them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub confirmations: u32,
    pub acts: u32,
}

impl Part {
    /// The acts that are saved against confirming one by one; never negative, because no act confirms nothing.
    pub const fn saved(&self) -> u32 {
        self.confirmations.saturating_sub(self.acts)
    }

    fn add(&mut self, sitting: &Sitting) {
        self.confirmations += sitting.confirmations();
        self.acts += 1;
    }
}

/// A year in figures. Every act is a lead's recognition, an assessor's, or left over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearLoad {
    pub day: NaiveDate,
    pub until: NaiveDate,
    pub most: u32,
    pub at_register: u32,
    pub all: Part,
    pub one_by_one: Part,
    pub reaffirmed: Part,
    pub recognised: Part,
    pub registered: Part,
    /// What nobody can do without exceeding the number.
    pub left: Part,
    pub not_ready: u32,
    pub assessors: Vec<AssessorLoad>,
    pub teams: Vec<TeamLoad>,
    pub missing: Vec<Missing>,
}

/// What is asked of one assessor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessorLoad {
    pub name: String,
    pub part: Part,
    /// How many competencies they may confirm.
    pub competencies: usize,
}

/// What the people of one team ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLoad {
    pub code: String,
    pub name: String,
    /// Confirmations of every way, and the acts of assessors.
    pub part: Part,
    /// Confirmations that recognition makes.
    pub recognised: u32,
    /// Acts that are left over.
    pub left: u32,
}

/// Assessors who are missing in one area for nobody to exceed the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub place: String,
    pub acts: u32,
    /// So many more, if each may confirm all that is listed.
    pub assessors: u32,
    pub competencies: Vec<MissingIn>,
}

/// How many of those who are missing must be able to confirm one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingIn {
    pub code: String,
    pub title: String,
    pub acts: u32,
    pub assessors: u32,
}

impl Load {
    /// The load in figures; `names` says how each assessor is called, and is asked by position.
    pub fn in_figures(
        &self,
        facts: &Facts,
        plan: &Plan,
        names: impl Fn(usize) -> (String, usize),
    ) -> YearLoad {
        let of_way = |way: Way| self.part(|sitting| sitting.way == way);
        YearLoad {
            day: plan.day,
            until: plan.until(),
            most: plan.most,
            at_register: plan.at_register,
            all: self.part(|_| true),
            one_by_one: of_way(Way::OneByOne),
            reaffirmed: of_way(Way::Reaffirmation),
            recognised: of_way(Way::Recognition),
            registered: of_way(Way::AtRegister),
            left: self.sum(&self.shared.left),
            not_ready: self.not_ready,
            assessors: self.assessors(names),
            teams: self.teams(facts),
            missing: self.missing(facts, plan),
        }
    }

    fn part(&self, fits: impl Fn(&Sitting) -> bool) -> Part {
        let mut part = Part::default();
        self.sittings.iter().filter(|sitting| fits(sitting)).for_each(|sitting| part.add(sitting));
        part
    }

    fn sum(&self, sittings: &[usize]) -> Part {
        let mut part = Part::default();
        let all = sittings.iter().filter_map(|at| self.sittings.get(*at));
        all.for_each(|sitting| part.add(sitting));
        part
    }

    /// Those with most to do first.
    fn assessors(&self, names: impl Fn(usize) -> (String, usize)) -> Vec<AssessorLoad> {
        let each = self.shared.by_assessor.iter().enumerate().map(|(at, sittings)| {
            let (name, competencies) = names(at);
            AssessorLoad { name, part: self.sum(sittings), competencies }
        });
        let mut each: Vec<AssessorLoad> = each.collect();
        each.sort_by(|a, b| (b.part.acts, &a.name).cmp(&(a.part.acts, &b.name)));
        each
    }

    /// Those who ask most first.
    fn teams(&self, facts: &Facts) -> Vec<TeamLoad> {
        let mut teams: BTreeMap<TeamIndex, TeamLoad> = BTreeMap::new();
        let mut of = |at: TeamIndex, change: &dyn Fn(&mut TeamLoad)| {
            change(teams.entry(at).or_insert_with(|| nothing_yet(facts, at)));
        };
        for sitting in &self.sittings {
            for (&team, &confirmations) in &sitting.confirms {
                let recognised = if sitting.way == Way::Recognition { confirmations } else { 0 };
                of(team, &|load| {
                    load.part.confirmations += confirmations;
                    load.recognised += recognised;
                });
            }
            if let Some(team) = sitting.team {
                of(team, &|load| load.part.acts += 1);
            }
        }
        for team in self.shared.left.iter().filter_map(|at| self.sittings.get(*at)?.team) {
            of(team, &|load| load.left += 1);
        }
        let mut teams: Vec<TeamLoad> = teams.into_values().collect();
        teams.sort_by(|a, b| (b.part.acts, &a.name).cmp(&(a.part.acts, &b.name)));
        teams
    }

    /// Where most are missing first.
    fn missing(&self, facts: &Facts, plan: &Plan) -> Vec<Missing> {
        let mut places: BTreeMap<String, Vec<&Sitting>> = BTreeMap::new();
        for sitting in self.shared.left.iter().filter_map(|at| self.sittings.get(*at)) {
            let place = sitting.team.map(|team| place_of(facts, team, plan.day));
            places.entry(place.unwrap_or_default()).or_default().push(sitting);
        }
        let missing = places.into_iter().map(|(place, sittings)| {
            let acts = sittings.len() as u32;
            let competencies = in_competencies(facts, plan, &sittings);
            Missing { place, acts, assessors: acts.div_ceil(plan.most.max(1)), competencies }
        });
        let mut missing: Vec<Missing> = missing.collect();
        missing.sort_by(|a, b| (b.acts, &a.place).cmp(&(a.acts, &b.place)));
        missing
    }
}

fn nothing_yet(facts: &Facts, team: TeamIndex) -> TeamLoad {
    let named = facts.places.teams.get(team);
    TeamLoad {
        code: named.map(|team| team.code.clone()).unwrap_or_default(),
        name: named.map(|team| team.name.clone()).unwrap_or_default(),
        part: Part::default(),
        recognised: 0,
        left: 0,
    }
}

/// The locality that a team belongs to, else the nearest area; without one, its organisation.
fn place_of(facts: &Facts, team: TeamIndex, day: NaiveDate) -> String {
    let places = &facts.places;
    let Some(team) = places.teams.get(team) else { return String::new() };
    let area =
        places.area_of_kind(team, AreaKind::Locality, day).or_else(|| places.home_of(team, day));
    let area = area.and_then(|at| places.areas.get(at)).map(|area| area.name.clone());
    let organisation = || places.organisations.get(team.organisation).map(|o| o.name.clone());
    area.or_else(organisation).unwrap_or_default()
}

/// A sitting that confirms several competencies needs somebody who may confirm each of them.
fn in_competencies(facts: &Facts, plan: &Plan, sittings: &[&Sitting]) -> Vec<MissingIn> {
    let mut acts: BTreeMap<CompetencyIndex, u32> = BTreeMap::new();
    for competency in sittings.iter().flat_map(|sitting| &sitting.competencies) {
        *acts.entry(*competency).or_default() += 1;
    }
    let missing = acts.into_iter().filter_map(|(at, acts)| {
        let competency = facts.competencies.get(usize::from(at))?;
        Some(MissingIn {
            code: competency.code.clone(),
            title: competency.title.clone(),
            acts,
            assessors: acts.div_ceil(plan.most.max(1)),
        })
    });
    let mut missing: Vec<MissingIn> = missing.collect();
    missing.sort_by(|a, b| (b.acts, &a.code).cmp(&(a.acts, &b.code)));
    missing
}

//! Which of several rules applies: one for the team before one for its care setting, of these the one for the nearest area; one for the
//! competency before one for its domain; of two for the same, the one that started later.

use super::rule::{Asks, Item, Rule, Whose};
use crate::coverage::Facts;
use crate::frameworks::version_at;
use crate::organisations::{AreaIndex, TeamIndex};
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What applies to one competency in one team.
#[derive(Clone, Copy, Debug)]
pub(super) struct Applied<'a> {
    pub asks: Asks,
    /// `None` where nobody wrote a rule.
    pub rule: Option<&'a Rule>,
}

/// What a rule is about, by position in the framework version of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Competency(CompetencyIndex),
    Domain(usize),
}

/// A rule that holds on the day and is about something there is.
#[derive(Clone, Copy, Debug)]
struct Candidate<'a> {
    rule: &'a Rule,
    about: About,
    /// Its place in the order of recording.
    recorded: usize,
}

/// The rules of one day.
#[derive(Debug)]
pub(super) struct InForce<'a> {
    facts: &'a Facts,
    day: NaiveDate,
    of_teams: BTreeMap<TeamIndex, Vec<Candidate<'a>>>,
    of_settings: Vec<Candidate<'a>>,
}

impl<'a> InForce<'a> {
    pub fn new(facts: &'a Facts, day: NaiveDate) -> Self {
        let (of_teams, of_settings) = (BTreeMap::new(), Vec::new());
        let mut all = Self { facts, day, of_teams, of_settings };
        let held = facts.cover_rules.iter().enumerate().filter(|(_, rule)| rule.held.contains(day));
        for (recorded, rule) in held {
            // A version without such a code knows nothing that the rule could be about.
            let Some(about) = all.about(&rule.item) else { continue };
            let candidate = Candidate { rule, about, recorded };
            match rule.whose {
                Whose::Team(team) => all.of_teams.entry(team).or_default().push(candidate),
                Whose::Setting { .. } => all.of_settings.push(candidate),
            }
        }
        all
    }

    fn about(&self, item: &Item) -> Option<About> {
        let version = version_at(&self.facts.versions, self.day)?;
        let all = (0..).zip(&self.facts.competencies);
        let mut of_version = all.filter(|(_, competency)| competency.version == version);
        match item {
            Item::Competency(code) => {
                let found = of_version.find(|(_, competency)| competency.code == *code);
                found.map(|(at, _)| About::Competency(at))
            }
            Item::Domain(code) => {
                let is_named =
                    |at: &usize| self.facts.domains.get(*at).is_some_and(|d| d.code == *code);
                of_version.map(|(_, c)| c.domain).find(is_named).map(About::Domain)
            }
        }
    }

    /// The rules of one team, the one that applies first of those that fit.
    pub fn of_team(&self, team: TeamIndex) -> OfTeam<'a> {
        let of_team = self.of_teams.get(&team).into_iter().flatten();
        let areas = self.areas_of(team);
        let near = |one: &Candidate<'a>| Some((self.nearness(one.rule, team, &areas)?, *one));
        let mut ranked: Vec<(usize, Candidate<'a>)> =
            of_team.chain(&self.of_settings).filter_map(near).collect();
        ranked.sort_by_key(|(nearness, one)| {
            let of_domain = matches!(one.about, About::Domain(_));
            (*nearness, of_domain, Reverse(one.rule.held.from), Reverse(one.recorded))
        });
        let ranked = ranked.into_iter().map(|(_, one)| one).collect();
        OfTeam { facts: self.facts, ranked }
    }

    fn areas_of(&self, team: TeamIndex) -> Vec<AreaIndex> {
        let places = &self.facts.places;
        let areas = places.teams.get(team).map(|team| places.areas_of(team, self.day).collect());
        areas.unwrap_or_default()
    }

    /// How far a rule is from a team whose areas are these, narrowest first; `None` where it is about others.
    fn nearness(&self, rule: &Rule, team: TeamIndex, areas: &[AreaIndex]) -> Option<usize> {
        match rule.whose {
            Whose::Team(of) => (of == team).then_some(0),
            Whose::Setting { setting, area } => {
                let known = self.facts.places.teams.get(team)?;
                match area {
                    _ if known.setting != setting => None,
                    None => Some(usize::MAX),
                    Some(area) => areas.iter().position(|at| *at == area).map(|steps| steps + 1),
                }
            }
        }
    }
}

/// The rules of one team on one day.
#[derive(Debug)]
pub(super) struct OfTeam<'a> {
    facts: &'a Facts,
    ranked: Vec<Candidate<'a>>,
}

impl<'a> OfTeam<'a> {
    pub fn of(&self, competency: CompetencyIndex) -> Applied<'a> {
        let domain = self.facts.competencies.get(usize::from(competency)).map(|c| c.domain);
        let fits = |one: &&Candidate<'a>| match one.about {
            About::Competency(at) => at == competency,
            About::Domain(at) => Some(at) == domain,
        };
        if let Some(first) = self.ranked.iter().find(fits) {
            return Applied { asks: first.rule.asks, rule: Some(first.rule) };
        }
        let code = domain.and_then(|at| self.facts.domains.get(at)).map_or("", |d| &*d.code);
        Applied { asks: Asks::by_default(code), rule: None }
    }
}

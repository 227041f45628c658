//! Who holds what in one team: each competency that it requires of an item, with the rule that applies and the people who make it so.

use super::heads::{Heads, Profession};
use super::pass::{Pass, Who, count_everybody};
use super::rule::{Item, Need, Rule};
use super::verdict::Verdict;
use crate::coverage::Facts;
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;

/// One competency that a team requires.
#[derive(Clone, Debug)]
pub struct CompetencyCover<'a> {
    pub competency: CompetencyIndex,
    pub need: Need,
    /// The rule that applies; `None` where nobody wrote one.
    pub rule: Option<&'a Rule>,
    pub verdict: Verdict,
    /// Those who hold it at the level or above, in the team first.
    pub holders: Vec<Holder<'a>>,
}

/// Somebody who holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    pub person: PersonId,
    pub level: Level,
    /// As which they count in this team.
    pub profession: Option<&'a str>,
    group: Profession,
    /// By an arrangement, without a post in the team.
    pub helps: bool,
    /// A single point of failure: if they left, the competency would not be covered.
    pub alone: bool,
}

impl CompetencyCover<'_> {
    /// Those who hold it, counted as the rule counts them.
    pub(super) fn heads(&self) -> Heads {
        let mut heads = Heads::default();
        for one in &self.holders {
            one.joins(&mut heads);
        }
        heads
    }
}

impl Holder<'_> {
    /// Counts them among others, also those of another day: professions stand in the same places on all days.
    pub(super) fn joins(&self, heads: &mut Heads) {
        heads.add(self.group, (u32::from(!self.helps), u32::from(self.helps)));
    }
}

/// The competencies of an item that a team requires at a date, in the order of the framework; none where it requires nothing of it.
pub fn detail<'a>(
    facts: &'a Facts,
    at: (NaiveDate, bool),
    team: TeamIndex,
    item: &Item,
) -> Vec<CompetencyCover<'a>> {
    let mut chosen = vec![false; facts.places.teams.len()];
    if let Some(chosen) = chosen.get_mut(team) {
        *chosen = true;
    }
    let mut passes = [Pass::new(facts, at, &chosen).map(Pass::naming)];
    count_everybody(facts, &mut passes);
    let [Some(pass)] = passes else { return Vec::new() };
    let mut covers = covers_of(&pass, team);
    covers.retain(|cover| is_of(facts, cover.competency, item));
    covers
}

/// Everything that a team requires, in the order of the framework, once everybody was counted by name.
pub(super) fn covers_of<'a>(pass: &Pass<'a>, team: TeamIndex) -> Vec<CompetencyCover<'a>> {
    let rules = pass.rules.of_team(team);
    let covers = pass.of_team(team).map(|(competency, required, who)| {
        let applied = rules.of(competency);
        let need = applied.asks.of_team(required);
        cover(pass, (competency, need, applied.rule), who)
    });
    covers.collect()
}

fn is_of(facts: &Facts, competency: CompetencyIndex, item: &Item) -> bool {
    let Some(competency) = facts.competencies.get(usize::from(competency)) else { return false };
    match item {
        Item::Competency(code) => competency.code == *code,
        Item::Domain(code) => {
            facts.domains.get(competency.domain).is_some_and(|domain| domain.code == *code)
        }
    }
}

fn cover<'a>(
    pass: &Pass<'a>,
    (competency, need, rule): (CompetencyIndex, Need, Option<&'a Rule>),
    who: &[Who],
) -> CompetencyCover<'a> {
    let hold: Vec<&Who> = who.iter().filter(|one| one.level >= need.level).collect();
    let mut heads = Heads::default();
    for one in &hold {
        heads.add(one.profession, (u32::from(one.own), u32::from(!one.own)));
    }
    let holder = |one: &&Who| Holder {
        person: one.person,
        level: one.level,
        profession: pass.profession(one.profession),
        group: one.profession,
        helps: !one.own,
        alone: heads.falls(need, one.profession),
    };
    let mut holders: Vec<Holder<'a>> = hold.iter().map(holder).collect();
    holders.sort_by_key(|holder| (holder.helps, holder.person));
    CompetencyCover { competency, need, rule, verdict: heads.verdict(need), holders }
}

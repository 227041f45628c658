//! Sittings: how few acts confirm what is wanted, and what each way of confirming saves.

use super::asked::{OfPerson, Wanted, Why};
use super::{Capacity, Plan};
use crate::coverage::Facts;
use crate::dates::days_after;
use crate::frameworks::Level;
use crate::judgements::recognising;
use crate::organisations::TeamIndex;
use crate::people::RoleIndex;
use crate::requirements::CompetencyIndex;
use crate::standing::DUE_SOON_DAYS;
use std::collections::{BTreeMap, BTreeSet};

/// How a sitting confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// One level of one person, on evidence of its own.
    OneByOne,
    /// All that falls due to one person within 90 days.
    Reaffirmation,
    /// What a registration shows, for everybody in a role, by a workforce lead.
    Recognition,
    /// Everybody who showed it in one session of the team, at level 2 at most.
    AtRegister,
}

/// The ESR staff groups whose members are on a professional register, which recognition can rest on.
const REGISTERED: [&str; 5] = [
    "Medical and Dental",
    "Nursing and Midwifery Registered",
    "Allied Health Professionals",
    "Additional Professional Scientific and Technical",
    "Healthcare Scientists",
];
/// The highest level that can be confirmed at a register.
const HIGHEST_AT_REGISTER: Level = Level::KNOWS_HOW;

/// One act, and what it confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub way: Way,
    /// The team of the people it is about; none where a lead recognises a whole role.
    pub team: Option<TeamIndex>,
    pub competencies: BTreeSet<CompetencyIndex>,
    /// Those who may do it, by position; nobody does a recognition but the lead.
    pub by: Vec<usize>,
    /// How many confirmations it makes, for each team.
    pub confirms: BTreeMap<TeamIndex, u32>,
}

impl Sitting {
    pub fn confirmations(&self) -> u32 {
        self.confirms.values().sum()
    }

    fn of_team(way: Way, team: TeamIndex, by: Vec<usize>) -> Self {
        Self { way, team: Some(team), competencies: BTreeSet::new(), by, confirms: BTreeMap::new() }
    }

    fn add(&mut self, team: TeamIndex, competency: CompetencyIndex) {
        self.competencies.insert(competency);
        *self.confirms.entry(team).or_default() += 1;
    }
}

/// Assessors, and which of them reach each team.
struct Assessors<'a> {
    all: &'a [Capacity],
    of_team: Vec<Vec<usize>>,
}

impl<'a> Assessors<'a> {
    fn new(facts: &Facts, all: &'a [Capacity]) -> Self {
        let reaching = |team: TeamIndex| {
            let reaches = |(_, one): &(usize, &Capacity)| one.reaches.get(team) == Some(&true);
            all.iter().enumerate().filter(reaches).map(|(at, _)| at).collect()
        };
        Self { all, of_team: (0..facts.places.teams.len()).map(reaching).collect() }
    }

    /// Those who reach the team, by position.
    fn of_team(&self, team: TeamIndex) -> &[usize] {
        self.of_team.get(team).map_or(&[], Vec::as_slice)
    }

    fn may_confirm(&self, who: usize, wanted: (CompetencyIndex, Level)) -> bool {
        let confirms = self.all.get(who).and_then(|one| one.confirms.get(&wanted.0));
        confirms.is_some_and(|most| wanted.1 <= *most)
    }

    /// Those who reach the team and may confirm all of this, by position.
    fn able(&self, team: TeamIndex, all: &[(CompetencyIndex, Level)]) -> Vec<usize> {
        let may = |who: &usize| all.iter().all(|wanted| self.may_confirm(*who, *wanted));
        self.of_team(team).iter().copied().filter(may).collect()
    }
}

/// The fewest sittings, by this method, that confirm all that is wanted.
pub fn sittings(
    facts: &Facts,
    plan: &Plan,
    asked: &[OfPerson],
    assessors: &[Capacity],
) -> Vec<Sitting> {
    let assessors = Assessors::new(facts, assessors);
    let registered = |role: RoleIndex| {
        let group = facts.roles.get(role).and_then(|role| role.esr_staff_group.as_deref());
        group.is_some_and(|group| REGISTERED.contains(&group))
    };
    let mut sittings = Vec::new();
    let mut recognised: BTreeMap<RoleIndex, Sitting> = BTreeMap::new();
    let mut at_register: BTreeMap<(TeamIndex, CompetencyIndex), u32> = BTreeMap::new();
    for person in asked {
        let team = person.team;
        let mut again: Vec<Wanted> = Vec::new();
        for wanted in &person.wanted {
            let what = (wanted.competency, wanted.level);
            let recognisable = wanted.why == Why::First
                && wanted.level <= recognising::HIGHEST
                && registered(person.role);
            if wanted.why == Why::Again {
                again.push(*wanted);
            } else if recognisable {
                let nobody =
                    Sitting { team: None, ..Sitting::of_team(Way::Recognition, team, Vec::new()) };
                recognised.entry(person.role).or_insert(nobody).add(team, wanted.competency);
            } else if wanted.level <= HIGHEST_AT_REGISTER {
                *at_register.entry((team, wanted.competency)).or_default() += 1;
            } else {
                let mut one = Sitting::of_team(Way::OneByOne, team, assessors.able(team, &[what]));
                one.add(team, wanted.competency);
                sittings.push(one);
            }
        }
        sittings.extend(reaffirmations(&assessors, team, again));
    }
    sittings.extend(recognised.into_values());
    for ((team, competency), people) in at_register {
        sittings.extend(registers(plan, &assessors, team, (competency, people)));
    }
    sittings
}

/// What falls due to a person within 90 days is confirmed again in one sitting, by an assessor who may confirm the most of
/// it; the rest by the next.
fn reaffirmations(
    assessors: &Assessors<'_>,
    team: TeamIndex,
    mut again: Vec<Wanted>,
) -> Vec<Sitting> {
    let mut sittings = Vec::new();
    while let Some(first) = again.first().copied() {
        let window = days_after(first.on, DUE_SOON_DAYS);
        let together: Vec<Wanted> = again.iter().filter(|w| w.on <= window).copied().collect();
        let of = |who: usize| -> Vec<Wanted> {
            let may = |w: &&Wanted| assessors.may_confirm(who, (w.competency, w.level));
            together.iter().filter(may).copied().collect()
        };
        let reaching = assessors.of_team(team).iter().rev();
        let most = reaching.map(|who| of(*who)).max_by_key(Vec::len).unwrap_or_default();
        // What nobody may confirm waits for one assessor who is missing.
        let taken = if most.is_empty() { together } else { most };
        let all: Vec<_> = taken.iter().map(|w| (w.competency, w.level)).collect();
        let by = assessors.able(team, &all);
        let mut sitting = Sitting::of_team(Way::Reaffirmation, team, by);
        // The same competency twice within 90 days takes two sittings.
        let mut done: Vec<Wanted> = Vec::new();
        for wanted in taken {
            if done.iter().all(|known| known.competency != wanted.competency) {
                sitting.add(team, wanted.competency);
                done.push(wanted);
            }
        }
        again.retain(|wanted| !done.contains(wanted));
        sittings.push(sitting);
    }
    sittings
}

/// The people of a team who have the same to show, in sessions of the team.
fn registers(
    plan: &Plan,
    assessors: &Assessors<'_>,
    team: TeamIndex,
    (competency, people): (CompetencyIndex, u32),
) -> Vec<Sitting> {
    let by = assessors.able(team, &[(competency, HIGHEST_AT_REGISTER)]);
    let size = plan.at_register.max(1);
    let sizes = (0..people.div_ceil(size)).map(|nth| size.min(people - nth * size));
    let register = |people| Sitting {
        competencies: BTreeSet::from([competency]),
        confirms: BTreeMap::from([(team, people)]),
        ..Sitting::of_team(Way::AtRegister, team, by.clone())
    };
    sizes.map(register).collect()
}

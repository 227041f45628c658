//! One pass over everybody: what each team requires at a date, and how many people of which professions hold it.

use super::heads::{Heads, Profession};
use super::in_force::{InForce, OfTeam};
use super::rule::Need;
use super::seats::{Seat, Seats};
use super::verdict::Verdict;
use crate::coverage::standings::Standings;
use crate::coverage::{Facts, GroupBy, Person};
use crate::frameworks::{Level, version_at};
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::people::Terms;
use crate::requirements::{Asked, CompetencyIndex, asked_at};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What stays the same for every person of a pass.
#[derive(Debug)]
struct Basis<'a> {
    seats: Seats<'a>,
    /// The position of the framework version that holds.
    version: usize,
    /// Its competencies, in order.
    competencies: Vec<CompetencyIndex>,
    /// What each role asks at the date, each with its position among those.
    asked: Vec<Vec<(usize, Asked)>>,
    professions: Vec<&'a str>,
    profession_of_role: Vec<Profession>,
    /// The teams that are counted, and where each stands among them.
    teams: Vec<TeamIndex>,
    row_of_team: Vec<Option<usize>>,
}

/// Somebody in a team who holds a competency; who they are is not kept.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// The position of the competency among those of the version.
    slot: u16,
    profession: Profession,
    level: Level,
    own: bool,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    pub person: PersonId,
    pub level: Level,
    pub profession: Profession,
    pub own: bool,
}

/// What is counted: a cell for each team and each competency, and for each team a list of those who hold any. People do not come in the
/// order of their teams: with a list in every cell, a pass would fetch twenty places from memory for each of them, and not one.
#[derive(Debug)]
pub(in crate::coverage) struct Pass<'a> {
    pub day: NaiveDate,
    /// What was said of people later than this is not known.
    known_on: NaiveDate,
    pub include_bank: bool,
    pub(super) rules: InForce<'a>,
    basis: Basis<'a>,
    /// The highest level that the team requires.
    required: Vec<Option<Level>>,
    held: Vec<Vec<Held>>,
    /// Who they are, cell by cell, where that is asked for.
    who: Option<Vec<Vec<Who>>>,
}

impl<'a> Basis<'a> {
    fn new(facts: &'a Facts, day: NaiveDate, include_bank: bool, chosen: &[bool]) -> Option<Self> {
        let version = version_at(&facts.versions, day)?;
        let of_version = (0..).zip(&facts.competencies).filter(|(_, c)| c.version == version);
        let competencies: Vec<CompetencyIndex> = of_version.map(|(at, _)| at).collect();
        if competencies.is_empty() {
            return None;
        }
        let placed =
            |asked: Asked| Some((competencies.binary_search(&asked.competency).ok()?, asked));
        let of_role = |requirements| asked_at(requirements, day).into_iter().filter_map(placed);
        let asked = facts.roles.iter().map(|role| of_role(&role.requirements).collect()).collect();
        let named = facts.roles.iter().map(|role| role.group(GroupBy::Profession));
        let professions: BTreeSet<&str> = named.clone().flatten().collect();
        let professions: Vec<&str> = professions.into_iter().collect();
        let position = |name| u16::try_from(professions.binary_search(&name).ok()?).ok();
        let profession_of_role = named.map(|name| name.and_then(position)).collect();
        let teams: Vec<TeamIndex> =
            chosen.iter().enumerate().filter(|(_, chosen)| **chosen).map(|(at, _)| at).collect();
        let mut row_of_team = vec![None; facts.places.teams.len()];
        for (row, team) in teams.iter().enumerate() {
            if let Some(known) = row_of_team.get_mut(*team) {
                *known = Some(row);
            }
        }
        let seats = Seats::new(facts, day, include_bank);
        Some(Self {
            seats,
            version,
            competencies,
            asked,
            professions,
            profession_of_role,
            teams,
            row_of_team,
        })
    }

    fn row(&self, team: TeamIndex) -> Option<usize> {
        *self.row_of_team.get(team)?
    }

    fn cell(&self, row: usize, slot: usize) -> usize {
        row * self.competencies.len() + slot
    }

    /// What a team must have in each competency, of which it requires these levels.
    fn needs(&self, rules: &OfTeam<'_>, required: &[Option<Level>]) -> Vec<Option<Need>> {
        let each = self.competencies.iter().zip(required.iter().copied());
        let need =
            each.map(|(competency, required)| Some(rules.of(*competency).asks.of_team(required?)));
        need.collect()
    }

    /// The rows in which somebody counts: with whether by a post there, and as which profession.
    fn places(&self, person: PersonId, posts: &[&Terms]) -> Vec<(usize, bool, Profession)> {
        let place = |seat: Seat| {
            let profession = self.profession_of_role.get(seat.role).copied().flatten();
            Some((self.row(seat.team)?, seat.own, profession))
        };
        self.seats.of(person, posts).into_iter().filter_map(place).collect()
    }
}

impl<'a> Pass<'a> {
    /// Room for what the chosen teams require and hold; `None` where no framework was ever published: then nothing is required.
    pub fn new(
        facts: &'a Facts,
        (day, include_bank): (NaiveDate, bool),
        chosen: &[bool],
    ) -> Option<Self> {
        let basis = Basis::new(facts, day, include_bank, chosen)?;
        let teams = basis.teams.len();
        let cells = teams * basis.competencies.len();
        Some(Self {
            day,
            known_on: day,
            include_bank,
            rules: InForce::new(facts, day),
            basis,
            required: vec![None; cells],
            held: vec![Vec::new(); teams],
            who: None,
        })
    }

    /// The same from what was said of people by a day. Where somebody stands does not depend on the day that is looked at, only
    /// whether that is current on it.
    #[must_use]
    pub(super) fn known_on(self, known_on: NaiveDate) -> Self {
        Self { known_on, ..self }
    }

    /// The same with a list of those who hold each competency.
    #[must_use]
    pub(super) fn naming(self) -> Self {
        Self { who: Some(vec![Vec::new(); self.required.len()]), ..self }
    }

    /// Adds what one person's posts require, and what they hold, to every team in which they count.
    pub fn count(&mut self, standings: &mut Standings<'a>, person: &'a Person) {
        let posts = self.basis.seats.posts(person);
        let places = self.basis.places(person.id, &posts);
        if places.is_empty() {
            return;
        }
        standings.turn_to(person, self.known_on, self.basis.version);
        self.require(standings, &posts);
        self.hold(standings, person.id, &places);
    }

    fn require(&mut self, standings: &Standings<'_>, posts: &[&Terms]) {
        for terms in posts {
            let Some(row) = self.basis.row(terms.team) else { continue };
            for (slot, asked) in self.basis.asked.get(terms.role).into_iter().flatten() {
                if standings.of(asked.competency).exempt {
                    continue;
                }
                if let Some(known) = self.required.get_mut(self.basis.cell(row, *slot)) {
                    *known = (*known).max(Some(asked.level));
                }
            }
        }
    }

    fn hold(
        &mut self,
        standings: &Standings<'_>,
        person: PersonId,
        places: &[(usize, bool, Profession)],
    ) {
        for (slot, competency) in (0..).zip(&self.basis.competencies) {
            let Some((level, _)) = standings.of(*competency).current(self.day) else { continue };
            for &(row, own, profession) in places {
                if let Some(held) = self.held.get_mut(row) {
                    held.push(Held { slot, profession, level, own });
                }
                let cell = self.basis.cell(row, usize::from(slot));
                if let Some(list) = self.who.as_mut().and_then(|who| who.get_mut(cell)) {
                    list.push(Who { person, level, profession, own });
                }
            }
        }
    }

    /// Adds what was counted of other people for the same teams, day and switch.
    pub fn add(&mut self, other: Self) {
        for (known, required) in self.required.iter_mut().zip(other.required) {
            *known = (*known).max(required);
        }
        for (known, held) in self.held.iter_mut().zip(other.held) {
            known.extend(held);
        }
        let others = other.who.into_iter().flatten();
        for (known, who) in self.who.iter_mut().flatten().zip(others) {
            known.extend(who);
        }
    }

    /// What is said of each team that was counted, once everybody has been.
    pub fn judge(self) -> Judged {
        let many = self.basis.competencies.len();
        let mut heads = vec![Heads::default(); many];
        let mut verdicts = Vec::with_capacity(self.required.len());
        let cells = self.required.chunks(many).zip(&self.held);
        for (team, (required, held)) in self.basis.teams.iter().zip(cells) {
            let needs = self.basis.needs(&self.rules.of_team(*team), required);
            fill(&mut heads, held, &needs);
            verdicts.extend(
                needs.iter().zip(&heads).map(|(need, heads)| Some(heads.verdict((*need)?))),
            );
        }
        let Basis { teams, competencies, .. } = self.basis;
        Judged { day: self.day, include_bank: self.include_bank, teams, competencies, verdicts }
    }

    /// The competencies that one counted team requires, each with the highest level that it requires, and with those who hold any where
    /// they are listed.
    pub(super) fn of_team(
        &self,
        team: TeamIndex,
    ) -> impl Iterator<Item = (CompetencyIndex, Level, &[Who])> {
        let row = self.basis.row(team);
        let slots = self.basis.competencies.iter().enumerate();
        slots.filter_map(move |(slot, competency)| {
            let cell = self.basis.cell(row?, slot);
            let required = (*self.required.get(cell)?)?;
            let who = self.who.as_ref().and_then(|who| who.get(cell));
            Some((*competency, required, who.map(Vec::as_slice).unwrap_or_default()))
        })
    }

    pub(super) fn profession(&self, profession: Profession) -> Option<&'a str> {
        self.basis.professions.get(usize::from(profession?)).copied()
    }
}

/// Counts everybody in each pass, one person after the other, so that what two passes ask of somebody is worked out once.
pub(super) fn count_everybody<'a>(facts: &'a Facts, passes: &mut [Option<Pass<'a>>]) {
    let Some(mut standings) = Standings::new(facts) else { return };
    for person in &facts.people {
        for pass in passes.iter_mut().flatten() {
            pass.count(&mut standings, person);
        }
    }
}

/// Counts those of a team who hold enough, competency by competency.
fn fill(heads: &mut [Heads], held: &[Held], needs: &[Option<Need>]) {
    heads.iter_mut().for_each(Heads::clear);
    for one in held {
        let slot = usize::from(one.slot);
        let need = needs.get(slot).copied().flatten();
        if let Some(heads) = heads.get_mut(slot)
            && need.is_some_and(|need| one.level >= need.level)
        {
            heads.add(one.profession, (u32::from(one.own), u32::from(!one.own)));
        }
    }
}

/// What is said of the teams of a pass.
#[derive(Debug)]
pub(in crate::coverage) struct Judged {
    pub day: NaiveDate,
    pub include_bank: bool,
    teams: Vec<TeamIndex>,
    competencies: Vec<CompetencyIndex>,
    /// For each team and competency; `None` where the team does not require it.
    verdicts: Vec<Option<Verdict>>,
}

impl Judged {
    /// Each team with what it requires.
    pub fn teams(
        &self,
    ) -> impl Iterator<Item = (TeamIndex, impl Iterator<Item = (CompetencyIndex, Verdict)>)> {
        let rows = self.verdicts.chunks(self.competencies.len().max(1));
        self.teams.iter().zip(rows).map(move |(team, verdicts)| {
            let each = self.competencies.iter().zip(verdicts);
            (*team, each.filter_map(|(competency, verdict)| Some((*competency, (*verdict)?))))
        })
    }
}

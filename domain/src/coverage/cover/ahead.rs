//! What becomes of the cover of each team by a later day, from what is known on an earlier one; what it lacks then, and because of whom.

use super::capable::{of_chosen, together};
use super::detail::{CompetencyCover, Holder, covers_of};
use super::pass::{Pass, count_everybody};
use super::rule::{Missing, Need};
use super::seats::Seats;
use super::verdict::Verdict;
use crate::coverage::{Facts, Person, Query};
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::people::Presence;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A team that requires something on either day, domain by domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamAhead {
    pub team: TeamIndex,
    /// By the code of the domain, whichever framework version has it.
    pub domains: BTreeMap<String, CoverAhead>,
}

/// The cover of a team in one domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverAhead {
    /// `None` where the team requires nothing of it on that day.
    pub today: Option<Verdict>,
    /// As at the later day, if nothing more is confirmed.
    pub then: Option<Verdict>,
    /// Why it changes for the worse; nothing where it does not.
    pub because: Vec<Because>,
    /// On what it hangs today and then, where it changes for the worse.
    pub hangs_today: Vec<Hang>,
    pub hangs_then: Vec<Hang>,
}

/// A competency that is covered, and would not be if any one of so many people left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hang {
    pub competency: CompetencyIndex,
    pub people: usize,
}

/// How cover changes for the worse, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CoverChange {
    /// Covered today, either way, and not then.
    Lost,
    /// Covered on both days, and only then so that it depends on one person.
    OnePerson,
}

/// One reason, with the competencies in which it counts: of the later day's framework, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    pub fails: Fails,
    /// Those who make it fail: if any one of them counted still, less would be missing, or less would hang on one person. Nobody where
    /// more is asked of the team, or its people count as fewer professions.
    pub of: Vec<Gone>,
    /// Those who count no more either, and with whom nothing would be better.
    pub also: Vec<Gone>,
    pub competencies: Vec<CompetencyIndex>,
}

/// What of the cover rule is not as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fails {
    /// So much of what is needed is missing.
    Missing(Missing, Need),
    /// Nothing is missing, and something would be without some one person.
    OnePerson,
}

/// Somebody who is enough for it today and counts no more, and why.
pub type Gone = (PersonId, Goes);

/// Why somebody counts no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goes {
    /// The last day on which their level is current.
    RunsOut(NaiveDate),
    Leaves,
    Away,
    /// They come to the team by an arrangement, and no more.
    ComesNoMore,
    /// What they hold is not that of a framework version that has begun by then.
    NotCarried,
}

impl CoverAhead {
    pub fn change(&self) -> Option<CoverChange> {
        let (today, then) = (self.today.filter(|today| today.is_capable())?, self.then?);
        if !then.is_capable() {
            return Some(CoverChange::Lost);
        }
        (then.one_person && !today.one_person).then_some(CoverChange::OnePerson)
    }
}

impl TeamAhead {
    fn changes(&self) -> bool {
        self.domains.values().any(|ahead| ahead.change().is_some())
    }
}

/// Every team that a query chooses, as at its day and as at a later one: posts, requirements, rules and arrangements as they are known
/// for each, and of what was said of people only what was said by the query's day. In two passes, the second over those teams alone
/// whose cover changes for the worse.
pub fn teams_ahead(facts: &Facts, query: &Query, until: NaiveDate) -> Vec<TeamAhead> {
    let later = Query { as_at: until, ..query.clone() };
    let then = of_chosen(facts, &later).map(|pass| pass.known_on(query.as_at));
    let mut passes = [of_chosen(facts, query), then];
    count_everybody(facts, &mut passes);
    let [today, then] = passes.map(|pass| by_team(facts, pass));
    let teams: BTreeSet<TeamIndex> = today.keys().chain(then.keys()).copied().collect();
    let both = |team: TeamIndex| {
        let [today, then] = [&today, &then].map(|teams| teams.get(&team));
        TeamAhead { team, domains: joined(today, then) }
    };
    let mut teams: Vec<TeamAhead> = teams.into_iter().map(both).collect();
    explain(facts, query, until, &mut teams);
    teams
}

type ByDomain<'a> = BTreeMap<&'a str, Verdict>;

fn by_team<'a>(facts: &'a Facts, pass: Option<Pass<'a>>) -> BTreeMap<TeamIndex, ByDomain<'a>> {
    let Some(pass) = pass else { return BTreeMap::new() };
    let judged = pass.judge();
    let teams = judged.teams().map(|(team, verdicts)| {
        (team, together(verdicts, |competency| domain_code(facts, competency)))
    });
    teams.filter(|(_, domains)| !domains.is_empty()).collect()
}

fn joined(
    today: Option<&ByDomain<'_>>,
    then: Option<&ByDomain<'_>>,
) -> BTreeMap<String, CoverAhead> {
    let mut domains: BTreeMap<String, CoverAhead> = BTreeMap::new();
    for (code, verdict) in today.into_iter().flatten() {
        domains.entry((*code).to_owned()).or_default().today = Some(*verdict);
    }
    for (code, verdict) in then.into_iter().flatten() {
        domains.entry((*code).to_owned()).or_default().then = Some(*verdict);
    }
    domains
}

fn domain_code(facts: &Facts, competency: CompetencyIndex) -> Option<&str> {
    let domain = facts.competencies.get(usize::from(competency))?.domain;
    facts.domains.get(domain).map(|domain| &*domain.code)
}

fn code(facts: &Facts, competency: CompetencyIndex) -> Option<&str> {
    facts.competencies.get(usize::from(competency)).map(|competency| &*competency.code)
}

/// Says of what changes for the worse because of whom.
fn explain(facts: &Facts, query: &Query, until: NaiveDate, teams: &mut [TeamAhead]) {
    let mut chosen = vec![false; facts.places.teams.len()];
    for team in teams.iter().filter(|team| team.changes()) {
        if let Some(chosen) = chosen.get_mut(team.team) {
            *chosen = true;
        }
    }
    if !chosen.contains(&true) {
        return;
    }
    let mut passes = [query.as_at, until].map(|day| {
        let pass = Pass::new(facts, (day, query.include_bank), &chosen);
        pass.map(|pass| pass.known_on(query.as_at).naming())
    });
    count_everybody(facts, &mut passes);
    let [Some(today), Some(then)] = passes else { return };
    let (day, include_bank) = (query.as_at, query.include_bank);
    let reasons =
        Reasons { facts, day, until, include_bank, then: Seats::new(facts, until, include_bank) };
    for team in teams.iter_mut().filter(|team| team.changes()) {
        let [before, after] = [&today, &then].map(|pass| covers_of(pass, team.team));
        for (domain, ahead) in &mut team.domains {
            let Some(change) = ahead.change() else { continue };
            let of_domain = |cover: &&CompetencyCover<'_>| {
                domain_code(facts, cover.competency) == Some(&**domain)
            };
            ahead.hangs_today = hangs(before.iter().filter(of_domain));
            ahead.hangs_then = hangs(after.iter().filter(of_domain));
            for cover in after.iter().filter(of_domain) {
                let same = |known: &&CompetencyCover<'_>| {
                    code(facts, known.competency) == code(facts, cover.competency)
                };
                let known = before.iter().find(same);
                if is_behind(change, known, cover) {
                    let because = reasons.of(change, team.team, (known, cover));
                    note(&mut ahead.because, because);
                }
            }
        }
    }
}

/// What hangs on some one person, in the order of the framework.
fn hangs<'c, 'f: 'c>(covers: impl Iterator<Item = &'c CompetencyCover<'f>>) -> Vec<Hang> {
    let hang = |cover: &CompetencyCover<'_>| Hang {
        competency: cover.competency,
        people: cover.holders.iter().filter(|holder| holder.alone).count(),
    };
    covers.filter(|cover| cover.verdict.one_person).map(hang).collect()
}

/// Whether a domain changes for the worse because of this competency.
fn is_behind(
    change: CoverChange,
    before: Option<&CompetencyCover<'_>>,
    after: &CompetencyCover<'_>,
) -> bool {
    match change {
        CoverChange::Lost => !after.verdict.is_capable(),
        CoverChange::OnePerson => {
            after.verdict.one_person && before.is_none_or(|known| !known.verdict.one_person)
        }
    }
}

/// Adds a reason: the same of several competencies is one.
fn note(known: &mut Vec<Because>, because: Because) {
    let same = |one: &&mut Because| {
        one.fails == because.fails && one.of == because.of && one.also == because.also
    };
    match known.iter_mut().find(same) {
        Some(one) => one.competencies.extend(because.competencies),
        None => known.push(because),
    }
}

/// What reasons are found from.
struct Reasons<'a> {
    facts: &'a Facts,
    day: NaiveDate,
    until: NaiveDate,
    include_bank: bool,
    /// Who counts where on the later day.
    then: Seats<'a>,
}

impl Reasons<'_> {
    /// Why one competency is not held as it was: what fails, and by whom of those who are enough for what is asked then, and are not
    /// among those who hold it then.
    fn of(
        &self,
        change: CoverChange,
        team: TeamIndex,
        (before, after): (Option<&CompetencyCover<'_>>, &CompetencyCover<'_>),
    ) -> Because {
        let stays = |one: &Holder<'_>| after.holders.iter().any(|left| left.person == one.person);
        let held = before
            .into_iter()
            .flat_map(|known| known.holders.iter().map(|one| (one, known.competency)));
        let gone = held.filter(|(one, _)| one.level >= after.need.level && !stays(one));
        let (need, left) = (after.need, after.heads());
        let helps = |one: &Holder<'_>| {
            let mut with = left.clone();
            one.joins(&mut with);
            match change {
                CoverChange::Lost => with.missing(need) != left.missing(need),
                CoverChange::OnePerson => with.alone(need) < left.alone(need),
            }
        };
        let (of, also): (Vec<_>, Vec<_>) = gone.partition(|(one, _)| helps(one));
        let named = |gone: Vec<(&Holder<'_>, CompetencyIndex)>| {
            gone.into_iter().map(|(one, at)| (one.person, self.goes(team, one, at))).collect()
        };
        let fails = match change {
            CoverChange::Lost => Fails::Missing(left.missing(need), need),
            CoverChange::OnePerson => Fails::OnePerson,
        };
        let competencies = vec![after.competency];
        Because { fails, of: named(of), also: named(also), competencies }
    }

    fn goes(&self, team: TeamIndex, one: &Holder<'_>, competency: CompetencyIndex) -> Goes {
        let Some(person) = self.facts.person(one.person) else { return Goes::Leaves };
        let posts = self.then.posts(person);
        if !self.then.of(person.id, &posts).iter().any(|seat| seat.team == team) {
            return self.gone(team, one.helps, person);
        }
        let of = self.facts.competencies.get(usize::from(competency));
        let held = of.map(|of| person.standing_in(competency, of, self.day));
        match held.and_then(|standing| standing.held(self.day)) {
            Some((_, last_day)) if last_day < self.until => Goes::RunsOut(last_day),
            _ => Goes::NotCarried,
        }
    }

    /// Why somebody counts in a team no more, whatever they hold.
    fn gone(&self, team: TeamIndex, helped: bool, person: &Person) -> Goes {
        let is_open = |team| self.facts.team_open(team, self.until);
        let is_away = |terms: Presence<'_>| matches!(terms, Presence::Away(at) if at.team == team);
        let mut posts = person.posts.iter();
        if helped {
            Goes::ComesNoMore
        } else if posts
            .any(|post| is_away(post.presence_at(self.until, self.include_bank, is_open)))
        {
            Goes::Away
        } else {
            Goes::Leaves
        }
    }
}

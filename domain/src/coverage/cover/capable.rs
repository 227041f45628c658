//! How many teams are covered, row by row of coverage; and each team, domain by domain.

use super::pass::{Judged, Pass, count_everybody};
use super::verdict::Verdict;
use crate::coverage::tally::Frame;
use crate::coverage::{Facts, Query, Unit, is_asked_about};
use crate::organisations::TeamIndex;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Teams of a row that require something of its item, and how many of them are covered in it, either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CapableTeams {
    pub capable: u32,
    pub teams: u32,
}

/// Whether a query asks for capable teams. Cover is of a team as a whole and of all that it requires of an item: of a group, or of
/// what is critical alone, nothing can be said.
fn asks(query: &Query) -> bool {
    query.capable_teams && query.group.is_none() && !query.critical_only
}

/// The passes that these queries need: one for each date and switch among those that ask, over the teams that any of them chooses.
pub(in crate::coverage) fn passes<'a: 'f, 'f>(
    facts: &'a Facts,
    frames: impl Iterator<Item = &'f Frame<'a>>,
) -> Vec<Pass<'a>> {
    let mut chosen: BTreeMap<(NaiveDate, bool), Vec<bool>> = BTreeMap::new();
    for frame in frames.filter(|frame| asks(frame.query)) {
        let key = (frame.query.as_at, frame.query.include_bank);
        let teams = chosen.entry(key).or_insert_with(|| vec![false; facts.places.teams.len()]);
        for (team, is_chosen) in teams.iter_mut().enumerate() {
            *is_chosen |= frame.unit(team).is_some();
        }
    }
    chosen.into_iter().filter_map(|(key, chosen)| Pass::new(facts, key, &chosen)).collect()
}

/// The capable teams of each row and item of a query; `None` where it does not ask for them.
pub(in crate::coverage) fn capable(
    frame: &Frame<'_>,
    judged: &[Judged],
) -> Option<BTreeMap<Unit, Vec<CapableTeams>>> {
    let of_query = |judged: &&Judged| {
        judged.day == frame.query.as_at && judged.include_bank == frame.query.include_bank
    };
    let judged = judged.iter().find(of_query).filter(|_| asks(frame.query))?;
    let mut rows: BTreeMap<Unit, Vec<CapableTeams>> = BTreeMap::new();
    for (team, verdicts) in judged.teams() {
        let Some(unit) = frame.unit(team) else { continue };
        let empty = || vec![CapableTeams::default(); frame.items()];
        let row = rows.entry(unit).or_insert_with(empty);
        for (item, verdict) in together(verdicts, |competency| frame.item_of(competency)) {
            if let Some(counted) = row.get_mut(item) {
                counted.teams += 1;
                counted.capable += u32::from(verdict.is_capable());
            }
        }
    }
    Some(rows)
}

/// The verdicts of one team, item by item: covered in an item only where it is covered in everything that it requires of it.
pub(super) fn together<K: Ord>(
    verdicts: impl Iterator<Item = (CompetencyIndex, Verdict)>,
    item_of: impl Fn(CompetencyIndex) -> Option<K>,
) -> BTreeMap<K, Verdict> {
    let mut items: BTreeMap<K, Verdict> = BTreeMap::new();
    for (competency, verdict) in verdicts {
        let Some(item) = item_of(competency) else { continue };
        items.entry(item).and_modify(|known| *known = known.and(verdict)).or_insert(verdict);
    }
    items
}

/// The pass over the teams that a query chooses, as at its day.
pub(super) fn of_chosen<'a>(facts: &'a Facts, query: &Query) -> Option<Pass<'a>> {
    let teams = 0..facts.places.teams.len();
    let chosen: Vec<bool> = teams.map(|team| is_asked_about(facts, query, team)).collect();
    Pass::new(facts, (query.as_at, query.include_bank), &chosen)
}

/// A team, with what is said of it in each domain of the version that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamCover {
    pub team: TeamIndex,
    /// In the order of [`Facts::domains_at`]; `None` where the team requires nothing of it.
    pub domains: Vec<Option<Verdict>>,
}

/// Every team that a query chooses and that requires something, in one pass over everybody. Its scope, item and group choose nothing.
pub fn teams_covered(facts: &Facts, query: &Query) -> Vec<TeamCover> {
    let mut passes = [of_chosen(facts, query)];
    count_everybody(facts, &mut passes);
    let [Some(pass)] = passes else { return Vec::new() };
    let columns = facts.domains_at(query.as_at);
    let domain_of = |at: CompetencyIndex| {
        facts.competencies.get(usize::from(at)).map(|competency| competency.domain)
    };
    let judged = pass.judge();
    let covers = judged.teams().filter_map(|(team, verdicts)| {
        let of = together(verdicts, domain_of);
        let domains = columns.iter().map(|domain| of.get(domain).copied()).collect();
        (!of.is_empty()).then_some(TeamCover { team, domains })
    });
    covers.collect()
}

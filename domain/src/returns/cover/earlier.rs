//! Cover beside that of an earlier return: whatever is subtracted from whatever leaves 3 teams at least, or none (rules, section 6:
//! earlier submitted returns join where their inputs are unchanged). Why this is enough: `docs/decisions/returns.md`.

mod joined; // how many teams lie between two areas
#[cfg(test)]
mod tests;

use super::{CoverCell, FrozenCover, OfTeams, TEAMS_LEAST};
use crate::coverage::ScopeKind;
use crate::returns::families::{Family, within};
use crate::returns::keys::RowKey;
use crate::returns::published::Frozen;
use joined::Joined;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

/// A return that is to be published, and those before it.
#[derive(Debug)]
pub(super) struct Beside<'a> {
    teams: &'a OfTeams,
    within: BTreeMap<RowKey, RowKey>,
    /// The area right above each area and team, and what was told.
    earlier: Vec<(BTreeMap<RowKey, RowKey>, &'a [FrozenCover])>,
}

impl<'a> Beside<'a> {
    pub fn new(families: &[Family], teams: &'a OfTeams, earlier: &'a [Frozen]) -> Self {
        let then = |frozen: &'a Frozen| (within(&frozen.families), frozen.cover.as_slice());
        Self { teams, within: within(families), earlier: earlier.iter().map(then).collect() }
    }

    /// Holds more of an item until nothing can be subtracted from what an earlier return told, or the other way round.
    pub fn held(&self, item: &str, mut cells: Vec<CoverCell>) -> Vec<CoverCell> {
        let Some(teams) = self.teams.get(item) else { return cells };
        let shown = cells.iter().filter(|cell| cell.capable.is_some());
        let mut shown: Vec<(u32, RowKey)> =
            shown.map(|cell| (cell.teams, cell.row.clone())).collect();
        shown.sort();
        let areas = shown.iter().map(|(_, row)| row).collect();
        let mut now = Told { teams, within: &self.within, areas };
        for then in self.told_then(item) {
            while let Some(area) = to_hold(&now, &then) {
                now.areas.retain(|one| *one != area);
            }
        }
        for cell in &mut cells {
            if !now.areas.contains(&&cell.row) {
                cell.capable = None;
            }
        }
        cells
    }

    fn told_then(&self, item: &str) -> impl Iterator<Item = Told<'_>> {
        self.earlier.iter().filter_map(move |(within, cover)| {
            let of = cover.iter().find(|of| of.item == item)?;
            Some(Told { teams: &of.teams, within, areas: of.told.iter().collect() })
        })
    }
}

/// What one return tells of an item.
#[derive(Debug)]
struct Told<'a> {
    /// Whether each team is covered that requires something of it, by code.
    teams: &'a BTreeMap<String, bool>,
    /// The area right above each area and each team.
    within: &'a BTreeMap<RowKey, RowKey>,
    /// The areas of which it is told how many are covered; in this return the narrowest first.
    areas: Vec<&'a RowKey>,
}

impl<'a> Told<'a> {
    /// The narrowest area around a team that is told of. All that is told is how many of the teams around which it is the narrowest
    /// are covered, area by area, and what that adds up to.
    fn around(&self, team: &str) -> Option<&'a RowKey> {
        if !self.teams.contains_key(team) {
            return None;
        }
        let within = self.within;
        let team = RowKey::whole(ScopeKind::Team, team);
        let mut areas = successors(within.get(&team), |area| within.get(*area));
        areas.find(|area| self.areas.contains(area))
    }

    fn without(&self, area: &RowKey) -> Self {
        let areas = self.areas.iter().copied().filter(|one| *one != area).collect();
        Self { teams: self.teams, within: self.within, areas }
    }
}

/// What is to be held next: the narrowest area that makes all others safe, or else the narrowest that tells of too few. `None` where
/// nothing tells of too few.
fn to_hold<'a>(now: &Told<'a>, then: &Told<'a>) -> Option<&'a RowKey> {
    let joined = Joined::of(now, then);
    let telling = now.areas.iter().copied().find(|area| joined.tells(area, &now.areas))?;
    let is_enough = |one: &&'a RowKey| {
        let rest = now.without(one);
        let joined = Joined::of(&rest, then);
        // Most do not help the one that tells: it is looked at first.
        !joined.tells(telling, &rest.areas)
            && !rest.areas.iter().any(|area| joined.tells(area, &rest.areas))
    };
    now.areas.iter().copied().find(is_enough).or(Some(telling))
}

/// The teams that two areas have in common, one of each return.
#[derive(Clone, Copy, Debug, Default)]
struct Common {
    teams: u32,
    /// Covered now.
    covered: u32,
    has_changed: bool,
}

impl Common {
    /// Whether what was told then is of other inputs. Not where all or none are covered now: that it is told at all would then tell
    /// that they were not so before, and so, in what was told then, of the teams that have left.
    fn is_of_other_inputs(self) -> bool {
        self.has_changed && self.teams >= TEAMS_LEAST && (1..self.teams).contains(&self.covered)
    }
}

/// The areas of the earlier return that tell of other inputs: 3 teams or more stand together still, and some of them have changed.
fn changed<'a>(now: &Told<'a>, then: &Told<'a>) -> BTreeSet<&'a RowKey> {
    let mut common: BTreeMap<(&'a RowKey, &'a RowKey), Common> = BTreeMap::new();
    for (team, was) in then.teams {
        let Some(is) = now.teams.get(team) else { continue };
        if let (Some(there), Some(here)) = (then.around(team), now.around(team)) {
            let common = common.entry((there, here)).or_default();
            common.teams += 1;
            common.covered += u32::from(*is);
            common.has_changed |= is != was;
        }
    }
    let changed = common.into_iter().filter(|(_, of)| of.is_of_other_inputs());
    changed.map(|((there, _), _)| there).collect()
}

//! Acts among assessors: as many as can be done with nobody above a number of them, and as even as that allows.

use super::{Capacity, Sitting, Way};
use std::collections::{BTreeMap, VecDeque};

/// In how many steps the number is approached, so that nobody is full while others have nothing.
const STEPS: u32 = 20;

/// Who does which of the sittings, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// For each assessor, the sittings they do.
    pub by_assessor: Vec<Vec<usize>>,
    /// The sittings that nobody can do without exceeding the number.
    pub left: Vec<usize>,
}

/// Shares the sittings out. No more of them can be done by these assessors within `most` acts each: where somebody is full,
/// their work is first passed on to others who may do it.
pub fn share(sittings: &[Sitting], assessors: &[Capacity], most: u32) -> Shared {
    let mut groups = Groups::of(sittings, assessors.len());
    let step = most.div_ceil(STEPS).max(1);
    let mut limit = 0;
    while limit < most {
        limit = most.min(limit + step);
        groups.fill(limit);
    }
    groups.sittings_of_each()
}

/// Sittings that the same people may do.
struct Group {
    by: Vec<usize>,
    sittings: Vec<usize>,
    /// How many of them each assessor does.
    given: BTreeMap<usize, u32>,
}

impl Group {
    fn left(&self) -> u32 {
        self.sittings.len() as u32 - self.given.values().sum::<u32>()
    }
}

/// An assessor of a chain, with the group that they take something of.
type Step = (usize, usize);

struct Groups {
    all: Vec<Group>,
    /// The groups of which each assessor may do something.
    of_assessor: Vec<Vec<usize>>,
    acts: Vec<u32>,
}

impl Groups {
    fn of(sittings: &[Sitting], assessors: usize) -> Self {
        let mut by_who: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
        for (at, sitting) in sittings.iter().enumerate() {
            // A recognition is the lead's act.
            if sitting.way != Way::Recognition {
                by_who.entry(&sitting.by).or_default().push(at);
            }
        }
        let group = |(by, sittings): (&[usize], Vec<usize>)| Group {
            by: by.to_vec(),
            sittings,
            given: BTreeMap::new(),
        };
        let groups: Vec<Group> = by_who.into_iter().map(group).collect();
        let mut of_assessor = vec![Vec::new(); assessors];
        for (at, group) in groups.iter().enumerate() {
            for &who in &group.by {
                if let Some(known) = of_assessor.get_mut(who) {
                    known.push(at);
                }
            }
        }
        Self { all: groups, of_assessor, acts: vec![0; assessors] }
    }

    /// Gives out all that can be given with nobody above `limit`.
    fn fill(&mut self, limit: u32) {
        // Whoever has no room, and can make none, stays so until the limit rises.
        let mut full = vec![false; self.acts.len()];
        for at in 0..self.all.len() {
            while self.all.get(at).is_some_and(|group| group.left() > 0) {
                let Some(path) = self.way_to_room(at, limit, &mut full) else { break };
                self.pass_on(at, &path, limit);
            }
        }
    }

    /// A chain of assessors from a group to one with room, each of whom can pass something on to the next; none where
    /// there is no such chain. Those who were looked at in vain are full.
    fn way_to_room(&self, from: usize, limit: u32, full: &mut [bool]) -> Option<Vec<Step>> {
        let mut reached: BTreeMap<usize, (usize, Option<usize>)> = BTreeMap::new();
        let mut next = VecDeque::from(self.reach(from, None, full, &mut reached));
        while let Some(who) = next.pop_front() {
            if self.acts.get(who).is_some_and(|acts| *acts < limit) {
                return Some(chain(&reached, who));
            }
            for &group in self.of_assessor.get(who).into_iter().flatten() {
                let gives = self.all.get(group).and_then(|g| g.given.get(&who)).copied();
                if gives.unwrap_or(0) > 0 {
                    next.extend(self.reach(group, Some(who), full, &mut reached));
                }
            }
        }
        for who in reached.keys() {
            if let Some(full) = full.get_mut(*who) {
                *full = true;
            }
        }
        None
    }

    /// Notes whoever is newly reached by a group, from an assessor who gives some of it away; the least busy first.
    fn reach(
        &self,
        group: usize,
        via: Option<usize>,
        full: &[bool],
        reached: &mut BTreeMap<usize, (usize, Option<usize>)>,
    ) -> Vec<usize> {
        let by = self.all.get(group).map_or(&[][..], |group| &group.by);
        let new = |who: &usize| full.get(*who) != Some(&true) && !reached.contains_key(who);
        let mut new: Vec<usize> = by.iter().copied().filter(new).collect();
        new.sort_by_key(|who| (self.acts.get(*who).copied(), *who));
        reached.extend(new.iter().map(|who| (*who, (group, via))));
        new
    }

    /// Moves as much along a chain as its narrowest place allows: each assessor takes of a group what the one before them
    /// did of it, and the first takes of the group that is being given out.
    fn pass_on(&mut self, from: usize, chain: &[Step], limit: u32) {
        let Some(&(last, _)) = chain.last() else { return };
        let room = limit - self.acts.get(last).copied().unwrap_or(limit).min(limit);
        let left = self.all.get(from).map_or(0, Group::left);
        let passed = chain.windows(2).filter_map(|pair| {
            let [(before, _), (_, group)] = pair else { return None };
            self.all.get(*group)?.given.get(before).copied()
        });
        let amount = passed.fold(room.min(left), u32::min);
        let mut before: Option<usize> = None;
        for &(who, group) in chain {
            let Some(group) = self.all.get_mut(group) else { continue };
            *group.given.entry(who).or_default() += amount;
            if let Some(given) = before.and_then(|before| group.given.get_mut(&before)) {
                *given -= amount;
            }
            before = Some(who);
        }
        if let Some(acts) = self.acts.get_mut(last) {
            *acts += amount;
        }
    }

    fn sittings_of_each(self) -> Shared {
        let mut shared =
            Shared { by_assessor: vec![Vec::new(); self.acts.len()], left: Vec::new() };
        for group in self.all {
            let mut sittings = group.sittings.into_iter();
            for (who, many) in group.given {
                let theirs = sittings.by_ref().take(many as usize);
                if let Some(all) = shared.by_assessor.get_mut(who) {
                    all.extend(theirs);
                }
            }
            shared.left.extend(sittings);
        }
        shared.left.sort_unstable();
        shared
    }
}

/// From the first assessor to the last, each with the group that they take something of.
fn chain(reached: &BTreeMap<usize, (usize, Option<usize>)>, last: usize) -> Vec<Step> {
    let mut chain = Vec::new();
    let mut at = Some(last);
    while let Some(who) = at {
        let Some(&(group, via)) = reached.get(&who) else { break };
        chain.push((who, group));
        at = via;
    }
    chain.reverse();
    chain
}

//! The areas of two returns, joined by the teams that are in both: to subtract is to part them, and the teams in between are what is
//! left.

use super::{TEAMS_LEAST, Told, changed};
use crate::returns::keys::RowKey;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Teams around which an area is the narrowest that is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node<'a> {
    /// What is not told.
    Untold,
    Now(&'a RowKey),
    Then(&'a RowKey),
}

/// How many teams join two nodes. One that both returns have joins where it is now to where it was then, changed or not: a reader may
/// take it for unchanged. What only one of them has joins where it stands to what is not told.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined<'a>(BTreeMap<Node<'a>, BTreeMap<Node<'a>, u32>>);

impl<'a> Joined<'a> {
    pub fn of(now: &Told<'a>, then: &Told<'a>) -> Self {
        let changed = changed(now, then);
        let mut joined = Self::default();
        let teams: BTreeSet<&String> = now.teams.keys().chain(then.teams.keys()).collect();
        for team in teams {
            let here = now.around(team).map_or(Node::Untold, Node::Now);
            let there = then.around(team).filter(|area| !changed.contains(area));
            let there = there.map_or(Node::Untold, Node::Then);
            if now.teams.contains_key(team) && then.teams.contains_key(team) {
                joined.join(here, there);
            } else {
                joined.join(here, Node::Untold);
                joined.join(there, Node::Untold);
            }
        }
        joined
    }

    /// Whether fewer than 3 teams are left where an area is parted from what is not told, or, where nothing joins it to that, from
    /// the widest of the other areas, which stand narrowest first.
    pub fn tells(&self, area: &'a RowKey, areas: &[&'a RowKey]) -> bool {
        let from = Node::Now(area);
        let ways = self.ways(from);
        let mut others = areas.iter().rev().copied().map(Node::Now);
        let widest = others.find(|one| *one != from && ways.contains_key(one));
        let untold = Some(Node::Untold).filter(|node| ways.contains_key(node));
        untold.or(widest).is_some_and(|to| self.between(from, to) < TEAMS_LEAST)
    }

    fn join(&mut self, one: Node<'a>, other: Node<'a>) {
        if one != other {
            self.add(one, other);
            self.add(other, one);
        }
    }

    fn add(&mut self, from: Node<'a>, to: Node<'a>) {
        *self.0.entry(from).or_default().entry(to).or_default() += 1;
    }

    /// The fewest teams that lie between two nodes, up to 3: as many ways lead from one to the other that share no team.
    fn between(&self, from: Node<'a>, to: Node<'a>) -> u32 {
        let mut left = self.clone();
        (0..TEAMS_LEAST).take_while(|_| left.take_way(from, to)).count() as u32
    }

    /// Takes one way out; `false` where there is none.
    fn take_way(&mut self, from: Node<'a>, to: Node<'a>) -> bool {
        let ways = self.ways(from);
        let mut node = to;
        while node != from {
            let Some(before) = ways.get(&node).copied() else { return false };
            if let Some(left) = self.0.get_mut(&before).and_then(|of| of.get_mut(&node)) {
                *left = left.saturating_sub(1);
            }
            // A later way may go back where this one came.
            self.add(node, before);
            node = before;
        }
        true
    }

    /// The nodes that are joined to one, each with the one before it on the way.
    fn ways(&self, from: Node<'a>) -> BTreeMap<Node<'a>, Node<'a>> {
        let mut ways = BTreeMap::from([(from, from)]);
        let mut next = vec![from];
        while let Some(node) = next.pop() {
            for (other, teams) in self.0.get(&node).into_iter().flatten() {
                if *teams > 0
                    && let Entry::Vacant(free) = ways.entry(*other)
                {
                    free.insert(node);
                    next.push(*other);
                }
            }
        }
        ways
    }
}

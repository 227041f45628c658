//! What is held so that a count could be one number more: of the ways to it, one on which little is lost.

use super::cell::{Allowed, Why};
use super::rounds::Rounds;

/// Numbers that all counts could be together, were less told.
#[derive(Default)]
struct Way {
    /// Counts, and why they would have to be shown as they are.
    changes: Vec<(usize, Why)>,
    /// How many people those tell of that are not held yet.
    people: u64,
    /// And the one of them that tells of the most.
    most: u32,
}

impl Rounds<'_> {
    /// Holds what lets a count be a number that it is not known to be able to be; leaves unsaid why only where nothing else
    /// will do. `false` where nothing will.
    pub fn hold_for(&mut self, cell: usize) -> bool {
        let way = self.cheapest(cell, false).or_else(|| self.cheapest(cell, true));
        for (cell, why) in way.iter().flat_map(|way| &way.changes) {
            self.tell(*cell, *why);
        }
        self.hold_beside();
        way.is_some()
    }

    /// The way that costs least of those found when smaller and smaller counts only may be held.
    fn cheapest(&mut self, cell: usize, unsaid: bool) -> Option<Way> {
        let mut best: Option<Way> = None;
        let mut people = Some(u32::MAX);
        while let Some(most) = people {
            let allowed = Allowed { people: most, unsaid };
            let ways = [1, -1].map(|by| self.way(cell, by, allowed));
            let way = ways.into_iter().flatten().min_by_key(|way| way.people);
            people = way.as_ref().and_then(|way| way.most.checked_sub(1));
            best = best.into_iter().chain(way).min_by_key(|way| way.people);
        }
        best
    }

    /// To the next number above or below that a count is not known to be able to be.
    fn way(&mut self, cell: usize, by: i64, allowed: Allowed) -> Option<Way> {
        let mut is_found = self.search.step(cell, by, allowed);
        while is_found && self.is_known(cell) {
            is_found = self.search.step(cell, by, allowed);
        }
        let way = is_found.then(|| self.found(allowed));
        if way.as_ref().is_some_and(|way| way.changes.is_empty()) {
            self.keep(); // it was possible as things stand, and had not been found
        }
        self.search.numbers.undo(0);
        way
    }

    fn found(&self, allowed: Allowed) -> Way {
        let mut way = Way::default();
        for at in self.search.moved() {
            let Some(cell) = self.search.cells.get(at) else { continue };
            let why = cell.why_for(self.search.numbers.of(at), allowed).unwrap_or(cell.why);
            if why == cell.why || way.changes.iter().any(|(known, _)| *known == at) {
                continue;
            }
            way.changes.push((at, why));
            if !cell.is_held() {
                way.people += u64::from(cell.people);
                way.most = way.most.max(cell.people);
            }
        }
        way
    }
}

//! Every count that is held keeps 3 possible numbers, or more is held, and again.

use super::beside::beside;
use super::cell::{Allowed, Cell, Why};
use super::net::Net;
use super::search::Search;
use super::{Audited, Count};
use crate::disclosure::Shown;

/// An audit under way.
pub(super) struct Rounds<'a> {
    counts: &'a [Count],
    net: &'a Net,
    pub search: Search<'a>,
    /// For each count, numbers that it could be besides the true one, as far as they were looked for.
    others: Vec<Vec<i64>>,
    /// The counts that are held, in the order in which they are made safe. More come to it.
    held: Vec<usize>,
    /// The sums in which a child may be held alone.
    changed: Vec<usize>,
    audited: Audited,
}

impl<'a> Rounds<'a> {
    pub fn new(counts: &'a [Count], net: &'a Net) -> Self {
        let cells: Vec<Cell> = counts.iter().map(Cell::new).collect();
        let held = cells.iter().enumerate().filter(|(_, cell)| cell.is_held());
        let held = held.map(|(at, _)| at).collect();
        let others = vec![Vec::new(); counts.len()];
        let search = Search::new(net, cells);
        let changed = (0..net.sums.len()).rev().collect();
        Self { counts, net, search, others, held, changed, audited: Audited::default() }
    }

    /// Each turn finds a number that was not known to be possible, or tells less of a count, or is done with one. None of it can
    /// happen without end.
    pub fn audited(mut self) -> Audited {
        self.hold_beside();
        let mut next = 0;
        while let Some(cell) = self.held.get(next).copied() {
            if self.is_safe(cell) {
                next += 1;
            } else if !self.goes_on(cell) && !self.goes_on_at_length(cell) {
                self.audited.open.push(cell);
                next += 1;
            }
        }
        let counts = self.counts.iter().zip(&self.search.cells);
        self.audited.shown = counts.map(|(count, cell)| shown(count, cell)).collect();
        self.audited
    }

    /// Whether a number was found that a count could be, or more was held so that there is one.
    fn goes_on(&mut self, cell: usize) -> bool {
        self.widen(cell) || self.hold_for(cell)
    }

    /// The same before it is given up: nearly always a number is found soon, and now and then only after a long walk.
    fn goes_on_at_length(&mut self, cell: usize) -> bool {
        self.search.at_length(true);
        let goes_on = self.goes_on(cell);
        self.search.at_length(false);
        goes_on
    }

    fn others(&self, cell: usize) -> &[i64] {
        self.others.get(cell).map_or(&[], Vec::as_slice)
    }

    fn is_safe(&self, cell: usize) -> bool {
        let needs = self.search.cells.get(cell).map_or(0, |cell| cell.needs);
        self.others(cell).len() >= needs
    }

    /// Whether a count is known to be able to be the number that is being tried.
    pub fn is_known(&self, cell: usize) -> bool {
        self.others(cell).contains(&self.search.numbers.of(cell))
    }

    /// Looks for numbers that a count could be as things stand. Whether there was one that was not known.
    fn widen(&mut self, cell: usize) -> bool {
        let known = self.others(cell).len();
        for by in [1, -1] {
            while !self.is_safe(cell) && self.search.step(cell, by, Allowed::NOTHING) {
                self.keep();
            }
            self.search.numbers.undo(0);
        }
        self.others(cell).len() > known
    }

    /// Keeps the numbers that were found, of every count. They stay possible: what is told only becomes less.
    pub fn keep(&mut self) {
        for cell in self.search.moved() {
            let number = self.search.numbers.of(cell);
            let others = self.others.get_mut(cell);
            if let Some(others) = others.filter(|others| !others.contains(&number)) {
                others.push(number);
            }
        }
    }

    /// Tells less of a count.
    pub fn tell(&mut self, cell: usize, why: Why) {
        let cells = &mut self.search.cells;
        let Some(told) = cells.get_mut(cell).filter(|told| told.why < why) else { return };
        if !told.is_held() {
            self.held.push(cell);
            self.audited.second.push(cell);
        }
        if why == Why::Unsaid {
            self.audited.unsaid.push(cell);
        }
        told.why = why;
        self.changed.extend(self.net.of(cell).iter().map(|term| term.sum));
    }

    /// Holds what stands beside a child that is held alone.
    pub fn hold_beside(&mut self) {
        while let Some(sum) = self.changed.pop() {
            let sum = self.net.sums.get(sum);
            if let Some(cell) = sum.and_then(|sum| beside(sum, &self.search.cells)) {
                self.tell(cell, Why::Another);
            }
        }
    }
}

fn shown(count: &Count, cell: &Cell) -> Shown {
    match (count.earlier.last(), cell.why) {
        (Some(shown), _) if !count.now => *shown,
        (_, Why::Itself) => count.figure.shown(),
        (_, Why::Another | Why::Unsaid) => count.figure.held(),
    }
}

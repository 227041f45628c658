//! Other numbers that all counts could be together: one count is moved by one, and others with it until every sum is what it can
//! be again. Numbers that were found are a proof. That none were found is not: then more is held than had to be.

use super::cell::{Allowed, Cell, Why};
use super::net::Net;
use super::numbers::Numbers;
use super::walk::Walk;

/// Short ways first, then any.
const LOOKS: [u8; 3] = [4, 8, LONGEST];
const LONGEST: u8 = 200;
/// What is tried after them: so many walks, each of so many moves.
const EFFORT: Effort = Effort { walks: 24, turns: 400 };
/// What is tried before a count is given up for good.
const LAST_EFFORT: Effort = Effort { walks: 300, turns: 2_000 };
/// For so many moves in all the last effort is made. Where there is nothing to be found it would take minutes.
const LAST_TURNS: u32 = 4_000_000;

/// How long a walk is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effort {
    walks: u32,
    pub turns: u32,
}
/// How many counts are looked at, at one look. What it does not find, a walk nearly always does, and sooner.
const SEEN_MOST: u32 = 2_000;

pub(super) struct Search<'a> {
    pub net: &'a Net,
    pub cells: Vec<Cell>,
    pub numbers: Numbers<'a>,
    pub allowed: Allowed,
    /// The count that others are moved for.
    pub kept: usize,
    /// How many counts may still be looked at.
    left: u32,
    /// For each sum that had to fall or to rise, the run in which it was tried.
    tried: Vec<[u32; 2]>,
    run: u32,
    pub walk: Walk,
    pub effort: Effort,
    /// How many moves are left for last efforts.
    last_turns: u32,
}

impl<'a> Search<'a> {
    pub fn new(net: &'a Net, cells: Vec<Cell>) -> Self {
        let numbers = Numbers::new(net, cells.iter().map(|cell| cell.met).collect());
        let tried = vec![[0; 2]; net.sums.len()];
        let allowed = Allowed::NOTHING;
        let walk = Walk::new(net);
        Self {
            net,
            cells,
            numbers,
            allowed,
            kept: 0,
            left: 0,
            tried,
            run: 0,
            walk,
            effort: EFFORT,
            last_turns: LAST_TURNS,
        }
    }

    /// Whether it is looked for as long as it ever is, or as long as will nearly always do.
    pub fn at_length(&mut self, is_at_length: bool) {
        self.effort = if is_at_length { LAST_EFFORT } else { EFFORT };
    }

    /// The counts that are not at their true number.
    pub fn moved(&self) -> impl Iterator<Item = usize> {
        let is_off =
            |at: &usize| self.cells.get(*at).is_some_and(|c| c.met != self.numbers.of(*at));
        self.numbers.moved().filter(is_off)
    }

    /// Moves a count by 1 or -1, and others with it. `false` where that was not found to be possible: then nothing is moved.
    pub fn step(&mut self, cell: usize, by: i64, allowed: Allowed) -> bool {
        (self.kept, self.allowed) = (cell, allowed);
        if self.can_move(cell, by).is_none() {
            return false;
        }
        let moves = self.numbers.moves();
        let is_found = LOOKS.into_iter().any(|way| {
            self.left = SEEN_MOST;
            self.numbers.shift(cell, by);
            self.put_right(way) || self.back(moves)
        });
        is_found
            || (0..self.effort.walks).any(|walk| {
                self.numbers.shift(cell, by);
                self.may_walk() && self.mend(walk) || self.back(moves)
            })
    }

    /// Whether there are moves left for it.
    fn may_walk(&mut self) -> bool {
        if self.effort == EFFORT {
            return true;
        }
        let left = self.last_turns.checked_sub(self.effort.turns);
        self.last_turns = left.unwrap_or(0);
        left.is_some()
    }

    fn back(&mut self, moves: usize) -> bool {
        self.numbers.undo(moves);
        false
    }

    /// Every sum of the count that was moved.
    fn put_right(&mut self, way: u8) -> bool {
        let net = self.net;
        net.of(self.kept).iter().all(|term| {
            while self.numbers.beyond(term.sum) != 0 {
                self.run += 1;
                if !self.absorb(term.sum, way) {
                    return false;
                }
            }
            true
        })
    }

    /// Brings a sum one nearer to what it can be, and no other further from it.
    fn absorb(&mut self, sum: usize, way: u8) -> bool {
        let net = self.net;
        let (kept, by) = (self.kept, -self.numbers.beyond(sum).signum());
        let Some(rest) = way.checked_sub(1).filter(|_| self.is_new(sum, by)) else {
            return false;
        };
        // Those first for which nothing has to change.
        let is_asked = self.allowed.is_more();
        for changes in [false, true].into_iter().filter(|changes| is_asked || !changes) {
            for term in net.terms(sum).iter().filter(|term| term.cell != kept) {
                if self.left == 0 {
                    return false;
                }
                self.left -= 1;
                let step = by * term.sign;
                let why = self.can_move(term.cell, step);
                let is_turn = why.is_some_and(|why| self.changes(term.cell, why) == changes);
                if is_turn && self.carry(term.cell, step, rest) {
                    self.note(sum, by, 0);
                    return true;
                }
            }
        }
        false
    }

    /// Moves a count, and absorbs what that does to its sums.
    fn carry(&mut self, cell: usize, by: i64, way: u8) -> bool {
        let net = self.net;
        let moves = self.numbers.moves();
        self.numbers.shift(cell, by);
        let is_carried = net.of(cell).iter().all(|term| {
            let is_worse = self.numbers.beyond(term.sum) * term.sign * by > 0;
            !is_worse || self.absorb(term.sum, way)
        });
        if !is_carried {
            self.numbers.undo(moves);
        }
        is_carried
    }

    /// Why a count would have to be shown as it is, so that it could be one more or less than it is tried to be now.
    pub fn can_move(&self, cell: usize, by: i64) -> Option<Why> {
        self.cells.get(cell)?.why_for(self.numbers.of(cell) + by, self.allowed)
    }

    fn changes(&self, cell: usize, why: Why) -> bool {
        self.cells.get(cell).is_some_and(|cell| cell.why != why)
    }

    /// Whether a sum was not tried in this run. From now on it was, until it is absorbed.
    fn is_new(&mut self, sum: usize, by: i64) -> bool {
        let [fall, rise] = self.tried.get(sum).copied().unwrap_or_default();
        let tried = if by > 0 { rise } else { fall };
        let is_new = self.left > 0 && tried != self.run;
        if is_new {
            self.note(sum, by, self.run);
        }
        is_new
    }

    fn note(&mut self, sum: usize, by: i64, run: u32) {
        if let Some([fall, rise]) = self.tried.get_mut(sum) {
            *(if by > 0 { rise } else { fall }) = run;
        }
    }
}

//! Other numbers where one way after the other does not lead to them, because counts are in many sums: whatever is wrong is mended by
//! the move that leaves least wrong, until nothing is. What stays wrong weighs more from turn to turn, so that it does not go round.

use super::cell::Why;
use super::net::{Net, Term};
use super::search::Search;

/// For so many turns a count is not moved back.
const LATELY: u32 = 2;
/// What a point of weight costs, next to which telling less of a count is little.
const POINT: i64 = 16;

/// What walks for one count remember. Of those for others nothing counts.
pub(super) struct Walk {
    run: u32,
    turn: u32,
    /// For each sum the run in which it was wrong, and how often.
    wrong: Vec<(u32, i64)>,
    /// For each count the run and the turn in which it was moved last, and whither.
    moved: Vec<(u32, u32, i64)>,
}

/// A count that may be moved, by how much, and what speaks against it.
struct Move {
    cell: usize,
    by: i64,
    is_back: bool,
    cost: i64,
    lot: u32,
}

impl Walk {
    pub fn new(net: &Net) -> Self {
        let (wrong, moved) = (vec![(0, 0); net.sums.len()], vec![(0, 0, 0); net.counts()]);
        Self { run: 0, turn: 0, wrong, moved }
    }

    fn weight(&self, sum: usize) -> i64 {
        self.wrong.get(sum).filter(|(run, _)| *run == self.run).map_or(1, |(_, times)| 1 + times)
    }

    fn is_wrong_again(&mut self, sum: usize) {
        let times = self.weight(sum);
        if let Some(wrong) = self.wrong.get_mut(sum) {
            *wrong = (self.run, times);
        }
    }

    /// Whether it was moved the other way a few turns ago.
    fn is_back(&self, cell: usize, by: i64) -> bool {
        let moved = self.moved.get(cell).copied().unwrap_or_default();
        matches!(moved, (run, turn, last) if run == self.run && last == -by && turn + LATELY > self.turn)
    }

    fn has_moved(&mut self, step: &Move) {
        if let Some(moved) = self.moved.get_mut(step.cell) {
            *moved = (self.run, self.turn, step.by);
        }
    }

    /// Neither here nor there, and always the same.
    fn lot(&self, at: usize, walk: u32) -> u32 {
        let mixed = (at as u32 ^ walk.rotate_left(16) ^ self.turn.rotate_left(24))
            .wrapping_mul(0x9E37_79B1);
        (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA6B) >> 8
    }
}

impl Search<'_> {
    /// Moves other counts until every sum is what it can be, now that one was moved. `false` where that was not found. Every other walk
    /// begins with the sums that leave the least choice, the rest with any; what was hard in one weighs more in the next.
    pub fn mend(&mut self, walk: u32) -> bool {
        if walk == 0 {
            (self.walk.run, self.walk.turn) = (self.walk.run + 1, 0);
        }
        let net = self.net;
        let choice = |sum: usize| if walk.is_multiple_of(2) { net.terms(sum).len() } else { 0 };
        let mut wrong: Vec<usize> = net.of(self.kept).iter().map(|term| term.sum).collect();
        for _ in 0..self.effort.turns {
            self.walk.turn += 1;
            wrong.retain(|sum| self.numbers.beyond(*sum) != 0);
            let lot = |sum: &&usize| (choice(**sum), self.walk.lot(**sum, walk));
            let Some(sum) = wrong.iter().min_by_key(lot).copied() else { return true };
            self.walk.is_wrong_again(sum);
            let Some(step) = self.best(sum, walk) else { return false };
            self.numbers.shift(step.cell, step.by);
            self.walk.has_moved(&step);
            for term in net.of(step.cell) {
                if !wrong.contains(&term.sum) {
                    wrong.push(term.sum);
                }
            }
        }
        false
    }

    /// Of the moves that bring a sum nearer to what it can be, the one that leaves least wrong.
    fn best(&self, sum: usize, walk: u32) -> Option<Move> {
        let by = -self.numbers.beyond(sum).signum();
        let terms = self.net.terms(sum).iter().filter(|term| term.cell != self.kept);
        let moves = terms.filter_map(|term| self.weighed(*term, by * term.sign, walk));
        moves.min_by_key(|step| (step.is_back, step.cost, step.lot))
    }

    fn weighed(&self, term: Term, by: i64, walk: u32) -> Option<Move> {
        let cell = term.cell;
        let why = self.can_move(cell, by)?;
        let wrong = |term: &Term| {
            let [then, now] =
                [by * term.sign, 0].map(|more| self.numbers.beyond_with(term.sum, more).abs());
            (then - now) * self.walk.weight(term.sum)
        };
        let worse: i64 = self.net.of(cell).iter().map(wrong).sum();
        let cost = POINT * worse + self.lost(cell, why);
        Some(Move {
            cell,
            by,
            is_back: self.walk.is_back(cell, by),
            cost,
            lot: self.walk.lot(cell, walk),
        })
    }

    /// What readers lose where it is told so of a count.
    fn lost(&self, cell: usize, why: Why) -> i64 {
        let lost = |cell: &super::cell::Cell| match why {
            _ if why == cell.why => 0,
            Why::Unsaid if cell.is_held() => 4,
            _ => 4 + i64::from(cell.people.max(1).ilog2()),
        };
        self.cells.get(cell).map_or(0, lost)
    }
}

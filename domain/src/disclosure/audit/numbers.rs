//! Numbers that are being tried in place of the true ones.

use super::net::Net;

/// A number for each count, and what the sums come to with them.
pub(super) struct Numbers<'a> {
    net: &'a Net,
    now: Vec<i64>,
    sums: Vec<i64>,
    /// Counts and by how much they were moved, so that it can be undone.
    moves: Vec<(usize, i64)>,
}

impl<'a> Numbers<'a> {
    /// The true ones.
    pub fn new(net: &'a Net, numbers: Vec<i64>) -> Self {
        let sums = net.sums.iter().map(|sum| sum.comes_to).collect();
        Self { net, now: numbers, sums, moves: Vec::new() }
    }

    pub fn of(&self, cell: usize) -> i64 {
        self.now.get(cell).copied().unwrap_or_default()
    }

    /// By how much a sum is above what it can come to, or below.
    pub fn beyond(&self, sum: usize) -> i64 {
        self.beyond_with(sum, 0)
    }

    /// The same, were it to come to so much more.
    pub fn beyond_with(&self, sum: usize, more: i64) -> i64 {
        match (self.net.sums.get(sum), self.sums.get(sum)) {
            (Some(sum), Some(now)) => now + more - (now + more).clamp(sum.span.low, sum.span.high),
            _ => 0,
        }
    }

    pub fn shift(&mut self, cell: usize, by: i64) {
        self.add(cell, by);
        self.moves.push((cell, by));
    }

    /// How many moves were made; [`Self::undo`] goes back to it.
    pub fn moves(&self) -> usize {
        self.moves.len()
    }

    pub fn undo(&mut self, moves: usize) {
        while self.moves.len() > moves
            && let Some((cell, by)) = self.moves.pop()
        {
            self.add(cell, -by);
        }
    }

    /// The counts that were moved, once for each time.
    pub fn moved(&self) -> impl Iterator<Item = usize> {
        self.moves.iter().map(|(cell, _)| *cell)
    }

    fn add(&mut self, cell: usize, by: i64) {
        if let Some(number) = self.now.get_mut(cell) {
            *number += by;
        }
        for term in self.net.of(cell) {
            if let Some(sum) = self.sums.get_mut(term.sum) {
                *sum += by * term.sign;
            }
        }
    }
}

//! Somebody who has every published table and the rule, and solves the integer system over them. Nothing here is taken from the
//! audit: each number is held against what clauses 1 to 8 would have shown of it, and all of them are tried.

use super::places::Place;
use super::reading::{Sum, could_be, sum};
use crate::disclosure::audit::Audited;
use std::rc::Rc;

/// After so many guesses about one number it counts as possible: whoever has not ruled it out has learnt nothing. Of a return by
/// itself and one measure, none comes to it.
const GUESSES_MOST: u32 = 1_000;

/// What each count could be, and what holds between them.
#[derive(Clone)]
pub(super) struct Attacker {
    known: Rc<Known>,
    /// For each count, the first of its numbers that is left, and the first that is not any more.
    left: Vec<(usize, usize)>,
}

struct Known {
    numbers: Vec<Vec<i64>>,
    sums: Vec<Sum>,
    /// The true ones, near which is looked first: it makes the search shorter, and its answer no other.
    truth: Vec<i64>,
}

impl Attacker {
    /// Who has read what was published, and was told of each count whether it was held by its own clause or for another's sake,
    /// but for those of which nobody can tell.
    pub(super) fn reads(place: &Place, published: &Audited) -> Self {
        let counts = &place.counts;
        let relations = place.relations.iter().chain(&place.follows);
        let numbers = counts.iter().enumerate().map(|(at, count)| {
            let now = count.now.then(|| published.shown[at]);
            let is_unsaid = published.unsaid.contains(&at);
            let is_told = |number: &u32| {
                let mut seen = count.earlier.iter().copied().chain(now);
                seen.all(|shown| could_be(count.figure, *number, shown, is_unsaid))
            };
            (0..=count.figure.of()).filter(is_told).map(i64::from).collect()
        });
        let numbers: Vec<Vec<i64>> = numbers.collect();
        let left = numbers.iter().map(|numbers| (0, numbers.len())).collect();
        let sums = relations.map(|relation| sum(counts, relation)).collect();
        let truth = counts.iter().map(|count| count.figure.met().into()).collect();
        Self { known: Rc::new(Known { numbers, sums, truth }), left }
    }

    /// How many numbers a count could be; it stops at `enough`.
    pub(super) fn possible(&self, cell: usize, enough: usize) -> usize {
        let mut order: Vec<usize> = (0..self.known.numbers[cell].len()).collect();
        order.sort_by_key(|at| self.off_truth(cell, (*at, at + 1)));
        let is_possible = |at: &&usize| {
            let mut guesses = GUESSES_MOST;
            self.with(cell, (**at, **at + 1)).holds(&mut guesses)
        };
        order.iter().filter(is_possible).take(enough).count()
    }

    fn off_truth(&self, cell: usize, (from, to): (usize, usize)) -> Option<u64> {
        let numbers = self.known.numbers[cell][from..to].iter();
        numbers.map(|number| number.abs_diff(self.known.truth[cell])).min()
    }

    fn with(&self, cell: usize, left: (usize, usize)) -> Self {
        let mut guess = self.clone();
        guess.left[cell] = left;
        guess
    }

    /// Whether there are numbers for all counts with which everything holds.
    fn holds(&mut self, guesses: &mut u32) -> bool {
        if !self.narrow() {
            return false;
        }
        *guesses = guesses.saturating_sub(1);
        if *guesses == 0 {
            return true;
        }
        let many = |at: &usize| self.left[*at].1 - self.left[*at].0;
        let open = (0..self.left.len()).filter(|at| many(at) > 1);
        let Some(next) = open.min_by_key(many) else { return true };
        let (from, to) = self.left[next];
        let middle = usize::midpoint(from, to);
        let mut halves = [(from, middle), (middle, to)];
        halves.sort_by_key(|half| self.off_truth(next, *half));
        halves.into_iter().any(|half| self.with(next, half).holds(guesses))
    }

    /// Strikes out what no sum allows, until nothing more is struck out. `false` where a count could be nothing at all.
    fn narrow(&mut self) -> bool {
        let known = Rc::clone(&self.known);
        loop {
            let before = self.left.clone();
            for Sum { terms, low, high } in &known.sums {
                let (least, most) = (self.end(terms, false), self.end(terms, true));
                for term in terms {
                    let (cell, sign) = *term;
                    let least = least - self.end(&[*term], false);
                    let most = most - self.end(&[*term], true);
                    let fits = |number: i64| {
                        least + sign * number <= *high && most + sign * number >= *low
                    };
                    let (from, to) = &mut self.left[cell];
                    while from < to && !fits(known.numbers[cell][*from]) {
                        *from += 1;
                    }
                    while from < to && !fits(known.numbers[cell][*to - 1]) {
                        *to -= 1;
                    }
                    if from == to {
                        return false;
                    }
                }
            }
            if before == self.left {
                return true;
            }
        }
    }

    /// The least or the most that terms come to.
    fn end(&self, terms: &[(usize, i64)], most: bool) -> i64 {
        let end = |(cell, sign): &(usize, i64)| {
            let (from, to) = self.left[*cell];
            let at = if most == (*sign > 0) { to - 1 } else { from };
            sign * self.known.numbers[*cell][at]
        };
        terms.iter().map(end).sum()
    }
}

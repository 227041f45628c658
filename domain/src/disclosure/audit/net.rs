//! Relations as sums that stay within bounds, whatever the counts are.

use super::figure::Span;
use super::{Count, Figure, Relation};

/// A count in a sum.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub cell: usize,
    pub sum: usize,
    /// 1 where it is added, -1 where it is taken away.
    pub sign: i64,
}

/// Counts added up and taken away.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// Those that tell of the fewest people first.
    pub terms: Vec<Term>,
    /// What it can come to.
    pub span: Span,
    /// What it truly comes to.
    pub comes_to: i64,
    /// Of a wider row and its children, the wider row.
    pub parent: Option<usize>,
}

/// All sums, and the ones each count is in.
#[derive(Clone, Debug)]
pub(super) struct Net {
    pub sums: Vec<Sum>,
    of_cell: Vec<Vec<Term>>,
}

impl Net {
    pub fn new(counts: &[Count], relations: &[Relation]) -> Self {
        let figure = |at: usize| counts.get(at).map(|count| count.figure);
        let mut net = Self { sums: Vec::new(), of_cell: vec![Vec::new(); counts.len()] };
        for relation in relations {
            let Some(sum) = sum(net.sums.len(), relation, figure) else { continue };
            for term in &sum.terms {
                if let Some(terms) = net.of_cell.get_mut(term.cell) {
                    terms.push(*term);
                }
            }
            net.sums.push(sum);
        }
        for terms in &mut net.of_cell {
            terms.sort_by_key(|term| net.sums.get(term.sum).map_or(0, |sum| sum.terms.len()));
        }
        net
    }

    /// How many counts there are.
    pub fn counts(&self) -> usize {
        self.of_cell.len()
    }

    /// A count in each of its sums, those first that leave the least choice.
    pub fn of(&self, cell: usize) -> &[Term] {
        self.of_cell.get(cell).map_or(&[], Vec::as_slice)
    }

    pub fn terms(&self, sum: usize) -> &[Term] {
        self.sums.get(sum).map_or(&[], |sum| &sum.terms)
    }
}

/// `None` where a count is missing.
fn sum(at: usize, relation: &Relation, figure: impl Fn(usize) -> Option<Figure>) -> Option<Sum> {
    let (plus, minus, parent) = match relation {
        Relation::Whole { parent, children } => (children.as_slice(), *parent, Some(*parent)),
        Relation::AtMost { less, more, .. } => (std::slice::from_ref(more), *less, None),
    };
    let mut terms = vec![Term { cell: minus, sum: at, sign: -1 }];
    terms.extend(plus.iter().map(|cell| Term { cell: *cell, sum: at, sign: 1 }));
    let (mut comes_to, mut is_of) = (0, 0);
    for term in &terms {
        let figure = figure(term.cell)?;
        comes_to += term.sign * i64::from(figure.met());
        is_of += term.sign * i64::from(figure.of());
    }
    let span = match relation {
        Relation::Whole { .. } if is_of < 0 => {
            Span { low: is_of.min(comes_to), high: comes_to.max(0) }
        }
        Relation::Whole { .. } => Span { low: comes_to, high: comes_to },
        Relation::AtMost { by, .. } => Span { low: comes_to.min(-i64::from(*by)), high: i64::MAX },
    };
    let people = |term: &Term| figure(term.cell).map_or(0, Figure::people);
    // Nobody to count is 0, which everybody knows.
    terms.retain(|term| figure(term.cell).is_some_and(|figure| figure.of() > 0));
    terms.sort_by_key(|term| (people(term), term.cell));
    Some(Sum { terms, span, comes_to, parent })
}

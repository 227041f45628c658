//! The first part of clause 9: where one child of a published row is held alone, it is what the others leave of the row.

use super::cell::Cell;
use super::net::Sum;

/// What else has to be held, so that of the children of a row none is held alone: next to it the one that tells of the fewest
/// people, whatever is met of them. An only child is the row itself, so either both are held or neither.
pub(super) fn beside(sum: &Sum, cells: &[Cell]) -> Option<usize> {
    let parent = sum.parent.filter(|_| is_of_this_return(sum, cells))?;
    let is = |cell: usize, told: fn(&Cell) -> bool| cells.get(cell).is_some_and(told);
    let is_held = |cell: &usize| is(*cell, Cell::is_held);
    let can_be = |cell: &usize| is(*cell, Cell::can_be_held);
    let children: Vec<usize> =
        sum.terms.iter().map(|term| term.cell).filter(|cell| *cell != parent).collect();
    let held = children.iter().filter(|child| is_held(child)).count();
    match children.as_slice() {
        [only] if cells.get(*only).map(|c| c.people) == cells.get(parent).map(|c| c.people) => {
            let (lone, other) = if held == 1 { (*only, parent) } else { (parent, *only) };
            (is_held(&lone) && can_be(&other)).then_some(other)
        }
        _ if held == 1 && !is_held(&parent) => children.into_iter().find(can_be),
        _ => None,
    }
}

/// What earlier returns had stays as it is.
fn is_of_this_return(sum: &Sum, cells: &[Cell]) -> bool {
    sum.terms.iter().all(|term| cells.get(term.cell).is_some_and(|cell| cell.now))
}

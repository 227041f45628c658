//! The order of what stands in a draft: one place up or down.

use crate::macros::codes;

codes! {
    /// Which way something moves.
    Direction, "direction" {
        Up "up" "Move up",
        Down "down" "Move down",
    }
}

/// The order after what stands at `at` has moved by one place; none where it stands at that end already.
pub fn moved<T: Clone>(order: &[T], at: usize, direction: Direction) -> Option<Vec<T>> {
    let other = match direction {
        Direction::Up => at.checked_sub(1)?,
        Direction::Down => at + 1,
    };
    let mut order = order.to_vec();
    (at.max(other) < order.len()).then(|| {
        order.swap(at, other);
        order
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_changes_places_with_its_neighbour() {
        let order = ["A", "B", "C"];
        for (at, direction, expected) in [
            (1, Direction::Up, Some(["B", "A", "C"])),
            (1, Direction::Down, Some(["A", "C", "B"])),
            (0, Direction::Up, None),
            (2, Direction::Down, None),
            (3, Direction::Up, None),
        ] {
            assert_eq!(moved(&order, at, direction), expected.map(Vec::from), "{at} {direction}");
        }
    }
}

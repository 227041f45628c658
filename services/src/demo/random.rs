//! Seeded chance: one seed gives one place, on every machine and in every later version.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// What the chance is used for. Each part has a stream of its own, so that a change in one leaves the others as they are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Places,
    People,
    History,
    Help,
    Agreements,
    Teaching,
}

/// A stream of chance. ChaCha8 is a defined algorithm: its output is the same whoever implements it, which the ready-made
/// ranges and shuffles of the usual crates do not promise from version to version.
pub(super) struct Random(ChaCha8Rng);

impl Random {
    pub(super) fn new(seed: u64, part: Part) -> Self {
        let mut key = [0_u8; 32];
        for (byte, of_seed) in key.iter_mut().zip(seed.to_le_bytes()) {
            *byte = of_seed;
        }
        let mut stream = ChaCha8Rng::from_seed(key);
        stream.set_stream(part as u64);
        Self(stream)
    }

    /// A number from 0 to `n` − 1, and 0 where `n` is 0. Its bias is under one in ten million for the sizes used here.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(n)) >> 32) as u32
    }

    /// A number from `from` to `to`, both inclusive.
    pub(super) fn between(&mut self, from: i32, to: i32) -> i32 {
        from + self.below(u32::try_from(to - from + 1).unwrap_or(0)) as i32
    }

    /// True in `percent` of a hundred cases.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// True in `n` of a thousand cases.
    pub(super) fn thousandths(&mut self, n: u32) -> bool {
        self.below(1000) < n
    }

    /// One of a list; the type's default where the list is empty.
    pub(super) fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let at = self.below(list.len() as u32);
        list.get(at as usize).copied().unwrap_or_default()
    }

    /// The usual, or one of the exceptions, each with its share in a hundred.
    pub(super) fn mostly<T: Copy>(&mut self, usual: T, exceptions: &[(T, u32)]) -> T {
        let mut left = self.below(100);
        for &(exception, share) in exceptions {
            if left < share {
                return exception;
            }
            left -= share;
        }
        usual
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_never_changes() {
        let mut random = Random::new(2017, Part::People);
        let drawn: Vec<u32> = (0..6).map(|_| random.below(1000)).collect();
        assert_eq!(drawn, [187, 542, 260, 45, 525, 222]);
    }

    #[test]
    fn numbers_stay_in_their_range_and_shares_are_kept() {
        let mut random = Random::new(1, Part::Places);
        assert!((0..1000).all(|_| (-2..=3).contains(&random.between(-2, 3))));
        let drawn: Vec<u32> = (0..10_000).map(|_| random.mostly(0, &[(1, 30), (2, 10)])).collect();
        let ones = drawn.iter().filter(|&&n| n == 1).count();
        assert!((2_700..3_300).contains(&ones), "{ones} of 10,000 at 30 in a hundred");
        assert_eq!(random.one_of::<u8>(&[]), 0);
    }
}

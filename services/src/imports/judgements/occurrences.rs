//! How often each line has stood in a file before, in little memory: 35 million lines take half a gigabyte.

use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// Lines met so far, by the first eight bytes of their digest. Two different lines that share those would count as
/// repeats of each other, alike in every reading of the file, so that nothing is lost and nothing comes twice.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    once: HashSet<u64>,
    /// How often those that came again have come.
    again: HashMap<u64, u32>,
}

impl Occurrences {
    /// The key of the next occurrence of a line.
    pub fn key(&mut self, digest: Sha256) -> [u8; 16] {
        let fingerprint = u64::from_be_bytes(first(&digest.clone().finalize()));
        let nth = if self.once.insert(fingerprint) {
            1
        } else {
            let times = self.again.entry(fingerprint).or_insert(1);
            *times += 1;
            *times
        };
        first(&digest.chain_update(nth.to_be_bytes()).finalize())
    }
}

fn first<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.first_chunk().copied().unwrap_or([0; N])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_occurrence_has_a_key_of_its_own_and_the_same_in_every_reading() {
        let keys = || {
            let mut occurrences = Occurrences::default();
            ["a", "b", "a", "a"].map(|line| occurrences.key(Sha256::new_with_prefix(line)))
        };
        let once = keys();
        assert_eq!(once, keys());
        let different: HashSet<_> = once.into_iter().collect();
        assert_eq!(different.len(), 4);
    }
}

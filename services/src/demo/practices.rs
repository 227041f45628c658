//! Invented names of practices and care homes: trees and the words of a waterside. None is a real one.

#[rustfmt::skip] // a list
const TREES: [&str; 40] = [
    "Alder", "Medlar", "Rowan", "Hornbeam", "Willow", "Aspen", "Quince", "Juniper", "Larch", "Spindle",
    "Bramble", "Cedar", "Sorrel", "Hazel", "Linden", "Bayberry", "Foxglove", "Maple", "Blackthorn", "Teasel",
    "Walnut", "Heather", "Cypress", "Mulberry", "Yarrow", "Beech", "Tansy", "Chestnut", "Sycamore", "Dogwood",
    "Laurel", "Campion", "Hawthorn", "Elder", "Whitebeam", "Sedge", "Tamarisk", "Bulrush", "Buckthorn",
    "Myrtle",
];
const WATERS: [&str; 8] = ["Wharf", "Lock", "Reach", "Weir", "Creek", "Quay", "Basin", "Mill"];
const KINDS: [&str; 5] =
    ["Surgery", "Practice", "Health Centre", "Medical Centre", "Group Practice"];
const HOMES: [&str; 4] = ["Lodge", "Court", "House", "Gardens"];

/// The name of the `nth` practice, different for each up to 1,600.
pub(super) fn practice(nth: usize) -> String {
    let tree = nth % TREES.len();
    // Seven is prime to the forty pairs of water and kind: neighbours differ in both.
    let pair = (nth / TREES.len() + tree * 7) % (WATERS.len() * KINDS.len());
    let (water, kind) = (pick(&WATERS, pair), pick(&KINDS, pair / WATERS.len()));
    format!("{} {water} {kind}", pick(&TREES, tree))
}

/// The name of the `nth` care home, different for each up to 1,280.
pub(super) fn care_home(nth: usize) -> String {
    let (home, water) = (nth / TREES.len(), nth / TREES.len() / HOMES.len());
    let (tree, water) = (pick(&TREES, nth * 3 + 1), pick(&WATERS, nth + water));
    format!("{tree} {water} {}", pick(&HOMES, nth + home))
}

fn pick(list: &[&'static str], at: usize) -> &'static str {
    list.get(at % list.len()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_different() {
        let practices: BTreeSet<String> = (0..1_188).map(practice).collect();
        let homes: BTreeSet<String> = (0..231).map(care_home).collect();
        assert_eq!((practices.len(), homes.len()), (1_188, 231), "for 100,000 people");
    }
}

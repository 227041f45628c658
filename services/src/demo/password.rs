//! The one password of the demonstration: easy to read out, made anew at each start.

use crate::error::{Error, Result};

#[rustfmt::skip] // a list
const WORDS: [&str; 128] = [
    "acorn", "almond", "amber", "anchor", "apple", "arrow", "autumn", "badger", "barley", "basket", "beacon", "bottle",
    "branch", "bridge", "bronze", "bucket", "butter", "button", "candle", "canvas", "carpet", "castle", "cherry",
    "cinder", "circle", "clover", "cobalt", "coffee", "comet", "copper", "coral", "corner", "cotton", "cradle",
    "cricket", "crystal", "daisy", "dragon", "drum", "eagle", "ember", "falcon", "feather", "fiddle", "finch", "flint",
    "forest", "fossil", "garden", "garnet", "ginger", "glider", "granite", "harbour", "harvest", "hedge", "helmet",
    "heron", "honey", "island", "ivory", "jacket", "jasper", "jigsaw", "kettle", "kitten", "ladder", "lantern", "lemon",
    "lilac", "linen", "lizard", "magnet", "marble", "meadow", "melon", "mirror", "mitten", "moss", "mustard", "needle",
    "nutmeg", "olive", "orange", "orchid", "otter", "paddle", "pebble", "pepper", "petal", "pigeon", "pillow", "plum",
    "pocket", "poppy", "puzzle", "quartz", "quilt", "rabbit", "raven", "ribbon", "river", "rocket", "saddle", "saffron",
    "salmon", "sandal", "scarlet", "shadow", "silver", "spider", "spring", "stable", "sunset", "swallow", "tablet",
    "thistle", "thunder", "timber", "tulip", "tunnel", "velvet", "violet", "walnut", "whistle", "window", "winter",
    "zephyr",
];

/// Four words and four digits, such as `copper-lantern-moss-violet-4821`.
pub(super) fn make() -> Result<String> {
    let mut chance = [0_u8; 8];
    getrandom::fill(&mut chance).map_err(|e| Error::fault("making a password", e))?;
    let [a, b, c, d, digits @ ..] = chance;
    let words = [a, b, c, d]
        .map(|at| WORDS.get(usize::from(at) % WORDS.len()).copied().unwrap_or_default());
    let digits = digits.map(|digit| char::from(b'0' + digit % 10));
    Ok(format!("{}-{}", words.join("-"), digits.iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_readable_and_another_each_time() {
        let (one, other) = (make().unwrap(), make().unwrap());
        assert!(one.len() >= 20 && one.split('-').count() == 5, "{one}");
        assert_ne!(one, other);
        assert!(WORDS.is_sorted_by(|a, b| a < b), "in order and without repeats");
    }
}

//! The disclosure rule R5-8 for one figure: what may be shown of people counted by competence to whoever has no right to
//! exact figures (rules, section 6, points 1 to 5, 7 and 8).
//!
//! Points 6 and 9 are about figures that are published beside each other, and stand with the return.

use serde::{Deserialize, Serialize};

/// Numbers from 1 to this one are small: they could point at somebody.
const SMALL_MOST: u32 = 7;
/// All or none of fewer than this say something about each of them.
const ALL_OR_NONE_FROM: u32 = 20;
/// A percentage of people is shown from this number on.
const PERCENT_FROM: u32 = 40;
/// A percentage of requirements is shown from this number of people on, and to the nearest 5 below the other.
const REQUIREMENTS_FROM: u32 = 20;
const REQUIREMENTS_WHOLE_FROM: u32 = 100;

/// A figure as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// Nobody is asked: `z`.
    Nobody,
    /// How many is held back: `c`. What it is of may be said.
    Held { of: Option<u32>, band: Option<Band> },
    /// People, rounded to 5, of all that are asked; a percentage where there are enough of them.
    People { met: u32, of: u32, percent: Option<u32> },
    /// Of requirements a percentage and nothing else.
    Percent(u32),
}

/// What can be said of a figure that is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Band {
    FifthOrLess,
    FourFifthsOrMore,
}

/// `met` of `of` people.
pub fn people(met: u32, of: u32) -> Shown {
    let rest = of.saturating_sub(met);
    let held = |band| Shown::Held { of: Some(of), band };
    if of == 0 {
        Shown::Nobody
    } else if small(of) {
        held(None)
    } else if small(met) || small(rest) {
        let band = if small(met) { Band::FifthOrLess } else { Band::FourFifthsOrMore };
        held((of >= PERCENT_FROM).then_some(band))
    } else if (met == 0 || rest == 0) && of < ALL_OR_NONE_FROM {
        held(None)
    } else {
        // All of 23 round to 25: it tells nothing more to say that they are all.
        let met = round5(met).min(of);
        let percent = (of >= PERCENT_FROM).then(|| half_up(100 * met, of).min(100));
        Shown::People { met, of, percent }
    }
}

/// `met` of `of` requirements, which `people` people have together.
pub fn requirements(met: u32, of: u32, people: u32) -> Shown {
    match people {
        _ if of == 0 => Shown::Nobody,
        0..REQUIREMENTS_FROM => Shown::Held { of: None, band: None },
        REQUIREMENTS_FROM..REQUIREMENTS_WHOLE_FROM => Shown::Percent(5 * half_up(20 * met, of)),
        _ => Shown::Percent(half_up(100 * met, of)),
    }
}

const fn small(x: u32) -> bool {
    1 <= x && x <= SMALL_MOST
}

const fn round5(x: u32) -> u32 {
    (x + 2) / 5 * 5
}

/// The quotient in integers, half up.
const fn half_up(dividend: u32, divisor: u32) -> u32 {
    (2 * dividend + divisor) / (2 * divisor)
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nobody => f.write_str("z"),
            Self::Held { of, band } => {
                f.write_str("c")?;
                of.iter().try_for_each(|of| write!(f, " of {of}"))?;
                match band {
                    Some(Band::FifthOrLess) => f.write_str(", 20% or less"),
                    Some(Band::FourFifthsOrMore) => f.write_str(", 80% or more"),
                    None => Ok(()),
                }
            }
            Self::People { met, of, percent } => {
                write!(f, "{met} of {of}")?;
                percent.iter().try_for_each(|percent| write!(f, ", {percent}%"))
            }
            Self::Percent(percent) => write!(f, "{percent}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_of_the_rules_reads_as_it_stands() {
        for (met, of, shown) in [
            (0, 0, "z"),
            (4, 6, "c of 6"),
            (3, 22, "c of 22"),
            (18, 22, "c of 22"),
            (12, 12, "c of 12"),
            (3, 45, "c of 45, 20% or less"),
            (8, 17, "10 of 17"),
            (10, 20, "10 of 20"),
            (33, 48, "35 of 48, 73%"),
            (0, 40, "0 of 40, 0%"),
            (97, 105, "95 of 105, 90%"),
            (43, 45, "c of 45, 80% or more"),
        ] {
            assert_eq!(people(met, of).to_string(), shown, "{met} of {of}");
        }
    }

    #[test]
    fn the_edges_of_each_point() {
        for (met, of, shown) in [
            (7, 7, "c of 7"),
            (0, 8, "c of 8"),
            (8, 16, "10 of 16"),
            (0, 19, "c of 19"),
            (0, 20, "0 of 20"),
            (20, 20, "20 of 20"),
            (23, 23, "23 of 23"),
            (44, 44, "44 of 44, 100%"),
            (7, 39, "c of 39"),
            (7, 40, "c of 40, 20% or less"),
            (8, 40, "10 of 40, 25%"),
        ] {
            assert_eq!(people(met, of).to_string(), shown, "{met} of {of}");
        }
    }

    #[test]
    fn of_requirements_a_percentage_is_shown_where_there_are_twenty_people() {
        for (met, of, many, shown) in [
            (0, 0, 0, "z"),
            (12, 25, 1, "c"),
            (190, 200, 19, "c"),
            (190, 200, 20, "95%"),
            (137, 200, 99, "70%"),
            (137, 200, 100, "69%"),
            (5, 200, 99, "5%"),
            (4, 200, 99, "0%"),
        ] {
            assert_eq!(requirements(met, of, many).to_string(), shown, "{met} of {of}, {many}");
        }
    }

    proptest! {
        /// No small number is shown, nor what is left to the whole; and what is shown is within 2 of the true count.
        #[test]
        fn no_small_number_is_shown(of in 0_u32..300, met in 0_u32..300) {
            prop_assume!(met <= of);
            if let Shown::People { met: shown, .. } = people(met, of) {
                prop_assert!(!small(met) && !small(of - met) && !small(of));
                prop_assert!(shown.abs_diff(met) <= 2);
            }
        }
    }
}

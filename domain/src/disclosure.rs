//! The disclosure rule for one figure: what may be shown of people counted by competence, attendance or wellbeing to whoever has
//! no right to exact figures (rules, section 6, clauses 1 to 8).
//!
//! A total is shown by giving its true value to the rule, never by adding what was shown (clause 6). Clause 9 is about figures that
//! are published beside each other, as in a [return](crate::returns): see [`audit`].

pub mod audit; // what else is held back where counts are published beside each other

#[cfg(test)]
mod tests;

use crate::figures::grouped;
use serde::{Deserialize, Serialize};

/// The rule by its name, which says what it does: numbers are rounded to 5, and those below 8 are small. Another rule would have
/// another name.
pub const RULE: &str = "R5-8";

/// Numbers from 1 to this one are small: they could point at somebody.
pub(crate) const SMALL_MOST: u32 = 7;
/// All or none of fewer than this say something about each of them (clause 4).
const ALL_OR_NONE_FROM: u32 = 20;
/// A percentage of people is shown from this number on (clause 5), and a band where the number is held back (clause 7).
const PERCENT_FROM: u32 = 40;
/// A percentage of requirements is shown from this number of people on, and to the nearest 5 below the other (clause 8).
const REQUIREMENTS_FROM: u32 = 20;
const REQUIREMENTS_WHOLE_FROM: u32 = 100;

/// A figure as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// There is nobody to count: `z` (clause 1).
    Nobody,
    /// How many is held back: `c` (clauses 2 to 4). What it is of may be said.
    Held { of: Option<u32>, band: Option<Band> },
    /// People, rounded to 5, of all there are; a percentage where there are enough of them (clause 5).
    People { met: u32, of: u32, percent: Option<u32> },
    /// Of requirements a percentage and nothing else (clause 8).
    Percent(u32),
}

impl Shown {
    /// Whether how many is held back.
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Held { .. })
    }
}

/// What can be said of a figure that is held back (clause 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Band {
    FifthOrLess,
    FourFifthsOrMore,
}

/// `met` of `of` people (clauses 1 to 5, and 7).
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

/// `met` of `of` requirements, which `people` people have together (clause 8).
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

impl std::fmt::Display for Band {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::FifthOrLess => "20% or less",
            Self::FourFifthsOrMore => "80% or more",
        })
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nobody => f.write_str("z"),
            Self::Held { of, band } => {
                f.write_str("c")?;
                of.iter().try_for_each(|of| write!(f, " of {}", grouped(*of)))?;
                band.iter().try_for_each(|band| write!(f, ", {band}"))
            }
            Self::People { met, of, percent } => {
                write!(f, "{} of {}", grouped(*met), grouped(*of))?;
                percent.iter().try_for_each(|percent| write!(f, ", {percent}%"))
            }
            Self::Percent(percent) => write!(f, "{percent}%"),
        }
    }
}

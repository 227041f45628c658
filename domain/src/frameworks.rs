//! Levels, framework versions and competencies.

pub mod answering; // an editor's answers to a crosswalk
pub mod crosswalk; // what a new version takes over from the one before
pub mod drafting; // what editors decide about a draft
pub mod ordering; // what stands before what
pub mod previewing; // what a crosswalk does to figures
pub mod views; // what pages show

use crate::codes::VersionState;
use crate::dates::Period;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A level of competence, 1 to 5. *Not assessed* is the absence of a judgement, never 0 (rules, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    pub const AWARE: Self = Self(1);
    pub const KNOWS_HOW: Self = Self(2);
    pub const PRACTISES_WITH_SUPPORT: Self = Self(3);
    pub const PRACTISES_INDEPENDENTLY: Self = Self(4);
    pub const LEADS_AND_TEACHES: Self = Self(5);
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    pub const fn number(self) -> u8 {
        self.0
    }

    /// The level's name, as the framework that ships words it.
    pub const fn name(self) -> &'static str {
        match self.0 {
            1 => "Aware",
            2 => "Knows how",
            3 => "Practises with support",
            4 => "Practises independently",
            _ => "Leads and teaches",
        }
    }

    /// What the level means for any competency that has no descriptor of its own.
    pub const fn meaning(self) -> &'static str {
        match self.0 {
            1 => {
                "Can say what this is, why it matters and when to ask for help. Does not carry it out."
            }
            2 => {
                "Can explain how it is done and what they would do in an example. Acts with someone present."
            }
            3 => "Has shown it in simulation or practice, with advice close at hand.",
            4 => "Does it safely day to day and knows their limits. Discusses it afterwards.",
            _ => {
                "Handles complex cases, teaches and supervises others, and improves local practice."
            }
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        if (1..=5).contains(&number) {
            Ok(Self(number))
        } else {
            Err(format!("'{number}' is not a level; levels run from 1 to 5"))
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl std::str::FromStr for Level {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let number: u8 =
            text.parse().map_err(|_| format!("'{text}' is not a level; levels run from 1 to 5"))?;
        Self::try_from(number)
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A version of the framework in use, as far as dates choose between versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i32,
    pub state: VersionState,
    pub published_from: Option<NaiveDate>,
}

impl Version {
    /// Whether it holds, or ever held, from some day on.
    pub const fn was_published(&self) -> bool {
        matches!(self.state, VersionState::Published | VersionState::Retired)
    }

    /// Of two versions the later one holds; of two from the same day the one with the higher number.
    const fn order(&self) -> (Option<NaiveDate>, i32) {
        (self.published_from, self.number)
    }
}

/// The position of the version that holds at `day`: the latest published from that day or before, else the earliest
/// (rules, section 2). `None` where nothing was ever published.
pub fn version_at(versions: &[Version], day: NaiveDate) -> Option<usize> {
    let published = || versions.iter().enumerate().filter(|(_, v)| v.was_published());
    published()
        .filter(|(_, v)| Period::new(v.published_from, None).contains(day))
        .max_by_key(|(_, v)| v.order())
        .or_else(|| published().min_by_key(|(_, v)| v.order()))
        .map(|(position, _)| position)
}

/// The positions of the versions that were ever published, in the order in which they hold.
pub fn in_order(versions: &[Version]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    order.extend(versions.iter().enumerate().filter(|(_, v)| v.was_published()).map(|(at, _)| at));
    order.sort_by_key(|at| versions.get(*at).map(Version::order));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: i32, state: VersionState, from: &str) -> Version {
        Version { number, state, published_from: Some(from.parse().unwrap()) }
    }

    #[test]
    fn the_latest_published_version_holds_else_the_earliest() {
        let versions = [
            version(1, VersionState::Published, "2024-04-01"),
            version(2, VersionState::Published, "2025-04-01"),
            version(3, VersionState::Draft, "2025-06-01"),
        ];
        let at = |day: &str| version_at(&versions, day.parse().unwrap());
        assert_eq!(at("2023-01-01"), Some(0), "before the first, the earliest");
        assert_eq!(at("2025-03-31"), Some(0));
        assert_eq!(at("2025-04-01"), Some(1), "its first day counts");
        assert_eq!(at("2026-01-01"), Some(1), "a draft never holds");
        assert_eq!(version_at(&[], "2026-01-01".parse().unwrap()), None);
    }

    #[test]
    fn levels_run_from_one_to_five() {
        assert!("0".parse::<Level>().is_err() && "6".parse::<Level>().is_err());
        assert_eq!("4".parse::<Level>(), Ok(Level::PRACTISES_INDEPENDENTLY));
    }
}

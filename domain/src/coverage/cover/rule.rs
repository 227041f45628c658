//! A cover rule: how many people of a team must hold what, at which level, from how many professions.

use crate::changing::{self, When, when};
use crate::codes::CareSetting;
use crate::dates::{Period, days_after};
use crate::figures::counted;
use crate::frameworks::Level;
use crate::ids::CoverRuleId;
use crate::organisations::{AreaIndex, TeamIndex};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whose cover a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Team(TeamIndex),
    /// Every team of a care setting, in and below an area; in every area where there is none.
    Setting {
        setting: CareSetting,
        area: Option<AreaIndex>,
    },
}

/// What a rule is about, by its code: in whichever framework version holds, the same code means the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    Domain(String),
    Competency(String),
}

impl Item {
    pub fn code(&self) -> &str {
        match self {
            Self::Domain(code) | Self::Competency(code) => code,
        }
    }
}

/// As forms send it: `domain:RSK`, `competency:RSK-1`.
impl std::fmt::Display for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Domain(code) => write!(f, "domain:{code}"),
            Self::Competency(code) => write!(f, "competency:{code}"),
        }
    }
}

impl std::str::FromStr for Item {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("domain", code)) if !code.is_empty() => Ok(Self::Domain(code.to_owned())),
            Some(("competency", code)) if !code.is_empty() => Ok(Self::Competency(code.to_owned())),
            _ => Err(format!("'{text}' is neither a domain nor a competency")),
        }
    }
}

/// Domains in which two people of two professions are asked where nobody wrote a rule: risk, and emergencies.
pub const BY_TWO: [&str; 2] = ["RSK", "EMG"];

/// What a rule asks for each competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    /// How many distinct people.
    pub people: u32,
    /// At this level or above; where there is none, at the highest that the team requires, at most 4.
    pub level: Option<Level>,
    /// From how many professions.
    pub professions: u32,
}

impl Asks {
    /// One person, at the level that the team requires.
    pub const ONE: Self = Self { people: 1, level: None, professions: 1 };
    /// Two people of two professions, at level 3.
    pub const TWO: Self =
        Self { people: 2, level: Some(Level::PRACTISES_WITH_SUPPORT), professions: 2 };

    /// What holds for the competencies of a domain for which nobody wrote a rule.
    pub fn by_default(domain: &str) -> Self {
        if BY_TWO.contains(&domain) { Self::TWO } else { Self::ONE }
    }

    /// What this asks of a team that requires a competency, up to the level `required`.
    pub fn of_team(self, required: Level) -> Need {
        let level = self.level.unwrap_or_else(|| required.min(Level::PRACTISES_INDEPENDENTLY));
        Need { people: self.people, level, professions: self.professions }
    }

    /// `2 people at level 3 or above, from 2 professions`.
    pub fn words(self) -> String {
        let level = match self.level {
            Some(level) => format!("at level {level} or above"),
            None => "at the highest level that the team requires, at most 4".to_owned(),
        };
        format!("{} {level}{}", people(self.people), from_professions(self.professions))
    }
}

/// What a team must have in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    pub people: u32,
    pub level: Level,
    pub professions: u32,
}

/// What keeps a team from having that; nothing where it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    pub people: u32,
    /// They may be missing where there are people enough.
    pub professions: u32,
}

impl Missing {
    /// `1 more person needed`, `1 more profession needed`: as far as there is of each.
    pub fn words(self) -> Vec<String> {
        let more = |number: u32, one, several| {
            (number > 0).then(|| counted(number as usize, one, several))
        };
        let people = more(self.people, "more person needed", "more people needed");
        let professions =
            more(self.professions, "more profession needed", "more professions needed");
        people.into_iter().chain(professions).collect()
    }
}

impl Need {
    /// What is missing where so many people hold it, of so many professions that are known. Whoever holds it has a profession, known or
    /// not: one asks for nothing, and the unknown make no second.
    pub fn missing(self, people: u32, professions: u32) -> Missing {
        let there_are = professions.max(u32::from(people > 0));
        let professions = match self.professions {
            0 | 1 => 0,
            asked => asked.saturating_sub(there_are),
        };
        Missing { people: self.people.saturating_sub(people), professions }
    }

    /// `2 people at level 3 or above, from 2 professions`.
    pub fn words(self) -> String {
        Asks { people: self.people, level: Some(self.level), professions: self.professions }.words()
    }
}

fn people(number: u32) -> String {
    counted(number as usize, "person", "people")
}

/// One profession asks for nothing: whoever holds something has one.
fn from_professions(number: u32) -> String {
    if number > 1 { format!(", from {number} professions") } else { String::new() }
}

/// # Errors
/// Refuses rules that are over: what was so stays so.
pub fn refuse_over(held: Period, today: NaiveDate) -> Result<(), Refusal> {
    let sentence =
        "This rule has ended, and what it asked stays on record. Add what holds now instead.";
    changing::refuse_over(held, today, ("cover-rule-over", sentence))
}

/// # Errors
/// Refuses rules that have begun.
pub fn refuse_begun(held: Period, today: NaiveDate) -> Result<(), Refusal> {
    changing::refuse_begun(held, today, ("cover-rule-begun", "This rule"))
}

/// The last day of a rule that was begun by mistake: the day before its first, so that it never applied. That it was written stays on
/// record.
///
/// # Errors
/// Refuses rules that are over, and those that have not begun, which can be removed.
pub fn never_applied(held: Period, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    refuse_over(held, today)?;
    let first = held.from.filter(|_| when(held, today) != When::Ahead);
    let sentence = "This rule has not begun. Remove what was planned instead.";
    let last_day = first.map(|first| days_after(first, -1));
    last_day.ok_or_else(|| Refusal::rule("cover-rule-ahead", sentence))
}

/// A rule as it holds from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: CoverRuleId,
    pub whose: Whose,
    pub item: Item,
    pub asks: Asks,
    pub held: Period,
}

impl Rule {
    pub fn when(&self, today: NaiveDate) -> When {
        when(self.held, today)
    }
}

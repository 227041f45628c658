//! What pages show of cover and of its rules: plain values that cross to the browser.

use super::forms::{CoverAsksFields, CoverRuleFields};
use super::rule::{Asks, Missing, Need};
use super::verdict::Verdict;
use crate::changing::When;
use crate::coverage::views::{Heading, Surroundings};
use crate::dates::Period;
use crate::frameworks::Level;
use crate::ids::{CoverRuleId, PersonId};
use crate::judgements::views::Choice;
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The teams of a unit, each with its cover domain by domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverTable {
    pub as_at: NaiveDate,
    /// Whether that day has still to come.
    pub is_future: bool,
    pub framework_version: Option<i32>,
    pub around: Surroundings,
    /// All domains, from which one can be chosen.
    pub domains: Vec<Heading>,
    /// The domain that was chosen, or all.
    pub columns: Vec<Heading>,
    /// Those of the teams that are asked for, by name.
    pub rows: Paged<CoverRow>,
    /// How many teams require something of the columns.
    pub teams: usize,
    /// How many of these are covered in everything that they require of them.
    pub capable: usize,
    /// How many of these depend on one person in something.
    pub one_person: usize,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverRow {
    pub team: Heading,
    /// One for each column; `None` where the team requires nothing of it.
    pub cells: Vec<Option<Verdict>>,
}

/// Why a team is covered in an item, or is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverReasons {
    pub as_at: NaiveDate,
    pub is_future: bool,
    pub team: Heading,
    pub item: Heading,
    /// `None` where the team requires nothing of it.
    pub verdict: Option<Verdict>,
    /// How many are at work in the team, whatever they hold.
    pub at_work: usize,
    pub competencies: Vec<CoverLine>,
    /// Who helps the team on that day, in words.
    pub helpers: Vec<String>,
    /// Whether the reader keeps who helps the team.
    pub may_manage_input: bool,
    /// Whether the reader keeps cover rules for the team.
    pub may_keep_rules: bool,
}

/// One competency that the team requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverLine {
    pub competency: Heading,
    pub need: Need,
    /// Where that comes from, in words.
    pub rule: String,
    pub verdict: Verdict,
    /// How many of the team hold it, and how many more by arrangement.
    pub own: usize,
    pub helping: usize,
    /// Of those whose names the reader may see.
    pub professions: Vec<String>,
    /// How many more professions there are among the others: which, would tell of people whom the reader does not see.
    pub more_professions: usize,
    /// Those whose names the reader may see.
    pub holders: Vec<HolderLine>,
    /// How many of those whose names they may not are single points of failure.
    pub hidden_alone: usize,
}

impl CoverLine {
    pub const fn holding(&self) -> usize {
        self.own + self.helping
    }

    /// How many hold it whose names the reader does not see.
    pub const fn hidden(&self) -> usize {
        self.holding() - self.holders.len()
    }

    pub fn missing(&self) -> Missing {
        let professions = self.professions.len() + self.more_professions;
        self.need.missing(self.holding() as u32, professions as u32)
    }
}

/// Somebody who holds a competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolderLine {
    pub id: PersonId,
    pub name: String,
    pub level: Level,
    /// The last day on which that is current.
    pub until: Option<NaiveDate>,
    /// As which they count in the team.
    pub profession: Option<String>,
    /// By an arrangement, without a post in the team.
    pub helps: bool,
    /// A single point of failure.
    pub alone: bool,
}

/// The cover rules of an installation, and what holds where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverRules {
    pub rules: Paged<CoverRuleLine>,
    /// Domains with what is asked in them by default.
    pub defaults: Vec<(Heading, Asks)>,
    /// Whether the reader keeps rules for some teams.
    pub may_add: bool,
}

/// A rule, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverRuleLine {
    pub id: CoverRuleId,
    /// Whose cover it is about, and in what, in words.
    pub whose: String,
    pub item: String,
    pub asks: Asks,
    pub held: Period,
    pub when: When,
    /// Whether the reader keeps it, and it is not over.
    pub may_change: bool,
}

/// What the form of a rule offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverRuleForm {
    /// The rule that is changed; `None` for a new one.
    pub line: Option<CoverRuleLine>,
    /// How the rule stands, as a change says that it was shown; empty for a new one.
    pub shown: String,
    /// Whether it has begun before today: then a change ends it and another follows.
    pub begun: bool,
    pub about: CoverRuleFields,
    pub asks: CoverAsksFields,
    /// Teams for which the asker keeps rules; none where a rule is changed, which stays that of its teams.
    pub teams: Vec<Choice>,
    /// Areas for whose teams the asker keeps rules, code and name.
    pub areas: Vec<Heading>,
    pub everywhere: bool,
    /// Domains and competencies.
    pub items: Vec<Choice>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::cover::Covered;

    #[test]
    fn enough_people_of_too_few_professions_leave_professions_missing() {
        let missing = |own: usize, of: &[&str], professions: u32| {
            let line = CoverLine {
                competency: Heading { code: "RSK-1".into(), title: "Asks".into() },
                need: Need { people: 2, level: Level::AWARE, professions },
                rule: String::new(),
                verdict: Verdict { covered: Covered::NotCovered, one_person: false },
                own,
                helping: 0,
                professions: of.iter().map(|&name| name.to_owned()).collect(),
                more_professions: 0,
                holders: Vec::new(),
                hidden_alone: 0,
            };
            let missing = line.missing();
            (missing.people, missing.professions)
        };
        assert_eq!(missing(6, &["Nursing"], 2), (0, 1));
        assert_eq!(missing(6, &[], 2), (0, 1), "those that are not known make one");
        assert_eq!(missing(2, &["Medical", "Nursing"], 2), (0, 0));
        assert_eq!(missing(0, &[], 2), (2, 2));
        assert_eq!(missing(0, &[], 1), (2, 0), "one comes with anybody");
    }
}

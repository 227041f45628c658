//! What pages show of mental health input: plain values that cross to the browser.

use super::forms::InputFields;
use super::{CaseDiscussions, Population, SupervisionInterval};
use crate::changing::When;
use crate::codes::InputKind;
use crate::coverage::views::Heading;
use crate::dates::Period;
use crate::fte::Fte;
use crate::ids::MentalHealthInputId;
use crate::judgements::views::Choice;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The input of a team over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputOverTime {
    pub team: Heading,
    /// What holds now, then what is ahead, then what was before.
    pub rows: Vec<InputLine>,
    pub may_manage: bool,
    /// Whether the reader sees the team's figures, beside which its input is shown.
    pub sees_figures: bool,
}

impl InputOverTime {
    pub fn at(&self, when: When) -> Vec<InputLine> {
        self.rows.iter().filter(|row| row.when == when).cloned().collect()
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputLine {
    pub id: MentalHealthInputId,
    pub when: When,
    pub held: Period,
    pub kind: InputKind,
    pub population: Option<Population>,
    pub from_team: Option<String>,
    pub named: Named,
    pub wte: Option<Fte>,
    pub target_wte: Option<Fte>,
    /// A target alone: nobody comes yet.
    pub is_vacant: bool,
    pub times: Option<String>,
    pub reach: Option<String>,
    pub case_discussions: Option<CaseDiscussions>,
    pub supervisor: Named,
    pub supervised_every: Option<SupervisionInterval>,
}

/// Somebody who is named in a row, as far as the reader may know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Named {
    #[default]
    Nobody,
    /// People of this team are not the reader's to see by name.
    Hidden,
    Person {
        name: String,
        /// Their work email.
        email: Option<String>,
        /// Whether they are at work in a post today.
        at_work: bool,
    },
}

impl Named {
    /// The name, or why there is none; `None` where nobody is named.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Nobody => None,
            Self::Hidden => Some("Not open to you".to_owned()),
            Self::Person { name, at_work: true, .. } => Some(name.clone()),
            Self::Person { name, at_work: false, .. } => Some(format!("{name} (not at work now)")),
        }
    }
}

impl InputLine {
    /// Kind, source and hours in a line: `Link worker from Bow crisis team, 0.50 of 0.80 WTE`.
    pub fn words(&self) -> String {
        let from = self.from_team.as_ref().map(|team| format!(" from {team}")).unwrap_or_default();
        let hours = match (self.wte, self.target_wte) {
            (Some(wte), Some(target)) => format!(", {wte} of {target} WTE"),
            (Some(wte), None) => format!(", {wte} WTE"),
            (None, Some(target)) => format!(", target {target} WTE"),
            (None, None) => String::new(),
        };
        let vacant = if self.is_vacant { ": nobody comes yet" } else { "" };
        format!("{}{from}{hours}{vacant}", self.kind.label())
    }
}

/// The form of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputForm {
    pub team: Heading,
    /// The teams that somebody could come from.
    pub teams: Vec<Choice>,
    /// What stands in it before anything is typed.
    pub fields: InputFields,
    /// The row that is changed; `None` for a new one.
    pub row: Option<InputNow>,
    pub today: NaiveDate,
}

/// The row that is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputNow {
    pub id: MentalHealthInputId,
    pub line: InputLine,
    /// Whether it held before today: then a change begins a new row.
    pub begun: bool,
}

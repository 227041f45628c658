//! Mental health input: in dated rows, how, when and from whom mental health professionals reach a team (rules, section 1).

pub mod beside; // what the page beside coverage shows
pub mod forms; // the decisions behind the forms
pub mod sums; // how much teams have of what they are to have
#[cfg(test)]
mod tests; // what a change keeps, and who is the named link
pub mod views; // what pages show

use crate::changing::{Change, When, changed_to, has_begun, refuse_begun, refuse_over, when};
use crate::codes::InputKind;
use crate::dates::Period;
use crate::fte::Fte;
use crate::ids::{MentalHealthInputId, PersonId, TeamId};
use crate::macros::codes;
use crate::refusal::Refusal;
use chrono::NaiveDate;

codes! {
    /// Whom the input is for.
    Population, "population" {
        All "all" "Everybody",
        WorkingAge "working_age" "Adults of working age",
        OlderAdults "older_adults" "Older adults",
        Children "children" "Children and young people",
        Perinatal "perinatal" "Perinatal",
    }

    /// Whether whoever comes takes part in the team's case discussions.
    CaseDiscussions, "presence in case discussions" {
        All "all" "All of them",
        Invited "invited" "When invited",
        None "none" "None",
    }

    /// How often whoever comes is supervised.
    SupervisionInterval, "interval of supervision" {
        Weekly "weekly" "Every week",
        Fortnightly "fortnightly" "Every 2 weeks",
        Monthly "monthly" "Every month",
        SixWeekly "six_weekly" "Every 6 weeks",
        Quarterly "quarterly" "Every 3 months",
    }
}

/// What one row says of the input. The column of a team file says the kind alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub kind: InputKind,
    pub population: Option<Population>,
    pub from_team: Option<TeamId>,
    pub from_person: Option<PersonId>,
    /// What comes of somebody's time.
    pub wte: Option<Fte>,
    /// What it is agreed should come.
    pub target_wte: Option<Fte>,
    pub case_discussions: Option<CaseDiscussions>,
    pub supervisor: Option<PersonId>,
    pub supervised_every: Option<SupervisionInterval>,
    /// When they are there: `Tuesdays, 9am to 1pm`.
    pub times: Option<String>,
    /// How to reach them, where that is not by their work email alone.
    pub reach: Option<String>,
}

impl Said {
    /// A target alone: agreed, and nobody comes yet.
    pub const fn is_vacant(&self) -> bool {
        self.target_wte.is_some()
            && self.wte.is_none()
            && self.from_team.is_none()
            && self.from_person.is_none()
    }

    /// Whether somebody comes. A team file may say that nobody does.
    pub fn somebody_comes(&self) -> bool {
        self.kind != InputKind::None && !self.is_vacant()
    }
}

/// One dated row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub id: MentalHealthInputId,
    pub team: TeamId,
    pub held: Period,
    pub says: Said,
}

impl Input {
    pub fn when(&self, today: NaiveDate) -> When {
        when(self.held, today)
    }

    /// Whether it held on a day before today, so that changing it would change the past.
    pub fn has_begun(&self, today: NaiveDate) -> bool {
        has_begun(self.held, today)
    }

    /// What it takes for the row to say `wanted` in the period `held`.
    ///
    /// # Errors
    /// Refuses rows that are over, a change that changes nothing, and beside `starts_on` a first day on which the row, once
    /// begun, did not hold or only began.
    pub fn changed(
        &self,
        wanted: &Said,
        held: Period,
        today: NaiveDate,
    ) -> Result<Change, Refusal> {
        self.refuse_over(today)?;
        changed_to(self.held, (held, *wanted == self.says), today)
    }

    /// # Errors
    /// Refuses rows that are over: what was so stays so.
    pub fn refuse_over(&self, today: NaiveDate) -> Result<(), Refusal> {
        let sentence =
            "This input has ended, and what was so stays on record. Add what holds now instead.";
        refuse_over(self.held, today, ("input-over", sentence))
    }

    /// # Errors
    /// Refuses rows that have begun.
    pub fn refuse_begun(&self, today: NaiveDate) -> Result<(), Refusal> {
        refuse_begun(self.held, today, ("input-begun", "This input"))
    }
}

/// The rows by which somebody reaches a team on `day`, those nearest to the team first: its mental health links.
pub fn links(inputs: &[Input], team: TeamId, day: NaiveDate) -> Vec<&Input> {
    let of_team = inputs.iter().filter(|input| input.team == team && input.held.contains(day));
    let mut links: Vec<&Input> = of_team.filter(|input| input.says.somebody_comes()).collect();
    links.sort_by_key(|input| (input.says.kind, input.held.from, input.id));
    links
}

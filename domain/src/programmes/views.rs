//! What pages show of programmes: plain values that cross to the browser.

use super::counting::Come;
use super::forms::{ProgrammeFields, StepFields};
use super::progress::{StepState, StepsDone};
use super::taken::Taking;
use super::{Stage, StepFormat};
use crate::codes::{CareSetting, Origin};
use crate::coverage::ScopeKind;
use crate::coverage::views::Heading;
use crate::dates::{Period, spoken};
use crate::frameworks::Level;
use crate::ids::{PersonId, ProgrammeStepId};
use crate::paging::Paged;
use crate::sessions::series::may_run_in_turn;
use crate::sessions::views::SessionLine;
use crate::standing::Status;
use serde::{Deserialize, Serialize};

/// A programme, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLine {
    pub programme: Heading,
    pub audience: AudienceWords,
    pub runs: Period,
    pub stage: Stage,
    pub steps: usize,
    /// How long all steps are expected to take together.
    pub minutes: u32,
    /// How far the reader has come; none where they are not of its audience.
    pub mine: Option<StepsDone>,
}

/// A list of programmes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammesList {
    pub lines: Paged<ProgrammeLine>,
    pub may_start: bool,
}

/// Whom a programme is for, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudienceWords {
    /// The name of the area it runs in; everywhere where there is none.
    pub area: Option<String>,
    /// Titles of roles.
    pub roles: Vec<String>,
    pub settings: Vec<CareSetting>,
}

impl AudienceWords {
    /// `Practice nurse, General practitioner; primary care; in Tower Hamlets`.
    pub fn words(&self) -> String {
        let settings: Vec<String> =
            self.settings.iter().map(|setting| setting.label().to_lowercase()).collect();
        let area = self.area.as_ref().map(|area| format!("in {area}"));
        let parts = [self.roles.join(", "), settings.join(", "), area.unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("; ")
    }
}

/// When a programme runs: `From 1 May 2026`, `1 May 2026 to 30 April 2027`.
pub fn runs_words(runs: Period) -> String {
    match (runs.from, runs.to) {
        (Some(from), Some(to)) => format!("{} to {}", spoken(from), spoken(to)),
        (Some(from), None) => format!("From {}", spoken(from)),
        (None, Some(to)) => format!("Until {}", spoken(to)),
        (None, None) => "Always".to_owned(),
    }
}

/// One programme, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeDetail {
    pub programme: Heading,
    pub purpose: String,
    pub origin: Origin,
    pub audience: AudienceWords,
    pub runs: Period,
    pub stage: Stage,
    pub steps: Vec<StepDetail>,
    /// How far the reader has come; none where they are not of its audience.
    pub mine: Option<StepsDone>,
    /// The reader's next step, by its position.
    pub next: Option<usize>,
    pub may_change: bool,
    pub may_see_teams: bool,
    /// Whether the reader plans sessions, and it has not ended: then they can plan one of a step.
    pub may_plan: bool,
}

impl ProgrammeDetail {
    /// Whether the reader can plan all its steps as a series.
    pub fn may_plan_series(&self) -> bool {
        let sessions = self.steps.iter().filter(|step| step.format.session().is_some());
        self.may_plan && may_run_in_turn(sessions.count()).is_ok()
    }
}

/// One step, with where the reader stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDetail {
    pub id: ProgrammeStepId,
    pub title: String,
    pub what_happens: String,
    pub format: StepFormat,
    pub minutes: u32,
    pub outcomes: Vec<OutcomeLine>,
    /// None where the reader is not of the audience.
    pub state: Option<StepState>,
    /// How the reader took it, where they came to a session that ran it.
    pub taken: Option<Taking>,
    /// The next session that runs it in which the reader has a booking or can ask for a seat.
    pub next_session: Option<SessionLine>,
}

/// What a step is meant to lead to in one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeLine {
    pub competency: Heading,
    pub level: Level,
    /// The level is above what taking part supports.
    pub needs_more: bool,
    /// None where the reader is not of the audience.
    pub own: Option<OwnOutcome>,
}

/// Where the reader stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOutcome {
    /// None where they are exempt.
    pub status: Option<Status>,
    pub self_level: Option<Level>,
    /// Their pieces of evidence about it since the programme began.
    pub pieces: usize,
}

/// The programmes that the reader is of the audience of and that have not ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProgramme {
    pub programme: Heading,
    pub runs: Period,
    pub stage: Stage,
    pub done: StepsDone,
    /// None where nothing is left to do.
    pub next: Option<StepDetail>,
}

/// What the form of a programme offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeForm {
    pub fields: ProgrammeFields,
    /// The codes of those it is for so far.
    pub chosen_roles: Vec<String>,
    pub chosen_settings: Vec<String>,
    /// Areas that the asker may give it, code and name.
    pub areas: Vec<Heading>,
    pub everywhere: bool,
    pub roles: Vec<Heading>,
}

/// What the form of a step shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepForm {
    pub programme: Heading,
    pub fields: StepFields,
}

/// The competencies of the framework version that holds today, with the level that a step intends in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepCompetencies {
    pub programme: Heading,
    pub step: ProgrammeStepId,
    pub title: String,
    pub format: StepFormat,
    /// Domain by domain, by its title.
    pub domains: Vec<(String, Vec<Intended>)>,
}

/// A competency, and the level that a step intends in it, if any.
pub type Intended = (Heading, Option<Level>);

/// How far the audience has come: as a whole, and row by row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComeRows {
    pub programme: Heading,
    /// The titles of the steps.
    pub steps: Vec<String>,
    pub rows_are: ScopeKind,
    /// None where the reader sees no exact figures.
    pub whole: Option<Come>,
    pub rows: Paged<ComeRow>,
    /// Organisations whose figures the reader may not see; no row counts them.
    pub left_out: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComeRow {
    pub unit: Heading,
    /// None where the reader may read records here, and no figures.
    pub come: Option<Come>,
}

/// How far the audience in one team has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComeTeam {
    pub programme: Heading,
    pub team: Heading,
    pub steps: Vec<String>,
    /// None where the reader may not see the team's exact figures.
    pub come: Option<Come>,
    /// None where the reader may read nobody's record here.
    pub people: Option<Vec<PersonSteps>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSteps {
    pub id: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub role: String,
    pub states: Vec<StepState>,
    /// How they took each step.
    pub taken: Vec<Option<Taking>>,
    pub done: StepsDone,
}

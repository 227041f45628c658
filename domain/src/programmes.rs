//! Training packages: ordered steps, each mapped to competencies, for an audience; and where people stand in them.

pub mod counting; // how far the audience of each row has come
pub mod forms; // what is decided about a programme, one form at a time
pub mod progress; // how far one person has come, computed
pub mod taken; // who came to a session that ran a step
pub mod views; // what pages show

use crate::codes::CareSetting;
use crate::coverage::{Facts, Person};
use crate::dates::Period;
use crate::frameworks::Level;
use crate::ids::{AreaId, CompetencyId, ProgrammeStepId, RoleId};
use crate::macros::codes;
use crate::organisations::TeamIndex;
use crate::people::{Presence, Terms};
use crate::sessions::format::Format;
use chrono::NaiveDate;

codes! {
    /// How a step is taken: in a session of some format (rules, section 5), or by oneself.
    StepFormat, "format of a step" {
        Short "short" "Short session",
        LeadsMeeting "leads_meeting" "Leads’ meeting",
        Workshop "workshop" "Workshop",
        CaseDiscussion "case_discussion" "Case discussion",
        Shadowing "shadowing" "Shadowing",
        Simulation "simulation" "Simulation",
        Reading "reading" "Reading",
        Elearning "elearning" "E-learning",
    }

    /// Where a programme is in its life.
    Stage, "stage of a programme" {
        Coming "coming" "Not begun",
        Running "running" "Running",
        Ended "ended" "Ended",
    }
}

impl StepFormat {
    /// The format of the session in which it is taken; none where it is done by oneself.
    pub const fn session(self) -> Option<Format> {
        match self {
            Self::Short => Some(Format::Short),
            Self::LeadsMeeting => Some(Format::LeadsMeeting),
            Self::Workshop => Some(Format::Workshop),
            Self::CaseDiscussion => Some(Format::CaseDiscussion),
            Self::Shadowing => Some(Format::Shadowing),
            Self::Simulation => Some(Format::Simulation),
            Self::Reading | Self::Elearning => None,
        }
    }

    /// The highest level that taking part can support by itself (rules, sections 3 and 5).
    pub const fn ceiling(self) -> u8 {
        match self.session() {
            Some(format) => format.ceiling(),
            None => 1,
        }
    }

    /// Whether a level is above the ceiling: it may be intended, and needs more evidence than taking part.
    pub const fn needs_more_for(self, level: Level) -> bool {
        level.number() > self.ceiling()
    }
}

/// What a step is meant to lead to in one competency, of whichever framework version it was chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub competency: CompetencyId,
    pub level: Level,
}

/// A step as the rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: ProgrammeStepId,
    pub outcomes: Vec<Outcome>,
}

/// A programme as the rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// From its first day to its last.
    pub runs: Period,
    pub audience: Audience,
    /// In their order.
    pub steps: Vec<Step>,
}

impl Programme {
    /// Where it is in its life at `day`.
    pub fn stage(&self, day: NaiveDate) -> Stage {
        stage(self.runs, day)
    }
}

/// Where a programme that runs over a period is in its life at `day`; its first and last day count.
fn stage(runs: Period, day: NaiveDate) -> Stage {
    match runs {
        _ if runs.contains(day) => Stage::Running,
        _ if runs.ends_before(day) => Stage::Ended,
        _ => Stage::Coming,
    }
}

/// Whom a programme is for. Whatever is chosen narrows it; nothing chosen leaves it open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// The area in which it runs; everywhere where there is none.
    pub area: Option<AreaId>,
    pub roles: Vec<RoleId>,
    pub settings: Vec<CareSetting>,
}

impl Audience {
    /// Whether a post on these terms belongs to it at `day`: by its role, its team's care setting and where its team lies.
    pub fn includes(&self, facts: &Facts, terms: &Terms, day: NaiveDate) -> bool {
        let places = &facts.places;
        let Some(team) = places.teams.get(terms.team) else { return false };
        let role = facts.roles.get(terms.role).map(|role| role.id);
        let lies_in = |area| {
            let mut above = places.areas_of(team, day).filter_map(|at| places.areas.get(at));
            above.any(|above| above.id == area)
        };
        (self.roles.is_empty() || role.is_some_and(|role| self.roles.contains(&role)))
            && (self.settings.is_empty() || self.settings.contains(&team.setting))
            && self.area.is_none_or(lies_in)
    }

    /// Whether somebody belongs to it at `day` by any post in scope: a bank or locum post counts too, since this is about
    /// the person and not a figure.
    pub fn has(&self, facts: &Facts, person: &Person, day: NaiveDate) -> bool {
        facts.posts_in_scope(person, day).any(|terms| self.includes(facts, terms, day))
    }

    /// The teams in which somebody counts among it at `day`, each once; as in figures, bank and locum posts do not count.
    pub fn teams_of(&self, facts: &Facts, person: &Person, day: NaiveDate) -> Vec<TeamIndex> {
        let counted = person.posts.iter().filter_map(|post| {
            match post.presence_at(day, false, |team| facts.team_open(team, day)) {
                Presence::InScope(terms) => Some(terms),
                Presence::Away(_) | Presence::Out => None,
            }
        });
        let included = counted.filter(|terms| self.includes(facts, terms, day));
        let mut teams: Vec<TeamIndex> = included.map(|terms| terms.team).collect();
        teams.sort_unstable();
        teams.dedup();
        teams
    }
}

#[cfg(test)]
mod tests;

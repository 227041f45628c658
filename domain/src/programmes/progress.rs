//! How far one person has come in a programme: computed from what was confirmed, never stored; attendance is evidence and
//! never competence.

use super::taken::{Taken, Taking};
use super::{Outcome, Step};
use crate::coverage::{Competency, Facts, Person};
use crate::dates::Period;
use crate::frameworks::version_at;
use crate::ids::{CompetencyId, PersonId, ProgrammeStepId};
use crate::macros::codes;
use crate::requirements::{Asked, CompetencyIndex, highest};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Where somebody stands in a step.
    StepState, "state of a step" {
        Done "done" "Done",
        ToDo "to_do" "To do",
        /// All of it is exempt for them, or nothing of it is in the framework any more.
        NothingAsked "nothing_asked" "Nothing asked",
    }
}

/// The steps of a programme as the framework version at one day asks them.
#[derive(Clone, Debug)]
pub struct Course {
    day: NaiveDate,
    ids: Vec<ProgrammeStepId>,
    /// What each step asks, in the order of the framework.
    steps: Vec<Vec<Asked>>,
    taken: Taken,
}

impl Course {
    /// Carries what each step is meant to lead to into the version at `day` by the crosswalk, as draft requirements are:
    /// to each part of what was split; the highest level of what was merged; nothing of what was retired.
    pub fn of(facts: &Facts, steps: &[Step], day: NaiveDate) -> Self {
        let ids = steps.iter().map(|step| step.id).collect();
        let steps = steps.iter().map(|step| asked_by(facts, &step.outcomes, day)).collect();
        Self { day, ids, steps, taken: Taken::default() }
    }

    /// The same with who took its steps.
    #[must_use]
    pub fn with(self, taken: Taken) -> Self {
        Self { taken, ..self }
    }

    /// How a person took each step.
    pub fn taken_by(&self, person: PersonId) -> Vec<Option<Taking>> {
        self.ids.iter().map(|step| self.taken.of(*step, person)).collect()
    }

    /// What each step asks.
    pub fn steps(&self) -> &[Vec<Asked>] {
        &self.steps
    }

    /// Where a person stands in each step.
    pub fn states(&self, facts: &Facts, person: &Person) -> Vec<StepState> {
        self.steps.iter().map(|asked| self.state(facts, person, asked)).collect()
    }

    /// A step is done when every competency of it that is not exempt is met: confirmed, current, at the intended level.
    fn state(&self, facts: &Facts, person: &Person, step: &[Asked]) -> StepState {
        let mut any = false;
        for asked in step {
            let Some(of) = facts.competencies.get(usize::from(asked.competency)) else { continue };
            let standing = person.standing_in(asked.competency, of, self.day);
            if standing.exempt {
                continue;
            }
            if !standing.meets(asked.level, self.day) {
                return StepState::ToDo;
            }
            any = true;
        }
        if any { StepState::Done } else { StepState::NothingAsked }
    }
}

/// Carries what something is meant to lead to into the version at `day`, as [`Course::of`] does for each step.
pub fn asked_by(facts: &Facts, outcomes: &[Outcome], day: NaiveDate) -> Vec<Asked> {
    let version = version_at(&facts.versions, day);
    let current = || {
        let all = (0..).zip(&facts.competencies);
        all.filter(move |(_, of)| Some(of.version) == version)
    };
    highest(outcomes.iter().flat_map(|outcome| {
        let led_here = current().filter(|(_, of)| led_from(facts, of, outcome.competency));
        let asked = |(competency, _): (CompetencyIndex, _)| Asked {
            competency,
            level: outcome.level,
            critical: false,
        };
        led_here.map(asked)
    }))
}

/// Whether a competency is the one with this id, or one that it led to.
fn led_from(facts: &Facts, competency: &Competency, id: CompetencyId) -> bool {
    competency.id == id
        || competency.carried.earlier.iter().any(|at| {
            facts.competencies.get(usize::from(*at)).is_some_and(|earlier| earlier.id == id)
        })
}

/// How many of somebody's pieces of evidence, each with what it is about and its day, are about a competency (or one that
/// led to it) and fall into a period.
pub fn evidence_in(
    facts: &Facts,
    competency: &Competency,
    pieces: &[(CompetencyId, NaiveDate)],
    period: Period,
) -> usize {
    let counts = |(about, day): &&(CompetencyId, NaiveDate)| {
        period.contains(*day) && led_from(facts, competency, *about)
    };
    pieces.iter().filter(counts).count()
}

/// How many steps are done, of those that ask something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepsDone {
    pub done: usize,
    pub of: usize,
}

impl StepsDone {
    pub fn of(states: &[StepState]) -> Self {
        let count = |state| states.iter().filter(|known| **known == state).count();
        let done = count(StepState::Done);
        Self { done, of: done + count(StepState::ToDo) }
    }

    /// Whether there is something to do in it, and all of it is done.
    pub const fn is_whole(self) -> bool {
        self.of > 0 && self.done == self.of
    }

    /// `2 of 6 steps done`.
    pub fn words(self) -> String {
        match self.of {
            0 => "Nothing asked".to_owned(),
            1 => format!("{} of 1 step done", self.done),
            of => format!("{} of {of} steps done", self.done),
        }
    }
}

/// The step to take next, by its position: the first that is still to do.
pub fn next_step(states: &[StepState]) -> Option<usize> {
    states.iter().position(|state| *state == StepState::ToDo)
}

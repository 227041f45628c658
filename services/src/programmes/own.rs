//! Where the reader stands in the programmes that they are of the audience of: from their own record alone.

use super::may_read;
use super::read::step_detail;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence;
use crate::judgements::myself;
use crate::sessions::{known_of, next_of, taken_by};
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::dates::Period;
use domain::ids::{CompetencyId, ProgrammeStepId};
use domain::programmes::Stage;
use domain::programmes::progress::{Course, StepState, StepsDone, evidence_in, next_step};
use domain::programmes::taken::Taking;
use domain::programmes::views::{MyProgramme, OwnOutcome};
use domain::requirements::Asked;
use domain::sessions::views::SessionLine;
use std::collections::BTreeMap;

/// The programmes that the signed-in person is of the audience of and that have not ended, with their next step in each.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx) -> Result<Vec<MyProgramme>> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let facts = ctx.facts().await?;
    let all = Stored::all(ctx.db().read()).await?;
    let open = all.iter().filter(|stored| stored.ruled.stage(ctx.today) != Stage::Ended);
    let steps: Vec<ProgrammeStepId> = all.iter().flat_map(Stored::step_ids).collect();
    let taken = taken_by(ctx.db().read(), person, &steps).await?;
    let own: Vec<(&Stored, Course, Own<'_>)> = open
        .filter_map(|stored| {
            let course = Course::of(&facts, &stored.ruled.steps, ctx.today).with(taken.clone());
            let own = Own::of(ctx, &facts, stored, &course)?;
            Some((stored, course, own))
        })
        .collect();
    let pieces = pieces(ctx).await?;
    let next = next_of(ctx, &facts, &steps).await?;
    let mine = own.into_iter().map(|(stored, course, own)| {
        let own = own.with(pieces.clone(), next.clone());
        MyProgramme {
            programme: stored.heading(),
            runs: stored.ruled.runs,
            stage: stored.ruled.stage(ctx.today),
            done: own.done(),
            next: own.next().and_then(|at| step_detail(&facts, stored, &course, at, Some(&own))),
        }
    });
    Ok(mine.collect())
}

/// The reader in a programme that they are of the audience of.
pub(super) struct Own<'a> {
    person: &'a Person,
    day: NaiveDate,
    /// In which a piece of evidence counts: since the programme began, until today.
    since: Period,
    pub states: Vec<StepState>,
    /// How they took each step.
    pub taken: Vec<Option<Taking>>,
    /// Their evidence, each piece with what it is about and its day.
    pieces: Vec<(CompetencyId, NaiveDate)>,
    /// The next session of each step that they can book or have booked.
    next_sessions: BTreeMap<ProgrammeStepId, SessionLine>,
}

impl<'a> Own<'a> {
    /// The signed-in person, where they are of the audience; without evidence and sessions to come yet.
    pub fn of(ctx: &Ctx, facts: &'a Facts, stored: &Stored, course: &Course) -> Option<Self> {
        let person = facts.person(ctx.actor.person()?)?;
        stored.ruled.audience.has(facts, person, ctx.today).then(|| Self {
            person,
            day: ctx.today,
            since: Period::new(stored.ruled.runs.from, Some(ctx.today)),
            states: course.states(facts, person),
            taken: course.taken_by(person.id),
            pieces: Vec::new(),
            next_sessions: BTreeMap::new(),
        })
    }

    /// With their evidence, and the next session of each step.
    pub fn with(
        self,
        pieces: Vec<(CompetencyId, NaiveDate)>,
        next_sessions: BTreeMap<ProgrammeStepId, SessionLine>,
    ) -> Self {
        Self { pieces, next_sessions, ..self }
    }

    /// The next session of a step.
    pub fn next_session(&self, step: ProgrammeStepId) -> Option<SessionLine> {
        self.next_sessions.get(&step).cloned()
    }

    pub fn done(&self) -> StepsDone {
        StepsDone::of(&self.states)
    }

    pub fn next(&self) -> Option<usize> {
        next_step(&self.states)
    }

    /// Where they stand in one competency of a step.
    pub fn outcome(&self, facts: &Facts, asked: Asked) -> Option<OwnOutcome> {
        let of = facts.competencies.get(usize::from(asked.competency))?;
        let standing = self.person.standing_in(asked.competency, of, self.day);
        Some(OwnOutcome {
            status: (!standing.exempt).then(|| standing.status(asked.level, self.day)),
            self_level: standing.self_level,
            pieces: evidence_in(facts, of, &self.pieces, self.since),
        })
    }
}

/// The signed-in person's evidence; as many queries as there are for its pieces.
pub(super) async fn pieces(ctx: &Ctx) -> Result<Vec<(CompetencyId, NaiveDate)>> {
    let person = myself(ctx)?;
    let known = known_of(ctx.db().read(), person).await?;
    let pieces = evidence::pieces_about(ctx, person, &known).await?;
    Ok(pieces.into_iter().map(|(about, _, day)| (about, day)).collect())
}

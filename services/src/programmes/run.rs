//! Steps that sessions run: which can be chosen, what one is meant to lead to on a day, and how it is named.

use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::dates::Period;
use domain::fields::FieldErrors;
use domain::ids::{AreaId, CompetencyId, ProgrammeId, ProgrammeStepId, SessionId};
use domain::programmes::progress::asked_by;
use domain::programmes::{Stage, StepFormat};
use domain::sessions::format::Format;
use domain::sessions::forms::MINUTES_LEAST;
use entities::{programme, programme_step, session_outcome};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// A step as a session that runs it begins with it.
#[derive(Clone, Debug)]
pub(crate) struct OfferedStep {
    pub id: ProgrammeStepId,
    pub title: String,
    pub what_happens: String,
    pub format: Format,
    /// No shorter than a session can be.
    pub minutes: u32,
    /// The area that its programme runs in; everywhere where there is none.
    pub area: Option<AreaId>,
    /// What it is meant to lead to in today's framework version, each with its level.
    outcomes: Vec<(CompetencyId, i32)>,
}

impl OfferedStep {
    /// What a session that runs it is meant to lead to.
    pub fn rows_of(&self, session_id: SessionId) -> Vec<session_outcome::Model> {
        let row = |(competency_id, level): &(CompetencyId, i32)| session_outcome::Model {
            session_id,
            competency_id: *competency_id,
            level: *level,
        };
        self.outcomes.iter().map(row).collect()
    }
}

/// The steps of programmes that a session on this day can run, by id: those that are taken in a session, of programmes that have
/// not ended by then. Five queries.
pub(crate) async fn steps_to_run(
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<Vec<Heading>> {
    let all = Stored::all(db).await?;
    let open = all.iter().filter(|stored| stored.ruled.stage(day) != Stage::Ended);
    let steps = open.flat_map(|stored| {
        let numbered = (1..).zip(&stored.steps).filter(|(_, step)| step.format.session().is_some());
        numbered.map(move |(number, step)| Heading {
            code: step.id.to_string(),
            title: format!("{}: {number}. {}", stored.row.title, step.title),
        })
    });
    Ok(steps.collect())
}

/// A step that a session on this day can run; five queries.
///
/// # Errors
/// Refuses every other, beside `step`.
pub(crate) async fn offered_step(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (id, day): (ProgrammeStepId, NaiveDate),
) -> Result<OfferedStep> {
    let refused = || FieldErrors::one("step", "Choose a step of a programme from the list");
    let all = Stored::all(db).await?;
    let found = all.iter().find(|stored| stored.steps.iter().any(|step| step.id == id));
    let stored = found.ok_or_else(refused)?;
    if stored.ruled.stage(day) == Stage::Ended {
        return Err(refused().into());
    }
    Ok(offered(ctx, facts, stored, stored.step(id)?).ok_or_else(refused)?)
}

/// A step as a session that runs it begins with it; none where it is done by oneself.
fn offered(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    row: &programme_step::Model,
) -> Option<OfferedStep> {
    let format = row.format.session()?;
    let ruled = stored.ruled.steps.iter().find(|step| step.id == row.id);
    let asked = ruled.map(|step| asked_by(facts, &step.outcomes, ctx.today)).unwrap_or_default();
    let outcomes = asked.iter().filter_map(|asked| {
        let of = facts.competencies.get(usize::from(asked.competency))?;
        Some((of.id, i32::from(asked.level.number())))
    });
    Some(OfferedStep {
        id: row.id,
        title: row.title.clone(),
        what_happens: row.what_happens.clone(),
        format,
        minutes: u32::try_from(row.minutes).unwrap_or_default().max(MINUTES_LEAST),
        area: stored.row.area_id,
        outcomes: outcomes.collect(),
    })
}

/// A programme as a series that runs all its steps begins with it.
#[derive(Clone, Debug)]
pub(crate) struct OfferedProgramme {
    pub id: ProgrammeId,
    pub programme: Heading,
    pub runs: Period,
    /// The area that it runs in; everywhere where there is none.
    pub area: Option<AreaId>,
    /// Those that are taken in a session, in their order.
    pub steps: Vec<OfferedStep>,
    /// Those that are done by oneself, each by its title.
    pub left_out: Vec<(String, StepFormat)>,
}

/// The programme with this code; five queries.
///
/// # Errors
/// Refuses unknown codes as not found.
pub(crate) async fn offered_programme(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<OfferedProgramme> {
    let stored = Stored::with_code(db, code).await?;
    let steps = stored.steps.iter().filter_map(|row| offered(ctx, facts, &stored, row));
    let left_out = stored.steps.iter().filter(|row| row.format.session().is_none());
    Ok(OfferedProgramme {
        id: stored.row.id,
        programme: stored.heading(),
        runs: stored.ruled.runs,
        area: stored.row.area_id,
        steps: steps.collect(),
        left_out: left_out.map(|row| (row.title.clone(), row.format)).collect(),
    })
}

/// The programme of a step, and the title of the step; two queries.
pub(crate) async fn step_named(
    db: &impl ConnectionTrait,
    id: ProgrammeStepId,
) -> Result<Option<(Heading, String)>> {
    let Some(step) = programme_step::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let of = programme::Entity::find_by_id(step.programme_id).one(db).await?;
    Ok(of.map(|of| (Heading { code: of.code, title: of.title }, step.title)))
}

/// The programme that all of these steps are of; none where they are of several. One query, and none where there are no steps.
pub(crate) async fn programme_of(
    db: &impl ConnectionTrait,
    steps: &[ProgrammeStepId],
) -> Result<Option<Heading>> {
    if steps.is_empty() {
        return Ok(None);
    }
    let ids = programme_step::Entity::find()
        .select_only()
        .column(programme_step::Column::ProgrammeId)
        .filter(programme_step::Column::Id.is_in(steps.iter().copied()))
        .into_query();
    let found =
        programme::Entity::find().filter(programme::Column::Id.in_subquery(ids)).all(db).await?;
    Ok(match found.as_slice() {
        [of] => Some(Heading { code: of.code.clone(), title: of.title.clone() }),
        _ => None,
    })
}

//! Programmes as everybody with an account reads them: the list, and one opened; and one as whoever may change it reads it.

use super::own::{Own, pieces};
use super::rows::sees_any;
use super::stored::Stored;
use super::{authorise_in, may_draft_in, may_read};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::{next_of, taken_by};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::paging::Paged;
use domain::policy::{Action, reach};
use domain::programmes::Stage;
use domain::programmes::progress::Course;
use domain::programmes::views::{
    OutcomeLine, ProgrammeDetail, ProgrammeLine, ProgrammesList, StepDetail,
};
use domain::requirements::Asked;

/// Which programmes are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammesAsk {
    /// Words that its code, title, purpose or audience holds.
    pub words: String,
    pub page: usize,
}

/// A page of the programmes, those that run first, by title.
///
/// # Errors
/// Refuses whoever is not signed in.
pub async fn list(ctx: &Ctx, ask: &ProgrammesAsk) -> Result<ProgrammesList> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let words: Vec<String> = ask.words.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Stored::all(ctx.db().read()).await?;
    found.retain(|stored| {
        let (row, audience) = (&stored.row, stored.audience(&facts).words());
        let text = format!("{} {} {} {audience}", row.code, row.title, row.purpose).to_lowercase();
        words.iter().all(|word| text.contains(word))
    });
    found.sort_by_key(|stored| match stored.ruled.stage(ctx.today) {
        Stage::Running => 0,
        Stage::Coming => 1,
        Stage::Ended => 2,
    });
    Ok(ProgrammesList {
        lines: Paged::of(found, ask.page).map(|stored| line(ctx, &facts, &stored)),
        may_start: !reach(&ctx.actor, Action::DraftProgrammes).is_empty(),
    })
}

fn line(ctx: &Ctx, facts: &Facts, stored: &Stored) -> ProgrammeLine {
    let course = Course::of(facts, &stored.ruled.steps, ctx.today);
    let minutes = stored.steps.iter().filter_map(|step| u32::try_from(step.minutes).ok());
    ProgrammeLine {
        programme: stored.heading(),
        audience: stored.audience(facts),
        runs: stored.ruled.runs,
        stage: stored.ruled.stage(ctx.today),
        steps: stored.steps.len(),
        minutes: minutes.sum(),
        mine: Own::of(ctx, facts, stored, &course).map(|own| own.done()),
    }
}

/// The programme with this code, with where the reader stands where they are of its audience.
///
/// # Errors
/// Refuses unknown codes as not found.
pub async fn programme(ctx: &Ctx, code: &str) -> Result<ProgrammeDetail> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let stored = Stored::with_code(ctx.db().read(), code).await?;
    let course = Course::of(&facts, &stored.ruled.steps, ctx.today);
    let steps = stored.step_ids();
    let course = match ctx.actor.person() {
        Some(person) => course.with(taken_by(ctx.db().read(), person, &steps).await?),
        None => course,
    };
    let own = match Own::of(ctx, &facts, &stored, &course) {
        Some(own) => Some(own.with(pieces(ctx).await?, next_of(ctx, &facts, &steps).await?)),
        None => None,
    };
    Ok(detail(ctx, &facts, &stored, &course, own.as_ref()))
}

/// The same for whoever may change it, without where they stand in it themselves.
///
/// # Errors
/// Refuses unknown codes, and programmes that the asker may not change, as not found.
pub async fn to_edit(ctx: &Ctx, code: &str) -> Result<ProgrammeDetail> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let stored = Stored::with_code(ctx.db().read(), code).await?;
    authorise_in(ctx, &facts, stored.row.area_id)?;
    let course = Course::of(&facts, &stored.ruled.steps, ctx.today);
    Ok(detail(ctx, &facts, &stored, &course, None))
}

fn detail(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    course: &Course,
    own: Option<&Own<'_>>,
) -> ProgrammeDetail {
    let steps =
        (0..stored.steps.len()).filter_map(|at| step_detail(facts, stored, course, at, own));
    ProgrammeDetail {
        programme: stored.heading(),
        purpose: stored.row.purpose.clone(),
        origin: stored.row.origin,
        audience: stored.audience(facts),
        runs: stored.ruled.runs,
        stage: stored.ruled.stage(ctx.today),
        steps: steps.collect(),
        mine: own.map(Own::done),
        next: own.and_then(Own::next),
        may_change: may_draft_in(ctx, facts, stored.row.area_id),
        may_see_teams: sees_any(ctx),
        may_plan: stored.ruled.stage(ctx.today) != Stage::Ended
            && !reach(&ctx.actor, Action::RunSessions).is_empty(),
    }
}

/// The step at a position.
pub(super) fn step_detail(
    facts: &Facts,
    stored: &Stored,
    course: &Course,
    at: usize,
    own: Option<&Own<'_>>,
) -> Option<StepDetail> {
    let (row, asked) = (stored.steps.get(at)?, course.steps().get(at)?);
    let outcome = |asked: &Asked| {
        let of = facts.competencies.get(usize::from(asked.competency))?;
        Some(OutcomeLine {
            competency: Heading { code: of.code.clone(), title: of.title.clone() },
            level: asked.level,
            needs_more: row.format.needs_more_for(asked.level),
            own: own.and_then(|own| own.outcome(facts, *asked)),
        })
    };
    Some(StepDetail {
        id: row.id,
        title: row.title.clone(),
        what_happens: row.what_happens.clone(),
        format: row.format,
        minutes: u32::try_from(row.minutes).unwrap_or(0),
        outcomes: asked.iter().filter_map(outcome).collect(),
        state: own.and_then(|own| own.states.get(at).copied()),
        taken: own.and_then(|own| own.taken.get(at).copied().flatten()),
        next_session: own.and_then(|own| own.next_session(row.id)),
    })
}

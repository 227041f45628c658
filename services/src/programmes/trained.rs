//! The competencies of a step: what it is meant to lead to, in the framework version that holds today.

use super::save::put_outcomes;
use super::steps::changeable;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::find;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::fields::FieldErrors;
use domain::frameworks::{Level, version_at};
use domain::ids::{CompetencyId, ProgrammeStepId};
use domain::policy::Action;
use domain::programmes::progress::Course;
use domain::programmes::views::StepCompetencies;
use domain::refusal::Refusal;
use domain::requirements::Asked;
use std::collections::BTreeMap;

/// What the form offers: every competency, with the level that the step intends in it.
///
/// # Errors
/// Refuses unknown steps, and programmes that the asker may not change, as not found.
pub async fn competencies(ctx: &Ctx, code: &str, id: ProgrammeStepId) -> Result<StepCompetencies> {
    let stored = changeable(ctx, code).await?;
    let facts = ctx.facts().await?;
    let row = stored.step(id)?;
    let own: Vec<_> = stored.ruled.steps.iter().filter(|step| step.id == id).cloned().collect();
    let course = Course::of(&facts, &own, ctx.today);
    let asked: Vec<Asked> = course.steps().concat();
    Ok(StepCompetencies {
        programme: stored.heading(),
        step: id,
        title: row.title.clone(),
        format: row.format,
        domains: by_domain(ctx, &facts, &asked),
    })
}

pub(crate) type Lines = Vec<(Heading, Option<Level>)>;

/// The competencies of the version that holds today by the title of their domain, with the level that is asked in each.
pub(crate) fn by_domain(ctx: &Ctx, facts: &Facts, asked: &[Asked]) -> Vec<(String, Lines)> {
    let version = version_at(&facts.versions, ctx.today);
    let mut domains: Vec<(String, Lines)> = Vec::new();
    for (at, of) in facts.competencies.iter().enumerate() {
        let domain = facts.domains.get(of.domain).filter(|_| Some(of.version) == version);
        let Some(domain) = domain else { continue };
        let intended = asked.iter().find(|asked| usize::from(asked.competency) == at);
        let heading = Heading { code: of.code.clone(), title: of.title.clone() };
        let line = (heading, intended.map(|asked| asked.level));
        match domains.iter_mut().find(|(title, _)| *title == domain.title) {
            Some((_, lines)) => lines.push(line),
            None => domains.push((domain.title.clone(), vec![line])),
        }
    }
    domains
}

/// Sets what a step is meant to lead to, by competency code.
///
/// # Errors
/// Refuses to leave a step without a competency, codes that are not in use, and programmes that the asker may not change.
pub async fn set_competencies(
    ctx: &Ctx,
    code: &str,
    id: ProgrammeStepId,
    levels: &BTreeMap<String, Level>,
) -> Result<()> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let outcomes = found(ctx, &facts, levels)?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::open(ctx, &facts, change.tx(), code).await?;
    stored.step(id)?;
    if outcomes.is_empty() {
        let sentence = "Choose a level in at least one competency: a step is done when its competencies are met.";
        return Err(Refusal::rule("step-without-competency", sentence).into());
    }
    put_outcomes(change.tx(), id, &outcomes).await?;
    change.commit(Entry::new("set competencies", "programme_step", id).after(levels)).await
}

/// The competencies with these codes in the version that holds today.
pub(crate) fn found(
    ctx: &Ctx,
    facts: &Facts,
    levels: &BTreeMap<String, Level>,
) -> Result<Vec<(CompetencyId, Level)>> {
    let mut errors = FieldErrors::default();
    let mut outcomes = Vec::new();
    for (code, level) in levels {
        match find(ctx, facts, code) {
            Ok((_, of)) => outcomes.push((of.id, *level)),
            Err(_) => {
                errors.add(&format!("level-{code}"), format!("{code} is not in use any more"));
            }
        }
    }
    errors.into_result().map_err(Refusal::from)?;
    Ok(outcomes)
}

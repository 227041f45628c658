//! One's own level: said by the person alone, never confirmed by it.

use super::save::Said;
use super::{find, myself};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, PersonId};
use domain::judgements::forms::SelfAssess;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::reflection;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

/// Records the signed-in person's own level in one competency, with what they wrote for themselves.
///
/// # Errors
/// Refuses competencies that are not known and whoever has no staff record.
pub async fn self_assess(ctx: &Ctx, code: &str, assessed: SelfAssess) -> Result<()> {
    let person = myself(ctx)?;
    ctx.authorise(Action::SelfAssess, Resource::Person { person, posts: &[] }, "this page")?;
    let reflection = assessed.reflection.as_deref().unwrap_or_default();
    let passed = ctx.guard(&[("reflection", reflection)])?;
    let facts = ctx.facts().await?;
    let (_, competency) = find(ctx, &facts, code)?;
    let change = ctx.change(Touches::Judgements).await?;
    record(ctx, change.tx(), competency.id, &assessed).await?;
    let entry = Entry::new("self-assess", "person", person).after(&code);
    change.commit(entry.let_through(passed)).await
}

/// Records the levels chosen for several competencies of a domain in one sitting, and says how many: those left open, or
/// chosen as they were, stay as they are.
///
/// # Errors
/// Refuses codes and levels that are not known, each beside its field `level-CODE`, and an empty form.
pub async fn self_assess_domain(ctx: &Ctx, levels: &[(String, String)]) -> Result<usize> {
    let person = myself(ctx)?;
    ctx.authorise(Action::SelfAssess, Resource::Person { person, posts: &[] }, "this page")?;
    if levels.iter().all(|(_, level)| level.trim().is_empty()) {
        let first = levels.first().map_or("", |(code, _)| code.as_str());
        let message = "Choose a level for at least one competency";
        return Err(FieldErrors::one(&format!("level-{first}"), message).into());
    }
    let facts = ctx.facts().await?;
    let chosen = changed(ctx, &facts, person, levels)?;
    if chosen.is_empty() {
        return Ok(0);
    }
    let change = ctx.change(Touches::Judgements).await?;
    for (competency, level) in &chosen {
        let assessed = SelfAssess { level: *level, reflection: None, confidence: None };
        record(ctx, change.tx(), *competency, &assessed).await?;
    }
    let codes: Vec<&String> = levels.iter().map(|(code, _)| code).collect();
    change.commit(Entry::new("self-assess", "person", person).after(&codes)).await?;
    Ok(chosen.len())
}

/// The competencies whose chosen level is not the one the person last said.
fn changed(
    ctx: &Ctx,
    facts: &Facts,
    person: PersonId,
    levels: &[(String, String)],
) -> Result<Vec<(CompetencyId, Level)>> {
    let person = facts.person(person).ok_or_else(|| Refusal::not_found("this person"))?;
    let mut errors = FieldErrors::default();
    let mut changed: Vec<(CompetencyId, Level)> = Vec::new();
    for (code, level) in levels.iter().filter(|(_, level)| !level.trim().is_empty()) {
        let (at, competency) = find(ctx, facts, code)?;
        let level = domain::fields::choice(level, &format!("a level for {}", competency.title));
        let Some(level) = errors.keep(&format!("level-{code}"), level) else { continue };
        if person.standing_in(at, competency, ctx.today).self_level != Some(level) {
            changed.push((competency.id, level));
        }
    }
    errors.into_result()?;
    Ok(changed)
}

async fn record(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    competency: CompetencyId,
    assessed: &SelfAssess,
) -> Result<()> {
    let person = myself(ctx)?;
    let said = Said {
        level: Some(assessed.level),
        ..Said::today(ctx, person, competency, JudgementKind::SelfAssessment)
    };
    let sequence = said.save(ctx, tx).await?;
    if assessed.reflection.is_some() || assessed.confidence.is_some() {
        let row = reflection::ActiveModel {
            judgement_sequence: Set(sequence),
            person_id: Set(person),
            confidence: Set(assessed.confidence.map(i32::from)),
            text: Set(assessed.reflection.clone()),
        };
        row.insert(tx).await?;
    }
    Ok(())
}

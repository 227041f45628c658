//! Ask for confirmation, of a named assessor or of any; or think better of it.

use super::save::{Said, said_of, standing_of};
use super::{find, myself};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, JudgementSequence, PersonId};
use domain::judgements::confirming::holds_to_confirm;
use domain::judgements::forms::AskForConfirmation;
use domain::judgements::views::Choice;
use domain::policy::{Action, Resource, reach};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use entities::reflection;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

/// Asks for confirmation of the signed-in person's own level. `of` is a person from the list of assessors, or empty for
/// any of them.
///
/// # Errors
/// Refuses while another request in the competency is open, and assessors who are not in the list.
pub async fn ask(ctx: &Ctx, code: &str, asked: AskForConfirmation, of: &str) -> Result<()> {
    let person = myself(ctx)?;
    ctx.authorise(
        Action::RequestConfirmation,
        Resource::Person { person, posts: &[] },
        "this page",
    )?;
    let passed = ctx.guard(&[("note", &asked.note)])?;
    let facts = ctx.facts().await?;
    let (at, competency) = find(ctx, &facts, code)?;
    let asked_of = named(&assessors_for(ctx, &facts, at).await?, of)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), person, competency.id).await?;
    if standing_of(ctx, competency, &said).requested.is_some() {
        return Err(Refusal::rule(
            "already-requested",
            "You have already asked for this. Withdraw that request first if you want to change it.",
        )
        .into());
    }
    let request = Said {
        level: Some(asked.level),
        evidence: vec![asked.evidence],
        note: Some(asked.note),
        asked_of,
        ..Said::today(ctx, person, competency.id, JudgementKind::Requested)
    };
    let sequence = request.save(ctx, change.tx()).await?;
    if asked.attach_reflection {
        attach_reflection(change.tx(), person, competency.id, sequence).await?;
    }
    let entry = Entry::new("ask for confirmation", "person", person).after(&code);
    change.commit(entry.let_through(passed)).await
}

/// Lays the latest reflection in the competency beside the request, for its assessor to read while it is open.
async fn attach_reflection(
    tx: &impl ConnectionTrait,
    person: PersonId,
    competency: CompetencyId,
    request: JudgementSequence,
) -> Result<()> {
    let said = said_of(tx, person, competency).await?;
    let own = said.iter().rev().filter(|row| row.kind == JudgementKind::SelfAssessment);
    for row in own.take(1) {
        if let Some(written) = reflection::Entity::find_by_id(row.sequence).one(tx).await? {
            let copy = reflection::ActiveModel {
                judgement_sequence: Set(request),
                person_id: Set(person),
                confidence: Set(written.confidence),
                text: Set(written.text),
            };
            copy.insert(tx).await?;
        }
    }
    Ok(())
}

fn named(assessors: &[Choice], of: &str) -> Result<Option<PersonId>> {
    if of.is_empty() {
        return Ok(None);
    }
    let listed = assessors.iter().any(|a| a.value == of);
    let person = of.parse().ok().filter(|_| listed);
    Ok(Some(person.ok_or_else(|| FieldErrors::one("of", "Choose an assessor from the list"))?))
}

/// Takes the open request back.
///
/// # Errors
/// Refuses where none is open.
pub async fn withdraw(ctx: &Ctx, code: &str) -> Result<()> {
    let person = myself(ctx)?;
    ctx.authorise(
        Action::RequestConfirmation,
        Resource::Person { person, posts: &[] },
        "this page",
    )?;
    let facts = ctx.facts().await?;
    let (_, competency) = find(ctx, &facts, code)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), person, competency.id).await?;
    if standing_of(ctx, competency, &said).requested.is_none() {
        return Err(Refusal::rule("no-request", "There is no open request to withdraw.").into());
    }
    let withdrawn = Said::today(ctx, person, competency.id, JudgementKind::Withdrawn);
    withdrawn.save(ctx, change.tx()).await?;
    change.commit(Entry::new("withdraw request", "person", person).after(&code)).await
}

/// Who could confirm the signed-in person in this competency at any level but the highest: assessors whose grant reaches
/// them and who hold enough themselves.
pub(super) async fn assessors_for(
    ctx: &Ctx,
    facts: &Facts,
    at: CompetencyIndex,
) -> Result<Vec<Choice>> {
    let subject = myself(ctx)?;
    let Some(competency) = facts.competencies.get(usize::from(at)) else { return Ok(Vec::new()) };
    let posts = subject_posts(ctx, facts, subject);
    let holds = |person: PersonId| {
        facts.person(person).is_some_and(|person| {
            let own = person.standing_in(at, competency, ctx.today);
            holds_to_confirm(&own, Level::PRACTISES_INDEPENDENTLY, ctx.today)
        })
    };
    let mut able: Vec<PersonId> = Vec::new();
    for assessor in grants::assessors(ctx).await? {
        let Some(person) = assessor.person().filter(|p| *p != subject && holds(*p)) else {
            continue;
        };
        let reach = reach(&assessor, Action::DecideRequest);
        if posts.iter().any(|post| reach.contains_post(post)) {
            able.push(person);
        }
    }
    let mut choices: Vec<Choice> = able
        .into_iter()
        .map(|id| Choice { value: id.to_string(), label: facts.name_of(id) })
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(choices)
}

//! Ask for confirmation, of a named assessor or of any; or think better of it.

use super::rights::Rights;
use super::save::{Said, said_of, standing_of};
use super::{find, myself};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use crate::evidence;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::{JudgementSequence, PersonId};
use domain::judgements::Confirming;
use domain::judgements::asking::{Asker, Sent, may_request};
use domain::judgements::forms::AskForConfirmation;
use domain::judgements::views::Choice;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use entities::{judgement, reflection};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

/// Asks for confirmation of the signed-in person's own level. `of` is a person from the list of assessors, or empty for
/// any of them.
///
/// # Errors
/// Refuses while another request in the competency is open or a first signature waits, and assessors who are not in the list.
pub async fn ask(ctx: &Ctx, code: &str, asked: AskForConfirmation, of: &str) -> Result<Sent> {
    let person = myself(ctx)?;
    ctx.authorise(
        Action::RequestConfirmation,
        Resource::Person { person, posts: &[] },
        "this page",
    )?;
    let note = asked.described.as_ref().map_or("", |(_, note)| note.as_str());
    let passed = ctx.guard(&[("note", note)])?;
    let facts = ctx.facts().await?;
    let (at, competency) = find(ctx, &facts, code)?;
    let asked_of = named(&assessors_for(ctx, &facts, person, at).await?, of)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    let subject = standing_of(ctx, &facts, at, &said);
    may_request(&subject, &competency.title, Asker::Themselves)?;
    let (kind, note) = asked.described.unzip();
    let mut kinds = evidence::kinds(change.tx(), person, &asked.items).await?;
    kinds.extend(kind.filter(|kind| !kinds.contains(kind)));
    kinds.sort_unstable();
    let sent = Sent::of(&Confirming {
        level: asked.level,
        made_on: ctx.today,
        today: ctx.today,
        evidence: &kinds,
        evidence_on: None,
        competency: &competency.title,
        rare_event: competency.rare_event,
        subject,
    });
    let request = Said {
        level: Some(asked.level),
        evidence: kinds,
        note,
        asked_of,
        ..Said::today(ctx, person, competency.id, JudgementKind::Requested)
    };
    let sequence = request.save(ctx, change.tx()).await?;
    evidence::attach_own(change.tx(), (sequence, person), asked.items).await?;
    drafts::forget(change.tx(), person, &begun(code)).await?;
    if asked.attach_reflection {
        attach_reflection(change.tx(), &said, sequence).await?;
    }
    let entry = Entry::new("ask for confirmation", "person", person).after(&code);
    change.commit(entry.let_through(passed)).await?;
    Ok(sent)
}

/// The name of the draft of a request.
pub(super) fn begun(code: &str) -> String {
    format!("ask-{code}")
}

/// Keeps what the signed-in person typed to ask for confirmation, while they add a piece of evidence first.
///
/// # Errors
/// Refuses competencies that are not known and whoever has no staff record.
pub async fn begin_to_ask(ctx: &Ctx, code: &str, answers: &[(String, String)]) -> Result<()> {
    let person = myself(ctx)?;
    ctx.authorise(
        Action::RequestConfirmation,
        Resource::Person { person, posts: &[] },
        "this page",
    )?;
    let written: Vec<(&str, &str)> =
        answers.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    // Kept by nobody but its owner, so no entry tells why it was let through.
    let _ = ctx.guard(&written)?;
    find(ctx, &*ctx.facts().await?, code)?;
    drafts::keep(ctx, person, &begun(code), answers).await
}

/// Lays the latest reflection in the competency beside the request, for its assessor to read while it is open.
async fn attach_reflection(
    tx: &impl ConnectionTrait,
    said: &[judgement::Model],
    request: JudgementSequence,
) -> Result<()> {
    let own = said.iter().rev().filter(|row| row.kind == JudgementKind::SelfAssessment);
    for row in own.take(1) {
        lay_beside(tx, row.sequence, request).await?;
    }
    Ok(())
}

/// A copy of the reflection beside one judgement, beside another too.
pub(super) async fn lay_beside(
    tx: &impl ConnectionTrait,
    from: JudgementSequence,
    to: JudgementSequence,
) -> Result<()> {
    if let Some(written) = reflection::Entity::find_by_id(from).one(tx).await? {
        let copy = reflection::ActiveModel {
            judgement_sequence: Set(to),
            person_id: Set(written.person_id),
            confidence: Set(written.confidence),
            text: Set(written.text),
        };
        copy.insert(tx).await?;
    }
    Ok(())
}

/// The assessor who is named, where one is.
///
/// # Errors
/// Refuses, beside the field `of`, whoever is not in the list.
pub(super) fn named(assessors: &[Choice], of: &str) -> Result<Option<PersonId>> {
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
    let (at, competency) = find(ctx, &facts, code)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    if !standing_of(ctx, &facts, at, &said).awaits_answer() {
        return Err(Refusal::rule("no-request", "There is no open request to withdraw.").into());
    }
    let withdrawn = Said::today(ctx, person, competency.id, JudgementKind::Withdrawn);
    withdrawn.save(ctx, change.tx()).await?;
    change.commit(Entry::new("withdraw request", "person", person).after(&code)).await
}

/// Who may confirm a person in this competency today, by name; of a founding assessor it is said up to which level.
pub(super) async fn assessors_for(
    ctx: &Ctx,
    facts: &Facts,
    subject: PersonId,
    at: CompetencyIndex,
) -> Result<Vec<Choice>> {
    let of = facts.competencies.get(usize::from(at));
    let Some((of, subject)) = of.zip(facts.person(subject)) else { return Ok(Vec::new()) };
    let posts = subject_posts(ctx, facts, subject.id);
    let choice = |rights: &Rights<'_>| {
        let most = rights.towards(subject, &posts, Action::DecideRequest).most(at, of)?;
        let Person { id, .. } = rights.person?;
        let label = match facts.name_of(*id) {
            name if most < Level::LEADS_AND_TEACHES => format!("{name}, up to level {most}"),
            name => name,
        };
        Some(Choice { value: id.to_string(), label })
    };
    let all = Rights::of_assessors(ctx, facts, ctx.today).await?;
    let mut choices: Vec<Choice> = all.iter().filter_map(choice).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(choices)
}

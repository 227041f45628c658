//! Ask for confirmation on somebody's behalf: their managers and practice lead, in their own words.

use super::ask::{assessors_for, named};
use super::find;
use super::save::{Said, said_of, standing_of};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::{JudgementSequence, PersonId};
use domain::judgements::Confirming;
use domain::judgements::asking::{Asker, may_request};
use domain::judgements::asking_for::{AskFor, AskedFor, may_ask_for};
use domain::judgements::views::Choice;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::judgement;

/// Asks for confirmation of somebody else's level; the request is theirs, so they see who made it and may withdraw it. `of`
/// is a person from the list of assessors, or empty for any of them. None of their evidence or reflections goes with it.
///
/// # Errors
/// Refuses people whom the asker does not manage, and oneself, as not found; and whatever the rules of asking say against
/// it, in words that say what would do.
pub async fn ask_for(
    ctx: &Ctx,
    person: PersonId,
    code: &str,
    asked: AskFor,
    of: &str,
) -> Result<AskedFor> {
    let facts = ctx.facts().await?;
    if !manages(ctx, &facts, person) {
        ctx.authorise_somewhere(Action::RequestConfirmation, "this person among those you manage")?;
        return Err(Refusal::not_found("this person among those you manage").into());
    }
    let passed = ctx.guard(&[("note", &asked.note)])?;
    let (at, competency) = find(ctx, &facts, code)?;
    let asked_of = named(&assessors_for(ctx, &facts, person, at).await?, of)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    may_ask_for(&Confirming {
        level: asked.level,
        made_on: ctx.today,
        today: ctx.today,
        evidence: &[asked.evidence],
        evidence_on: None,
        competency: &competency.title,
        rare_event: competency.rare_event,
        subject: standing_of(ctx, &facts, at, &said),
    })?;
    let request = Said {
        level: Some(asked.level),
        evidence: vec![asked.evidence],
        note: Some(asked.note),
        asked_of,
        ..Said::today(ctx, person, competency.id, JudgementKind::Requested)
    };
    request.save(ctx, change.tx()).await?;
    let entry = Entry::new("ask for confirmation for", "person", person).after(&code);
    change.commit(entry.let_through(passed)).await?;
    Ok(AskedFor {
        person_name: facts.name_of(person),
        competency_title: competency.title.clone(),
        level: asked.level,
    })
}

/// Whether somebody else's requests are the asker's to make.
fn manages(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.actor.person() != Some(person) && may(&ctx.actor, Action::RequestConfirmation, resource)
}

/// Whom the asker could name where they ask for a person; `None` where they may not, or no new request may be made.
pub(crate) async fn may_ask_of(
    ctx: &Ctx,
    facts: &Facts,
    person: PersonId,
    code: &str,
) -> Result<Option<Vec<Choice>>> {
    let (at, competency) = find(ctx, facts, code)?;
    let standing = facts.person(person).map(|who| who.standing_in(at, competency, ctx.today));
    let open = standing.is_some_and(|standing| {
        may_request(&standing, &competency.title, Asker::OnTheirBehalf).is_ok()
    });
    match manages(ctx, facts, person) && open {
        true => Ok(Some(assessors_for(ctx, facts, person, at).await?)),
        false => Ok(None),
    }
}

/// Those of the requests about a person that somebody else made.
pub(crate) fn requests_for(
    requests: &[judgement::Model],
    person: PersonId,
) -> Vec<JudgementSequence> {
    let others =
        requests.iter().filter(|row| row.person_id == person && row.by_person_id != Some(person));
    others.map(|row| row.sequence).collect()
}

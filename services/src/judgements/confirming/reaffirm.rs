//! Confirming again: to whom something falls due, and all of one person's in one act.

use super::super::find;
use super::between::Proposed;
use super::observe::{THEIRS, reading};
use super::signer::Signer;
use super::team_name;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reach::people_within;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::ids::PersonId;
use domain::judgements::done::Several;
use domain::judgements::observing::{DuePerson, Reaffirm, is_due};
use domain::paging::Paged;
use domain::policy::Action;
use domain::refusal::Refusal;

/// The people whom the asker may confirm again without having been asked, by the day on which the first of it falls due: it
/// does within 90 days, or did within the last 90. The list is noted.
///
/// # Errors
/// Refuses whoever confirms nobody.
pub async fn due(ctx: &Ctx, page: usize) -> Result<Paged<DuePerson>> {
    ctx.authorise_somewhere(Action::RecordObservation, "this page")?;
    let facts = ctx.facts().await?;
    let signer = Signer::load(ctx, ctx.db().read(), &facts, &ctx.actor).await?;
    let mut people: Vec<(NaiveDate, &Person, usize)> = Vec::new();
    for at in people_within(ctx, &facts, Action::RecordObservation) {
        let Some(person) = facts.people.get(at) else { continue };
        let days = due_days(ctx, &facts, &signer, person)?;
        people.extend(days.iter().min().map(|first| (*first, person, days.len())));
    }
    people.sort_by_key(|(first, person, _)| (*first, person.id));
    let list = Paged::of(people, page);
    viewings::note_list(ctx, &format!("due page={}", list.page)).await?;
    Ok(list.map(|(first_due_on, person, due)| DuePerson {
        person: person.id,
        name: person.name(),
        team_name: team_name(ctx, &facts, person.id),
        due,
        first_due_on,
    }))
}

/// When each competency that the signer may confirm falls due to a person, where it is asked of them.
fn due_days(
    ctx: &Ctx,
    facts: &Facts,
    signer: &Signer<'_>,
    person: &Person,
) -> Result<Vec<NaiveDate>> {
    let mut days = Vec::new();
    let mut between = None;
    for asked in facts.asked_of(person, ctx.today) {
        let Some(of) = facts.competencies.get(usize::from(asked.competency)) else { continue };
        let standing = person.standing_in(asked.competency, of, ctx.today);
        let Some((_, due_on)) = is_due(&standing, ctx.today).filter(|_| !standing.exempt) else {
            continue;
        };
        // Few people have anything due: what lies between them and the signer is looked at only then.
        if between.is_none() {
            between = Some(signer.with(ctx, person.id, Action::RecordObservation)?);
        }
        if between.as_ref().is_some_and(|between| between.may_confirm(asked.competency, of)) {
            days.push(due_on);
        }
    }
    Ok(days)
}

/// Confirms the chosen competencies of a person again, each at the level that is held, by its own rules: what cannot be is
/// told, and the others are confirmed all the same.
///
/// # Errors
/// Refuses people whom the asker does not assess, unknown codes, and where nothing could be confirmed.
pub async fn reaffirm(ctx: &Ctx, person: PersonId, again: Reaffirm) -> Result<Several> {
    ctx.authorise_somewhere(Action::RecordObservation, THEIRS)?;
    let passed = ctx.guard(&[("note", again.note.as_deref().unwrap_or_default())])?;
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let between = reading(ctx, change.tx(), &facts, person).await?;
    let mut done = Several::default();
    let mut codes = Vec::new();
    for code in &again.codes {
        let (at, of) = find(ctx, &facts, code)?;
        let held = is_due(&between.subject.standing_in(at, of, ctx.today), ctx.today);
        let Some((level, _)) = held else {
            let why = "It is not due, so there is nothing to confirm again.".to_owned();
            done.refused.push((of.title.clone(), why));
            continue;
        };
        let proposed = Proposed {
            level,
            made_on: ctx.today,
            evidence: again.evidence.clone(),
            evidence_on: Some(again.evidence_on).filter(|on| *on != ctx.today),
            note: again.note.clone(),
        };
        match between.sign(ctx, (at, of), proposed) {
            Ok((said, outcome)) => {
                said.save(ctx, change.tx()).await?;
                done.add(outcome);
                codes.push(code);
            }
            Err(Error::Refused(refusal @ Refusal::Rule { .. })) => {
                done.refused.push((of.title.clone(), refusal.to_string()));
            }
            Err(other) => return Err(other),
        }
    }
    done.or_refuse()?;
    let entry = Entry::new("confirm again", "person", person).after(&codes);
    change.commit(entry.let_through(passed)).await?;
    Ok(done)
}

//! Confirming together: what an assessor saw of several people at once, each by their own rules.

use super::super::find;
use super::super::save::Said;
use super::between::{Between, Proposed};
use super::signer::Signer;
use super::team_name;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::people::known_by;
use crate::reach::{people_within, subject_posts};
use crate::viewings;
use domain::coverage::{Competency, Facts, Person};
use domain::fields::FieldErrors;
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::done::{Outcome, Several};
use domain::judgements::together::{Seen, SeenFields, SeenPerson, TogetherPage, is_looked_for};
use domain::judgements::views::Choice;
use domain::paging::Paged;
use domain::people::listed_name;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// What was seen, and who is looked for.
#[derive(Clone, Debug, Default)]
pub struct TogetherAsk {
    pub seen: SeenFields,
    /// Names or teams, several parted by commas.
    pub words: String,
    pub page: usize,
}

/// What the asker may confirm together; once what was seen is said, those who are looked for, each with what stands against
/// confirming them. The list is noted.
///
/// # Errors
/// Refuses whoever confirms nobody.
pub async fn together(ctx: &Ctx, ask: &TogetherAsk) -> Result<TogetherPage> {
    ctx.authorise_somewhere(Action::RecordObservation, "this page")?;
    let facts = ctx.facts().await?;
    let signer = Signer::load(ctx, ctx.db().read(), &facts, &ctx.actor).await?;
    let begun = ask.seen != SeenFields::default();
    let (seen, wrong) = match Seen::parse(&ask.seen, ctx.today) {
        Ok(seen) => (Some(seen), Vec::new()),
        Err(refusal) => (None, if begun { sentences(refusal) } else { Vec::new() }),
    };
    let found = match &seen {
        Some(_) => looked_for(ctx, &facts, &ask.words),
        None => Vec::new(),
    };
    let list = Paged::of(found, ask.page);
    if list.total > 0 {
        let query = format!("confirm together q={} page={}", ask.words, list.page);
        viewings::note_list(ctx, &query).await?;
    }
    let line = |person: &&Person| Some(line(ctx, &facts, &signer, person, seen.as_ref()?));
    let entries = list.entries.iter().filter_map(line).collect::<Result<Vec<_>>>()?;
    let Paged { page, size, total, .. } = list;
    let people = Paged { entries, page, size, total };
    let competencies = confirmable(ctx, &facts, &signer);
    Ok(TogetherPage { today: ctx.today, competencies, seen, wrong, people })
}

fn sentences(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Fields(errors) => errors.0.into_iter().map(|error| error.message).collect(),
        other => vec![other.to_string()],
    }
}

/// The competencies of today's framework version in which the signer may confirm somebody.
fn confirmable(ctx: &Ctx, facts: &Facts, signer: &Signer<'_>) -> Vec<Choice> {
    let version = version_at(&facts.versions, ctx.today);
    let all = facts.competencies.iter().enumerate().filter(|(_, of)| Some(of.version) == version);
    all.filter(|(at, of)| signer.may_confirm(*at as CompetencyIndex, of))
        .map(|(_, of)| Choice { value: of.code.clone(), label: of.title.clone() })
        .collect()
}

/// Those within the asker's reach by these names or teams, by surname.
fn looked_for<'a>(ctx: &Ctx, facts: &'a Facts, words: &str) -> Vec<&'a Person> {
    let within = people_within(ctx, facts, Action::RecordObservation);
    let within = within.into_iter().filter_map(|at| facts.people.get(at));
    let mut found: Vec<&Person> =
        within.filter(|person| is_looked_for(&known_by(ctx, facts, person), words)).collect();
    found.sort_by_cached_key(|person| {
        (listed_name(&person.first_name, &person.last_name).to_lowercase(), person.id)
    });
    found
}

fn line(
    ctx: &Ctx,
    facts: &Facts,
    signer: &Signer<'_>,
    person: &Person,
    seen: &Seen,
) -> Result<SeenPerson> {
    let between = signer.with(ctx, person.id, Action::RecordObservation)?;
    let mut cannot = Vec::new();
    for code in seen.codes() {
        let known = find(ctx, facts, code)?;
        if let Some(refusal) = refused(sign(ctx, &between, known, seen))? {
            cannot.push((known.1.title.clone(), refusal.to_string()));
        }
    }
    Ok(SeenPerson {
        person: person.id,
        name: listed_name(&person.first_name, &person.last_name),
        team_name: team_name(ctx, facts, person.id),
        may_confirm: cannot.len() < seen.codes().len(),
        cannot,
    })
}

fn refused<T>(signed: Result<T>) -> Result<Option<Refusal>> {
    match signed {
        Ok(_) => Ok(None),
        Err(Error::Refused(refusal)) => Ok(Some(refusal)),
        Err(fault) => Err(fault),
    }
}

/// The signer's signature under what they saw of one person in one competency: dated today, with the day of what was seen
/// beside it.
fn sign(
    ctx: &Ctx,
    between: &Between<'_>,
    (at, of): (CompetencyIndex, &Competency),
    seen: &Seen,
) -> Result<(Said, Outcome)> {
    seen.adds_to(&between.subject.standing_in(at, of, ctx.today), ctx.today)?;
    let proposed = Proposed {
        level: seen.level(),
        made_on: ctx.today,
        evidence: vec![seen.evidence()],
        evidence_on: Some(seen.on()).filter(|on| *on != ctx.today),
        note: None,
    };
    between.sign(ctx, (at, of), proposed)
}

/// Confirms in one act what was seen of these people, each by their own rules: what cannot be confirmed is told by name, and
/// the others are confirmed all the same. A register that closes does so with whoever showed it.
///
/// # Errors
/// Refuses without people, as not found whoever is not the asker's to observe and unknown codes (then nobody is confirmed),
/// and where nothing could be confirmed.
pub async fn confirm_together(ctx: &Ctx, seen: &Seen, people: &[PersonId]) -> Result<Several> {
    ctx.authorise_somewhere(Action::RecordObservation, "this page")?;
    if people.is_empty() {
        return Err(FieldErrors::one("people", "Choose at least one person").into());
    }
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let signer = Signer::load(ctx, change.tx(), &facts, &ctx.actor).await?;
    let mut done = Several::default();
    let mut entries = Vec::new();
    for person in people.iter().copied().collect::<BTreeSet<_>>() {
        let posts = subject_posts(ctx, &facts, person);
        let resource = Resource::Person { person, posts: &posts };
        ctx.authorise(Action::RecordObservation, resource, "one of these people")?;
        let between = signer.with(ctx, person, Action::RecordObservation)?;
        let codes = confirm_one(ctx, change.tx(), (&facts, &between), seen, &mut done).await?;
        let entry = Entry::new("confirm together", "person", person).after(&codes);
        entries.extend((!codes.is_empty()).then_some(entry));
    }
    done.or_refuse()?;
    change.commit_all(entries).await?;
    Ok(done)
}

/// Confirms one person in as many of the competencies as the rules let through, and says which.
async fn confirm_one<'a>(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (facts, between): (&Facts, &Between<'_>),
    seen: &'a Seen,
    done: &mut Several,
) -> Result<Vec<&'a str>> {
    let mut codes = Vec::new();
    for code in seen.codes() {
        let known = find(ctx, facts, code)?;
        match sign(ctx, between, known, seen) {
            Ok((said, outcome)) => {
                said.save(ctx, tx).await?;
                done.add(outcome);
                codes.push(code.as_str());
            }
            Err(Error::Refused(refusal)) => {
                let what = format!("{} in “{}”", between.subject.name(), known.1.title);
                done.refused.push((what, refusal.to_string()));
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(codes)
}

//! Confirming without a request: what an assessor may confirm of one person, and what they saw.

use super::super::find;
use super::between::{Between, Proposed};
use super::signer::Signer;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::frameworks::descriptors;
use crate::reach::subject_posts;
use crate::viewings;
use domain::coverage::{Competency, Facts, Person};
use domain::fields::FieldErrors;
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::done::Several;
use domain::judgements::observing::{
    Observable, ObservableItem, ObserveForm, ObserveItem, Observed, is_due,
};
use domain::judgements::views::AskedLevel;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::requirements::{Asked, CompetencyIndex};
use domain::standing::Confirmed;
use entities::competency;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// What is not found where somebody does not assess a person, or nobody at all.
pub(super) const THEIRS: &str = "this person among those you assess";

/// What the asker may confirm of a person without having been asked: the competencies that are asked of them or confirmed
/// already, in which the asker may confirm. The look is noted.
///
/// # Errors
/// Refuses people whom the asker does not assess as not found.
pub async fn observable(ctx: &Ctx, person: PersonId) -> Result<Observable> {
    let facts = ctx.facts().await?;
    let between = reading(ctx, ctx.db().read(), &facts, person).await?;
    viewings::note_record(ctx, person).await?;
    let asked = facts.asked_of(between.subject, ctx.today);
    let mut items = Vec::new();
    let mut others = 0;
    for (at, of) in in_use(ctx, &facts) {
        let asked = asked.iter().find(|asked| asked.competency == at);
        match item(ctx, between.subject, (at, of), asked) {
            Some(item) if between.may_confirm(at, of) => items.push(item),
            Some(_) => others += 1,
            None => {}
        }
    }
    Ok(Observable {
        person,
        name: between.subject.name(),
        posts: post_names(ctx, &facts, between.subject),
        today: ctx.today,
        items,
        others,
    })
}

/// The asker and a person whom they may confirm without having been asked.
pub(super) async fn reading<'a>(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    facts: &'a Facts,
    person: PersonId,
) -> Result<Between<'a>> {
    let posts = subject_posts(ctx, facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::RecordObservation, resource, THEIRS)?;
    let signer = Signer::load(ctx, db, facts, &ctx.actor).await?;
    signer.with(ctx, person, Action::RecordObservation)
}

fn in_use<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
) -> impl Iterator<Item = (CompetencyIndex, &'a Competency)> {
    let version = version_at(&facts.versions, ctx.today);
    let all = facts.competencies.iter().enumerate();
    all.filter(move |(_, c)| Some(c.version) == version).map(|(at, c)| (at as CompetencyIndex, c))
}

/// None where it is neither asked nor held, or not part of the person's posts.
fn item(
    ctx: &Ctx,
    person: &Person,
    (at, of): (CompetencyIndex, &Competency),
    asked: Option<&Asked>,
) -> Option<ObservableItem> {
    let standing = person.standing_in(at, of, ctx.today);
    let held = match standing.confirmed {
        Confirmed::At { level, due_on, .. } => Some((level, due_on)),
        Confirmed::Never | Confirmed::Revoked => None,
    };
    let concerns = (asked.is_some() || held.is_some()) && !standing.exempt;
    concerns.then(|| ObservableItem {
        code: of.code.clone(),
        title: of.title.clone(),
        asked: asked.map(|asked| AskedLevel { level: asked.level, critical: asked.critical }),
        held,
        due: asked.is_some() && is_due(&standing, ctx.today).is_some(),
        waits: standing.waits(),
    })
}

fn post_names(ctx: &Ctx, facts: &Facts, person: &Person) -> Vec<String> {
    let posts = facts.posts_in_scope(person, ctx.today).filter_map(|terms| {
        let role = facts.roles.get(terms.role)?;
        Some(format!("{}, {}", role.title, facts.places.teams.get(terms.team)?.name))
    });
    posts.collect()
}

/// The competencies with these codes, with what each level means.
///
/// # Errors
/// As [`observable`]; and refuses unknown codes as not found.
pub async fn observe_form(ctx: &Ctx, person: PersonId, codes: &[String]) -> Result<ObserveForm> {
    let facts = ctx.facts().await?;
    let between = reading(ctx, ctx.db().read(), &facts, person).await?;
    let asked = facts.asked_of(between.subject, ctx.today);
    let chosen = codes.iter().map(|code| find(ctx, &facts, code));
    let chosen: Vec<(CompetencyIndex, &Competency)> = chosen.collect::<Result<_>>()?;
    let worded = competency::Entity::find()
        .filter(competency::Column::Id.is_in(chosen.iter().map(|(_, of)| of.id)))
        .all(ctx.db().read())
        .await?;
    let item = |(at, of): (CompetencyIndex, &Competency)| {
        let worded = worded.iter().find(|row| row.id == of.id)?;
        let asked = asked.iter().find(|asked| asked.competency == at);
        Some(ObserveItem {
            code: of.code.clone(),
            title: of.title.clone(),
            statement: worded.statement.clone(),
            descriptors: descriptors(worded),
            asked: asked.map(|asked| asked.level),
            rare_event: of.rare_event,
        })
    };
    let items = chosen.into_iter().filter_map(item).collect();
    Ok(ObserveForm { person, name: between.subject.name(), today: ctx.today, items })
}

/// Confirms all that was observed of a person in one sitting, or nothing: what stands against one of them is said beside
/// it, and everything typed stays on the page.
///
/// # Errors
/// Refuses people whom the asker does not assess, and whatever stands against a confirmation, by its field `level-CODE`.
pub async fn observe(ctx: &Ctx, person: PersonId, observed: Vec<Observed>) -> Result<Several> {
    ctx.authorise_somewhere(Action::RecordObservation, THEIRS)?;
    let note =
        |one: &Observed| (format!("note-{}", one.code), one.note.clone().unwrap_or_default());
    let notes: Vec<(String, String)> = observed.iter().map(note).collect();
    let texts: Vec<(&str, &str)> =
        notes.iter().map(|(f, note)| (f.as_str(), note.as_str())).collect();
    let passed = ctx.guard(&texts)?;
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let between = reading(ctx, change.tx(), &facts, person).await?;
    let mut errors = FieldErrors::default();
    let mut signed = Vec::new();
    for Observed { code, level, evidence, made_on, note } in observed {
        let known = find(ctx, &facts, &code)?;
        let proposed = Proposed { level, made_on, evidence, evidence_on: None, note };
        match between.sign(ctx, known, proposed) {
            Ok(one) => signed.push((code, one)),
            Err(Error::Refused(refusal @ Refusal::Rule { .. })) => {
                errors.add(&format!("level-{code}"), refusal.to_string());
            }
            Err(other) => return Err(other),
        }
    }
    errors.into_result()?;
    let mut done = Several::default();
    let mut codes = Vec::new();
    for (code, (said, outcome)) in signed {
        said.save(ctx, change.tx()).await?;
        done.add(outcome);
        codes.push(code);
    }
    let entry = Entry::new("confirm observed", "person", person).after(&codes);
    change.commit(entry.let_through(passed)).await?;
    Ok(done)
}

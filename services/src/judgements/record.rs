//! A person's whole record, and one competency of it opened; somebody else's is shown only to whoever may, and noted.

use super::history::{Reflections, timeline};
use super::save::said_of;
use super::{find, myself};
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use crate::evidence::Pieces;
use crate::frameworks::descriptors;
use crate::reach::subject_posts;
use crate::redactions::Marks;
use crate::viewings;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::{Competency, Facts, Person, Role};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::views::{
    AskedLevel, HistoryLine, Record, RecordDetail, RecordDomain, RecordLine,
};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::requirements::{Asked, CompetencyIndex, asked_at};
use entities::{competency, judgement};
use sea_orm::EntityTrait;
use std::collections::HashMap;
use std::sync::Arc;

/// The record of `whom` (oneself when `None`) as at `day`.
///
/// # Errors
/// Refuses records the asker may not read as not found.
pub async fn record(ctx: &Ctx, whom: Option<PersonId>, day: NaiveDate) -> Result<Record> {
    let (facts, id) = open(ctx, whom).await?;
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    Ok(record_of(&facts, person, day))
}

/// The signed-in person's record today, with the facts that it was read from.
///
/// # Errors
/// Refuses whoever has no staff record.
pub(super) async fn own(ctx: &Ctx) -> Result<(Arc<Facts>, Record)> {
    let (facts, id) = open(ctx, None).await?;
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    let record = record_of(&facts, person, ctx.today);
    Ok((facts, record))
}

/// The record of a person as at `day`, from the facts alone; the caller has made sure that it may be read.
pub(crate) fn record_of(facts: &Facts, person: &Person, day: NaiveDate) -> Record {
    let asked = AskedByRole::of(facts, person, day);
    let version = version_at(&facts.versions, day);
    let mut domains: Vec<RecordDomain> = Vec::new();
    for (at, competency) in facts.competencies.iter().enumerate() {
        if Some(competency.version) != version {
            continue;
        }
        let line = line(person, at as CompetencyIndex, competency, &asked, day);
        let Some(domain) = facts.domains.get(competency.domain) else { continue };
        match domains.last_mut().filter(|d| d.code == domain.code) {
            Some(open) => open.competencies.push(line),
            None => domains.push(RecordDomain {
                code: domain.code.clone(),
                title: domain.title.clone(),
                competencies: vec![line],
            }),
        }
    }
    Record { person_name: person.name(), posts: post_names(facts, person, day), domains }
}

/// One competency of the record of `whom` (oneself when `None`), today, with its history.
///
/// # Errors
/// Refuses records the asker may not read, and unknown codes, as not found.
pub async fn competency(ctx: &Ctx, whom: Option<PersonId>, code: &str) -> Result<RecordDetail> {
    let (facts, id) = open(ctx, whom).await?;
    if ctx.actor.person() != Some(id) {
        return opened(ctx, &facts, id, code, &Pieces::default()).await;
    }
    let pieces = Pieces::of_person(ctx.db().read(), &facts, id).await?;
    let begun = drafts::kept(ctx, id, &super::ask::begun(code)).await?;
    let detail = opened(ctx, &facts, id, code, &pieces).await?;
    Ok(RecordDetail { items: pieces.about(code), begun, ..detail })
}

/// The same of the signed-in person, without their evidence and what they began to ask.
///
/// # Errors
/// Refuses unknown codes as not found.
pub(super) async fn own_competency(ctx: &Ctx, code: &str) -> Result<RecordDetail> {
    let (facts, id) = open(ctx, None).await?;
    opened(ctx, &facts, id, code, &Pieces::default()).await
}

async fn opened(
    ctx: &Ctx,
    facts: &Facts,
    id: PersonId,
    code: &str,
    pieces: &Pieces,
) -> Result<RecordDetail> {
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    let (at, found) = find(ctx, facts, code)?;
    let row = competency::Entity::find_by_id(found.id).one(ctx.db().read()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this competency"))?;
    let said = said_of(ctx.db().read(), facts, id, at).await?;
    let own = ctx.actor.person() == Some(id);
    let reflections = if own { Reflections::Shown(pieces) } else { Reflections::Hidden };
    let marks = Marks::of(ctx.db().read(), [id]).await?;
    let asked = AskedByRole::of(facts, person, ctx.today);
    let domain = facts.domains.get(found.domain);
    let history = timeline(facts, ctx.db().read(), Some(at), &said, &marks, reflections).await?;
    Ok(RecordDetail {
        line: line(person, at, found, &asked, ctx.today),
        domain_code: domain.map(|d| d.code.clone()).unwrap_or_default(),
        domain_title: domain.map(|d| d.title.clone()).unwrap_or_default(),
        statement: row.statement.clone(),
        rare_event: found.rare_event,
        refresh_months: found.refresh_months,
        descriptors: descriptors(&row),
        asked_by: asked.by(at).map(|(role, level)| (role.to_owned(), level)).collect(),
        requested_by: requested_by(&said, &history),
        asked_of: asked_of(&said).map(|id| facts.name_of(id)),
        history,
        assessors: match own {
            true => super::ask::assessors_for(ctx, facts, id, at).await?,
            false => Vec::new(),
        },
        items: Vec::new(),
        begun: None,
    })
}

/// Whom the latest request names.
fn asked_of(said: &[judgement::Model]) -> Option<PersonId> {
    said.iter().rev().find(|row| row.kind == JudgementKind::Requested)?.asked_of_id
}

/// Who made the latest request, as the history tells it, where it was not the person.
fn requested_by(said: &[judgement::Model], history: &[HistoryLine]) -> Option<String> {
    let latest = said.iter().rfind(|row| row.kind == JudgementKind::Requested)?;
    let by_another = latest.by_person_id != Some(latest.person_id);
    let line = history.iter().find(|line| line.sequence == latest.sequence);
    line.filter(|_| by_another)?.by.clone()
}

async fn open(ctx: &Ctx, whom: Option<PersonId>) -> Result<(Arc<Facts>, PersonId)> {
    let person = match whom {
        Some(person) => person,
        None => myself(ctx)?,
    };
    let facts = ctx.facts().await?;
    let posts = subject_posts(ctx, &facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::ReadRecord, resource, "this person")?;
    viewings::note_record(ctx, person).await?;
    Ok((facts, person))
}

/// What each role of a person asks at a day.
struct AskedByRole {
    /// The highest over all of them.
    together: HashMap<CompetencyIndex, AskedLevel>,
    roles: Vec<(String, HashMap<CompetencyIndex, AskedLevel>)>,
}

impl AskedByRole {
    fn of(facts: &Facts, person: &Person, day: NaiveDate) -> Self {
        let mut held: Vec<usize> = facts.posts_in_scope(person, day).map(|t| t.role).collect();
        held.sort_unstable();
        held.dedup();
        let roles = held.into_iter().filter_map(|at| facts.roles.get(at));
        let of_role =
            |role: &Role| (role.title.clone(), by_competency(asked_at(&role.requirements, day)));
        Self {
            together: by_competency(facts.asked_of(person, day)),
            roles: roles.map(of_role).collect(),
        }
    }

    /// The titles of the roles that ask a competency, with the level each asks.
    fn by(&self, at: CompetencyIndex) -> impl Iterator<Item = (&str, AskedLevel)> {
        self.roles.iter().filter_map(move |(title, asked)| Some((title.as_str(), *asked.get(&at)?)))
    }
}

fn by_competency(asked: Vec<Asked>) -> HashMap<CompetencyIndex, AskedLevel> {
    let level = |asked: Asked| AskedLevel { level: asked.level, critical: asked.critical };
    asked.into_iter().map(|asked| (asked.competency, level(asked))).collect()
}

fn line(
    person: &Person,
    at: CompetencyIndex,
    competency: &Competency,
    asked: &AskedByRole,
    day: NaiveDate,
) -> RecordLine {
    let standing = person.standing_in(at, competency, day);
    let together = asked.together.get(&at).copied();
    let required = together.filter(|_| !standing.exempt);
    RecordLine {
        code: competency.code.clone(),
        title: competency.title.clone(),
        asked: together,
        asked_by: asked.by(at).map(|(role, _)| role.to_owned()).collect(),
        standing,
        status: required.map(|required| standing.status(required.level, day)),
    }
}

fn post_names(facts: &Facts, person: &Person, day: NaiveDate) -> Vec<String> {
    let name = |terms: &domain::people::Terms| {
        let role = facts.roles.get(terms.role)?;
        let team = facts.places.teams.get(terms.team)?;
        Some(format!("{}, {}", role.title, team.name))
    };
    facts.posts_in_scope(person, day).filter_map(name).collect()
}

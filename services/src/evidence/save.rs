//! A piece of evidence is added; it is changed or removed only while it was never attached to anything.

use super::about::{forget_about, say_about};
use super::content::{Brought, Examined, examine};
use super::delete::delete;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::judgements::{find, myself};
use domain::codes::EvidenceSource;
use domain::coverage::Facts;
use domain::evidence::courses::may_change;
use domain::evidence::files::{MOST_OF_ONE, too_many};
use domain::evidence::forms::Describe;
use domain::evidence::links::Link;
use domain::fields::FieldErrors;
use domain::ids::{CompetencyId, EvidenceItemId, PersonId};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{evidence_content, evidence_file, evidence_item, judgement_evidence};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    SqlErr,
};
use uuid::Uuid;

/// Whether the asker may add evidence of their own: asked before a file is taken in.
///
/// # Errors
/// Refuses whoever has no staff record.
pub fn may_add(ctx: &Ctx) -> Result<PersonId> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::SelfAssess, own, "this page")?;
    Ok(person)
}

/// Adds a piece of evidence to the signed-in person's own, with a file where there is one.
///
/// # Errors
/// Refuses files that are not taken, and one that the person has brought before.
pub async fn add(ctx: &Ctx, described: Describe, file: Option<Brought>) -> Result<EvidenceItemId> {
    let person = may_add(ctx)?;
    let passed = ctx.guard(&described.texts())?;
    let about = competencies(ctx, &*ctx.facts().await?, &described.about)?;
    let file = match file {
        Some(brought) => Some(examine(brought).await?),
        None => None,
    };
    let id = EvidenceItemId(Uuid::now_v7());
    let kind = described.kind;
    let change = ctx.change(Touches::Nothing).await?;
    added(ctx, person, id, described).insert(change.tx()).await?;
    say_about(change.tx(), about.into_iter().map(|about| (id, about))).await?;
    if let Some(file) = file {
        keep(change.tx(), person, id, file).await?;
    }
    let entry = Entry::new("add evidence", "evidence_item", id).after(&kind);
    change.commit(entry.let_through(passed)).await?;
    Ok(id)
}

fn added(
    ctx: &Ctx,
    person: PersonId,
    id: EvidenceItemId,
    described: Describe,
) -> evidence_item::ActiveModel {
    evidence_item::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        source: Set(EvidenceSource::OwnWords),
        recorded_at: Set(ctx.now),
        by_account_id: Set(ctx.actor.account_id()),
        ..worded(described)
    }
}

fn worded(described: Describe) -> evidence_item::ActiveModel {
    let Describe { kind, what, link, happened_on, minutes, participatory, about: _ } = described;
    evidence_item::ActiveModel {
        kind: Set(kind),
        what: Set(what),
        link: Set(link.as_ref().map(Link::address).map(str::to_owned)),
        happened_on: Set(happened_on),
        minutes: Set(minutes.map(|minutes| minutes as i32)),
        participatory: Set(participatory),
        ..Default::default()
    }
}

async fn keep(
    tx: &impl ConnectionTrait,
    person: PersonId,
    id: EvidenceItemId,
    file: Examined,
) -> Result<()> {
    let kept = evidence_file::Entity::find()
        .select_only()
        .column_as(evidence_file::Column::Bytes.sum(), "bytes")
        .filter(evidence_file::Column::PersonId.eq(person));
    let kept: Option<Option<i64>> = kept.into_tuple().one(tx).await?;
    if kept.flatten().unwrap_or(0) + file.content.len() as i64 > MOST_OF_ONE {
        return Err(FieldErrors::one("file", too_many()).into());
    }
    let row = evidence_file::ActiveModel {
        item_id: Set(id),
        person_id: Set(person),
        name: Set(file.name),
        kind: Set(file.kind),
        bytes: Set(file.content.len() as i32),
        digest: Set(file.digest),
    };
    evidence_file::Entity::insert(row).exec_without_returning(tx).await.map_err(brought_before)?;
    let content = evidence_content::ActiveModel { item_id: Set(id), content: Set(file.content) };
    evidence_content::Entity::insert(content).exec_without_returning(tx).await?;
    Ok(())
}

fn brought_before(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => FieldErrors::one(
            "file",
            "You have added this very file before. Leave it out here, or choose another one",
        )
        .into(),
        _ => error.into(),
    }
}

/// Words a piece anew that is the signed-in person's and was never attached.
///
/// # Errors
/// Refuses what was attached, in words that say why; what is not the asker's is not found.
pub async fn change(ctx: &Ctx, id: EvidenceItemId, described: Describe) -> Result<()> {
    let person = may_add(ctx)?;
    let passed = ctx.guard(&described.texts())?;
    let about = competencies(ctx, &*ctx.facts().await?, &described.about)?;
    // The lock of judgements: nobody attaches it meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    still_free(change.tx(), person, id).await?;
    let kind = described.kind;
    evidence_item::ActiveModel { id: Unchanged(id), ..worded(described) }
        .update(change.tx())
        .await?;
    forget_about(change.tx(), [id]).await?;
    say_about(change.tx(), about.into_iter().map(|about| (id, about))).await?;
    let entry = Entry::new("change evidence", "evidence_item", id).after(&kind);
    change.commit(entry.let_through(passed)).await
}

/// Removes a piece that was never attached, and its file.
///
/// # Errors
/// As [`change`].
pub async fn remove(ctx: &Ctx, id: EvidenceItemId) -> Result<()> {
    let person = may_add(ctx)?;
    let change = ctx.change(Touches::Judgements).await?;
    still_free(change.tx(), person, id).await?;
    delete(ctx, change.tx(), &[id]).await?;
    change.commit(Entry::new("remove evidence", "evidence_item", id)).await
}

async fn still_free(tx: &impl ConnectionTrait, person: PersonId, id: EvidenceItemId) -> Result<()> {
    let row = evidence_item::Entity::find_by_id(id).one(tx).await?;
    let own = row.filter(|row| row.person_id == person);
    let row = own.ok_or_else(|| Refusal::not_found("this piece of evidence"))?;
    let attached = judgement_evidence::Column::ItemId.eq(id);
    let attached = judgement_evidence::Entity::find().filter(attached).one(tx).await?.is_some();
    Ok(may_change(row.source, attached)?)
}

/// The competencies with these codes today, each once.
fn competencies(ctx: &Ctx, facts: &Facts, codes: &[String]) -> Result<Vec<CompetencyId>> {
    let mut about: Vec<CompetencyId> = Vec::new();
    for code in codes.iter().filter(|code| !code.is_empty()) {
        let (_, competency) = find(ctx, facts, code)
            .map_err(|_| FieldErrors::one("about", "Choose competencies from the list"))?;
        if !about.contains(&competency.id) {
            about.push(competency.id);
        }
    }
    Ok(about)
}

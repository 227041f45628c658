//! A file of evidence: for its owner, and for whoever reads the evidence of what waits and rests on it. To everybody else it
//! is not there.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::reads_evidence;
use crate::viewings;
use domain::evidence::files::FileKind;
use domain::ids::{EvidenceItemId, PersonId};
use domain::policy::{Action, Actor, Resource, may};
use domain::refusal::Refusal;
use entities::{evidence_content, evidence_file, judgement, judgement_evidence};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// A file as it is given out.
#[derive(Debug)]
pub struct Opened {
    pub name: String,
    pub kind: FileKind,
    pub content: Vec<u8>,
}

/// Opens the file of a piece of evidence; a look by anybody but its owner is noted.
///
/// # Errors
/// *Not found* for whoever is neither its owner nor an assessor who decides an open request, or may sign second, on it.
pub async fn open_file(ctx: &Ctx, id: EvidenceItemId) -> Result<Opened> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    let not_found = || Refusal::not_found("this file");
    let file = evidence_file::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let file = file.ok_or_else(not_found)?;
    if !is_own(ctx, file.person_id) {
        if !is_shown(ctx, id).await? {
            return Err(not_found().into());
        }
        viewings::note_record(ctx, file.person_id).await?;
    }
    let content = evidence_content::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let content = content.ok_or_else(not_found)?.content;
    Ok(Opened { name: file.name, kind: file.kind, content })
}

fn is_own(ctx: &Ctx, person: PersonId) -> bool {
    may(&ctx.actor, Action::ReadReflections, Resource::Person { person, posts: &[] })
}

/// Whether it is attached to something that waits and whose evidence the asker reads.
async fn is_shown(ctx: &Ctx, id: EvidenceItemId) -> Result<bool> {
    let facts = ctx.facts().await?;
    let attached = judgement_evidence::Entity::find()
        .filter(judgement_evidence::Column::ItemId.eq(id))
        .find_also_related(judgement::Entity)
        .all(ctx.db().read())
        .await?;
    let mut judgements = attached.iter().filter_map(|(_, judgement)| judgement.as_ref());
    Ok(judgements.any(|row| reads_evidence(ctx, &facts, row)))
}

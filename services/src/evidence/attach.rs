//! What a request or a confirmation rests on: attached when it is recorded, and never taken off.

use super::attendance::{self, countable, rest_on};
use crate::error::Result;
use domain::codes::Evidence;
use domain::fields::FieldErrors;
use domain::ids::{EvidenceItemId, JudgementSequence, PersonId};
use entities::{evidence_item, judgement_evidence};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

/// The kinds of these pieces, which are all the person's own.
///
/// # Errors
/// Refuses pieces of somebody else, beside the field `items`.
pub(crate) async fn kinds(
    tx: &impl ConnectionTrait,
    person: PersonId,
    items: &[EvidenceItemId],
) -> Result<Vec<Evidence>> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: BTreeSet<EvidenceItemId> = items.iter().copied().collect();
    let found = evidence_item::Entity::find()
        .filter(evidence_item::Column::Id.is_in(wanted.clone()))
        .filter(evidence_item::Column::PersonId.eq(person))
        .all(tx)
        .await?;
    let mut kinds: BTreeSet<Evidence> = found.iter().map(|item| item.kind).collect();
    if found.len() < wanted.len() {
        let attended = countable(tx, person).await?;
        let stored = found.len() + wanted.iter().filter(|id| attended.contains_key(*id)).count();
        if stored < wanted.len() {
            return Err(FieldErrors::one("items", "Choose from your own evidence").into());
        }
        kinds.insert(Evidence::Attendance);
    }
    Ok(kinds.into_iter().collect())
}

/// Attaches pieces of a person's own to a judgement about them that was just recorded: stored ones, and sessions that they came
/// to.
pub(crate) async fn attach_own(
    tx: &impl ConnectionTrait,
    (judgement, person): (JudgementSequence, PersonId),
    items: Vec<EvidenceItemId>,
) -> Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let attended = countable(tx, person).await?;
    let (sessions, stored): (Vec<_>, Vec<_>) = items
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .partition(|id| attended.contains_key(id));
    let sessions = sessions.iter().filter_map(|id| attended.get(id)).copied();
    rest_on(tx, (judgement, person), sessions).await?;
    attach(tx, judgement, stored).await
}

/// Attaches pieces to a judgement that was just recorded.
pub(crate) async fn attach(
    tx: &impl ConnectionTrait,
    judgement: JudgementSequence,
    items: impl IntoIterator<Item = EvidenceItemId>,
) -> Result<()> {
    let items: BTreeSet<EvidenceItemId> = items.into_iter().collect();
    let rows = items.into_iter().map(|item| judgement_evidence::ActiveModel {
        judgement_sequence: Set(judgement),
        item_id: Set(item),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        judgement_evidence::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What one judgement rests on, under another too: a request's evidence under its confirmation, or asked with again.
pub(crate) async fn carry_over(
    tx: &impl ConnectionTrait,
    from: JudgementSequence,
    to: JudgementSequence,
) -> Result<()> {
    let attached = of(tx, from).await?;
    attach(tx, to, attached.into_iter().map(|row| row.item_id)).await?;
    attendance::carry_over(tx, from, to).await
}

async fn of(
    db: &impl ConnectionTrait,
    judgement: JudgementSequence,
) -> Result<Vec<judgement_evidence::Model>> {
    let under = judgement_evidence::Column::JudgementSequence.eq(judgement);
    Ok(judgement_evidence::Entity::find().filter(under).all(db).await?)
}

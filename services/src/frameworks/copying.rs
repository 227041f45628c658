//! A new version that says what another says: the same words under new ids, and a crosswalk that says *same* throughout.

use super::draft::Draft;
use crate::error::Result;
use domain::codes::CrosswalkRelation;
use domain::ids::{CompetencyId, CrosswalkId, DomainId, FrameworkVersionId};
use entities::{competency, competency_domain, crosswalk};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use std::collections::HashMap;
use uuid::Uuid;

/// Copies domains and competencies of `from` into `version`, and answers the crosswalk.
pub(super) async fn copy_of(
    tx: &impl ConnectionTrait,
    from: &Draft,
    version: FrameworkVersionId,
) -> Result<()> {
    let ids: HashMap<DomainId, DomainId> =
        from.domains.iter().map(|row| (row.id, DomainId(Uuid::now_v7()))).collect();
    for row in &from.domains {
        let Some(&id) = ids.get(&row.id) else { continue };
        let copy = competency_domain::Model { id, version_id: version, ..row.clone() };
        copy.into_active_model().reset_all().insert(tx).await?;
    }
    let mut copies = Vec::new();
    let mut answers = Vec::new();
    for row in &from.competencies {
        let Some(&domain_id) = ids.get(&row.domain_id) else { continue };
        let id = CompetencyId(Uuid::now_v7());
        let copy = competency::Model { id, version_id: version, domain_id, ..row.clone() };
        copies.push(copy.into_active_model().reset_all());
        answers.push(same(version, row.id, id).into_active_model().reset_all());
    }
    // Of an empty framework there is nothing to insert.
    if !copies.is_empty() {
        competency::Entity::insert_many(copies).exec_without_returning(tx).await?;
        crosswalk::Entity::insert_many(answers).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The answer that a competency stays what it was.
pub(crate) fn same(
    version_id: FrameworkVersionId,
    old: CompetencyId,
    new: CompetencyId,
) -> crosswalk::Model {
    crosswalk::Model {
        id: CrosswalkId(Uuid::now_v7()),
        version_id,
        old_competency_id: old,
        new_competency_id: Some(new),
        relation: CrosswalkRelation::Same,
        asked_again: false,
    }
}

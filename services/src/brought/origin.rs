//! Where accepted levels came from, for a history.

use crate::error::Result;
use domain::brought::views::AcceptedFrom;
use domain::codes::JudgementKind;
use domain::ids::JudgementSequence;
use entities::{acceptance, accepted_from, judgement, trusted_issuer};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The origin of each accepted judgement among these; three queries, and none where there is no such judgement.
pub(crate) async fn origins(
    db: &impl ConnectionTrait,
    rows: &[judgement::Model],
) -> Result<HashMap<JudgementSequence, AcceptedFrom>> {
    let accepted: HashMap<JudgementSequence, &judgement::Model> = rows
        .iter()
        .filter(|row| row.kind == JudgementKind::Accepted)
        .map(|row| (row.sequence, row))
        .collect();
    if accepted.is_empty() {
        return Ok(HashMap::new());
    }
    let of_them = accepted_from::Column::JudgementSequence.is_in(accepted.keys().copied());
    let from = accepted_from::Entity::find().filter(of_them).all(db).await?;
    let of_them = acceptance::Column::RecordId.is_in(from.iter().map(|row| row.record_id));
    let acceptances = acceptance::Entity::find().filter(of_them).all(db).await?;
    let of_them =
        trusted_issuer::Column::Id.is_in(acceptances.iter().map(|row| row.trusted_issuer_id));
    let issuers = trusted_issuer::Entity::find().filter(of_them).all(db).await?;
    let origin = |row: accepted_from::Model| {
        let acceptance = acceptances.iter().find(|known| known.record_id == row.record_id)?;
        let issuer = issuers.iter().find(|known| known.id == acceptance.trusted_issuer_id)?;
        let judgement = accepted.get(&row.judgement_sequence)?;
        let origin = AcceptedFrom {
            issuer: issuer.name.clone(),
            confirmed_by: row.confirmed_by,
            confirmed_on: judgement.original_on,
        };
        Some((row.judgement_sequence, origin))
    };
    Ok(from.into_iter().filter_map(origin).collect())
}

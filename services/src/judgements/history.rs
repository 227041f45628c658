//! The timeline of judgements, with the names of those who spoke.

use super::save::{evidence_of, level_of};
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::JudgementSequence;
use domain::judgements::views::HistoryLine;
use entities::{judgement, reflection};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Whether what somebody wrote for themselves is shown along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reflections {
    /// To their owner.
    Shown,
    /// To everybody else.
    Hidden,
}

/// The judgements as lines, the latest first.
pub(super) async fn timeline(
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[judgement::Model],
    show: Reflections,
) -> Result<Vec<HistoryLine>> {
    let written = match show {
        Reflections::Shown => written_for(db, rows).await?,
        Reflections::Hidden => HashMap::new(),
    };
    let line = |row: &judgement::Model| {
        let name = row.by_person_id.map(|id| facts.name_of(id));
        let reflection = written.get(&row.sequence);
        HistoryLine {
            sequence: row.sequence,
            kind: row.kind,
            level: level_of(row),
            made_on: row.made_on,
            by: match (row.import_id, name) {
                (Some(_), Some(name)) => format!("{name} (imported)"),
                (Some(_), None) => "Imported".to_owned(),
                (None, Some(name)) => name,
                (None, None) => "Not recorded".to_owned(),
            },
            evidence: evidence_of(row),
            note: row.note.clone(),
            reflection: reflection.and_then(|r| r.text.clone()),
            confidence: reflection.and_then(|r| u8::try_from(r.confidence?).ok()),
        }
    };
    Ok(rows.iter().rev().map(line).collect())
}

async fn written_for(
    db: &impl ConnectionTrait,
    rows: &[judgement::Model],
) -> Result<HashMap<JudgementSequence, reflection::Model>> {
    let sequences: Vec<JudgementSequence> = rows.iter().map(|r| r.sequence).collect();
    let found = reflection::Entity::find()
        .filter(reflection::Column::JudgementSequence.is_in(sequences))
        .all(db)
        .await?;
    Ok(found.into_iter().map(|r| (r.judgement_sequence, r)).collect())
}

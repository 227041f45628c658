//! The timeline of judgements, with the names of those who spoke.

use super::save::{evidence_of, level_of};
use crate::error::Result;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::{AccountId, JudgementSequence};
use domain::judgements::views::HistoryLine;
use entities::{account, judgement, reflection};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The command line, as the log names it.
const OPERATOR: &str = "operator";

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
    let importers = importers_of(facts, db, rows).await?;
    let line = |row: &judgement::Model| {
        let own = (row.kind == JudgementKind::SelfAssessment).then_some(row.person_id);
        let by = row.by_person_id.or(own).map(|id| facts.name_of(id));
        let importer = row.by_account_id.and_then(|id| importers.get(&id).cloned());
        let reflection = written.get(&row.sequence);
        HistoryLine {
            sequence: row.sequence,
            kind: row.kind,
            level: level_of(row),
            made_on: row.made_on,
            by,
            imported_by: row.import_id.map(|_| importer.unwrap_or_else(|| OPERATOR.to_owned())),
            evidence: evidence_of(row),
            note: row.note.clone(),
            reflection: reflection.and_then(|r| r.text.clone()),
            confidence: reflection.and_then(|r| u8::try_from(r.confidence?).ok()),
        }
    };
    Ok(rows.iter().rev().map(line).collect())
}

/// Whoever brought judgements in from files: by name where they are on record, else by address.
async fn importers_of(
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[judgement::Model],
) -> Result<HashMap<AccountId, String>> {
    let imported = rows.iter().filter(|row| row.import_id.is_some());
    let ids: Vec<AccountId> = imported.filter_map(|row| row.by_account_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    let named = |account: account::Model| {
        let name = account.person_id.map(|id| facts.name_of(id)).filter(|name| !name.is_empty());
        (account.id, name.unwrap_or(account.email))
    };
    Ok(found.into_iter().map(named).collect())
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

//! The timeline of judgements, with the names of those who spoke.

use super::save::{evidence_of, level_of};
use crate::brought::origins;
use crate::error::Result;
use crate::evidence::Pieces;
use crate::redactions::Marks;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::{AccountId, JudgementSequence, PersonId};
use domain::judgements::views::{EarlierWording, HistoryLine};
use domain::redactions::TextKind;
use domain::requirements::CompetencyIndex;
use entities::{account, judgement, reflection};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};

/// The command line, as the log names it.
const OPERATOR: &str = "operator";

/// Whether what somebody wrote for themselves is shown along, and the pieces of evidence that each judgement rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reflections<'a> {
    /// To their owner, with all of their pieces of evidence.
    Shown(&'a Pieces),
    /// To everybody else: what they wrote when they asked or claimed is for whoever decides that, on its own page.
    Hidden,
}

/// The judgements as lines, the latest first: for whoever reads of the competency at `at`, or of several; `marks` says
/// which of their texts were blanked.
pub(crate) async fn timeline(
    facts: &Facts,
    db: &impl ConnectionTrait,
    at: Option<CompetencyIndex>,
    rows: &[judgement::Model],
    marks: &Marks,
    show: Reflections<'_>,
) -> Result<Vec<HistoryLine>> {
    let (written, pieces) = match show {
        Reflections::Shown(pieces) => (written_for(db, rows).await?, Some(pieces)),
        Reflections::Hidden => (HashMap::new(), None),
    };
    let accounts = accounts_of(db, rows).await?;
    let mut origins = origins(db, rows).await?;
    let line = |row: &judgement::Model| {
        let account = row.by_account_id.and_then(|id| accounts.get(&id));
        // An account that was taken from the record did not speak for its person.
        let spoke = row.by_person_id.is_some() && row.import_id.is_none();
        let stranger = account.filter(|a| spoke && a.person_id != row.by_person_id);
        let own = (row.kind == JudgementKind::SelfAssessment).then_some(row.person_id);
        let by = row.by_person_id.or(own).map(|id| facts.name_of(id));
        let holder = account.map(|account| name_of(facts, account));
        // Whoever acts without a staff record is told by their account.
        let by = by.or_else(|| holder.clone().filter(|_| row.import_id.is_none()));
        let hidden = pieces.is_none() && is_in_own_words(row);
        let note = row.note.clone().filter(|_| !hidden);
        let reflection = written.get(&row.sequence).filter(|_| stranger.is_none());
        HistoryLine {
            sequence: row.sequence,
            kind: row.kind,
            level: level_of(row),
            made_on: row.made_on,
            earlier: at.and_then(|at| earlier(facts, at, row)),
            by: stranger.map(|account| account.email.clone()).or(by),
            imported_by: row.import_id.map(|_| holder.unwrap_or_else(|| OPERATOR.to_owned())),
            accepted_from: origins.remove(&row.sequence),
            evidence: evidence_of(row),
            evidence_on: row.evidence_on,
            first_signed_by: first_signer(rows, row).map(|id| facts.name_of(id)),
            items: pieces.map(|own| own.under(row.sequence)).unwrap_or_default(),
            note: marks.words(TextKind::JudgementNote, row.sequence, note),
            reflection: reflection
                .and_then(|r| marks.words(TextKind::Reflection, row.sequence, r.text.clone())),
            confidence: reflection.and_then(|r| u8::try_from(r.confidence?).ok()),
        }
    };
    Ok(rows.iter().rev().map(line).collect())
}

/// Whether its note is what the person wrote to whoever was to answer.
fn is_in_own_words(row: &judgement::Model) -> bool {
    let asks = [JudgementKind::Requested, JudgementKind::ExemptionClaimed].contains(&row.kind);
    asks && row.by_person_id == Some(row.person_id)
}

/// Under which earlier version something was said, and of what.
fn earlier(facts: &Facts, at: CompetencyIndex, row: &judgement::Model) -> Option<EarlierWording> {
    let said_of = facts.competency_at(row.competency_id).filter(|said_of| *said_of != at)?;
    let of = |at: CompetencyIndex| facts.competencies.get(usize::from(at));
    let (was, now) = (of(said_of)?, of(at)?);
    Some(EarlierWording {
        version: facts.versions.get(was.version)?.number,
        code: was.code.clone(),
        title: was.title.clone(),
        counts: now.carried.counts(said_of),
    })
}

/// Who signed first what this row countersigns.
fn first_signer(rows: &[judgement::Model], row: &judgement::Model) -> Option<PersonId> {
    let first = row.first_signature?;
    rows.iter().find(|row| row.sequence == first)?.by_person_id
}

/// An account by the name of its person, else by its address.
fn name_of(facts: &Facts, account: &account::Model) -> String {
    let name = account.person_id.map(|id| facts.name_of(id)).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| account.email.clone())
}

/// The accounts with which something was said or brought in.
async fn accounts_of(
    db: &impl ConnectionTrait,
    rows: &[judgement::Model],
) -> Result<HashMap<AccountId, account::Model>> {
    let ids: BTreeSet<AccountId> = rows.iter().filter_map(|row| row.by_account_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|account| (account.id, account)).collect())
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

//! Stored pieces of evidence as lines: what each is about, its file, and which judgements rest on it.

use crate::accounts;
use crate::error::Result;
use domain::codes::EvidenceSource;
use domain::coverage::Facts;
use domain::evidence::links::Link;
use domain::evidence::views::{EvidenceLine, FileLine};
use domain::ids::{AccountId, JudgementSequence, PersonId};
use entities::{evidence_about, evidence_file, evidence_item, judgement_evidence};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// The command line, as the log names it.
const OPERATOR: &str = "operator";

/// Pieces of evidence with everything around them, the latest first.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    pub lines: Vec<EvidenceLine>,
    attached: Vec<judgement_evidence::Model>,
}

impl Pieces {
    /// All of a person's; three queries, however many there are, and one for who brought in what came from files.
    pub async fn of_person(
        db: &impl ConnectionTrait,
        facts: &Facts,
        person: PersonId,
    ) -> Result<Self> {
        Self::of(db, facts, Condition::all().add(evidence_item::Column::PersonId.eq(person))).await
    }

    async fn of(db: &impl ConnectionTrait, facts: &Facts, which: Condition) -> Result<Self> {
        let items = items(db, which).await?;
        if items.is_empty() {
            return Ok(Self::default());
        }
        let ids = || items.iter().map(|(item, _)| item.id);
        let about = evidence_about::Entity::find()
            .filter(evidence_about::Column::ItemId.is_in(ids()))
            .all(db)
            .await?;
        let attached = judgement_evidence::Entity::find()
            .filter(judgement_evidence::Column::ItemId.is_in(ids()))
            .all(db)
            .await?;
        let importers = importers(db, facts, &items).await?;
        let line = |(item, file)| line(facts, item, file, &about, &attached, &importers);
        Ok(Self { lines: items.into_iter().map(line).collect(), attached })
    }

    /// What a judgement rests on.
    pub fn under(&self, judgement: JudgementSequence) -> Vec<EvidenceLine> {
        let rows = self.attached.iter().filter(|row| row.judgement_sequence == judgement);
        let line = |row: &judgement_evidence::Model| {
            self.lines.iter().find(|line| line.id == row.item_id).cloned()
        };
        rows.filter_map(line).collect()
    }

    /// What is about the competency with this code, in whichever version of the framework.
    pub fn about(&self, code: &str) -> Vec<EvidenceLine> {
        let is_about = |line: &&EvidenceLine| line.about.iter().any(|(known, _)| known == code);
        self.lines.iter().filter(is_about).cloned().collect()
    }
}

/// The pieces that each of these judgements rests on, without what else is known of them; two queries, and one where
/// there are none.
pub(crate) async fn attached_to(
    db: &impl ConnectionTrait,
    facts: &Facts,
    judgements: &[JudgementSequence],
) -> Result<Pieces> {
    let under = judgement_evidence::Column::JudgementSequence.is_in(judgements.iter().copied());
    let attached = judgement_evidence::Entity::find().filter(under).all(db).await?;
    if attached.is_empty() {
        return Ok(Pieces::default());
    }
    let ids = attached.iter().map(|row| row.item_id);
    let items = items(db, Condition::all().add(evidence_item::Column::Id.is_in(ids))).await?;
    let importers = importers(db, facts, &items).await?;
    let line = |(item, file)| EvidenceLine {
        attached: true,
        ..line(facts, item, file, &[], &[], &importers)
    };
    Ok(Pieces { lines: items.into_iter().map(line).collect(), attached })
}

/// Rows with their files, the latest first.
async fn items(
    db: &impl ConnectionTrait,
    which: Condition,
) -> Result<Vec<(evidence_item::Model, Option<evidence_file::Model>)>> {
    Ok(evidence_item::Entity::find()
        .find_also_related(evidence_file::Entity)
        .filter(which)
        .order_by_desc(evidence_item::Column::HappenedOn)
        .order_by_desc(evidence_item::Column::Id)
        .all(db)
        .await?)
}

/// Who brought in what came from files, by account; no query where nothing did.
async fn importers(
    db: &impl ConnectionTrait,
    facts: &Facts,
    items: &[(evidence_item::Model, Option<evidence_file::Model>)],
) -> Result<HashMap<AccountId, String>> {
    let imported = items.iter().filter(|(item, _)| item.source == EvidenceSource::Import);
    accounts::names(db, facts, imported.filter_map(|(item, _)| item.by_account_id)).await
}

fn line(
    facts: &Facts,
    item: evidence_item::Model,
    file: Option<evidence_file::Model>,
    about: &[evidence_about::Model],
    attached: &[judgement_evidence::Model],
    importers: &HashMap<AccountId, String>,
) -> EvidenceLine {
    let named = |about: &evidence_about::Model| {
        let known = facts.competencies.iter().find(|c| c.id == about.competency_id)?;
        Some((known.code.clone(), known.title.clone()))
    };
    let about = about.iter().filter(|about| about.item_id == item.id);
    let mut about: Vec<(String, String)> = about.filter_map(named).collect();
    about.sort();
    let importer = item.by_account_id.and_then(|id| importers.get(&id)).cloned();
    let imported = item.source == EvidenceSource::Import;
    EvidenceLine {
        id: item.id,
        kind: item.kind,
        what: item.what,
        link: item.link.and_then(|link| Link::parse(&link).ok()),
        happened_on: item.happened_on,
        minutes: item.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        participatory: item.participatory,
        source: item.source,
        about,
        file: file.map(file_line),
        attached: attached.iter().any(|row| row.item_id == item.id),
        imported_by: imported.then(|| importer.unwrap_or_else(|| OPERATOR.to_owned())),
    }
}

fn file_line(file: evidence_file::Model) -> FileLine {
    let bytes = usize::try_from(file.bytes).unwrap_or_default();
    FileLine { name: file.name, kind: file.kind, bytes }
}

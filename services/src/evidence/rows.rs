//! Stored pieces of evidence as lines: what each is about, its file, and which judgements rest on it.

use super::attendance;
use crate::accounts;
use crate::error::Result;
use crate::redactions::Marks;
use domain::codes::EvidenceSource;
use domain::coverage::Facts;
use domain::evidence::links::Link;
use domain::evidence::views::{EvidenceLine, FileLine};
use domain::ids::{AccountId, JudgementSequence, PersonId};
use domain::redactions::{TextKind, Words};
use entities::{evidence_about, evidence_file, evidence_item, judgement_evidence};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// The command line, as the log names it.
const OPERATOR: &str = "operator";

/// Pieces of evidence with everything around them, the latest first.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    pub lines: Vec<EvidenceLine>,
    attached: Vec<judgement_evidence::Model>,
}

impl Pieces {
    /// All of a person's, sessions that they came to among them; four queries, however many there are, three more where they came
    /// to any, one where something was redacted, and one for who brought in what came from files.
    pub async fn of_person(
        db: &impl ConnectionTrait,
        facts: &Facts,
        person: PersonId,
    ) -> Result<Self> {
        let own = Condition::all().add(evidence_item::Column::PersonId.eq(person));
        let mut pieces = Self::of(db, facts, own).await?;
        let (lines, attached) = attendance::of_person(db, facts, person).await?;
        pieces.add(lines, attached);
        Ok(pieces)
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
        let around = Around::of(db, facts, &items).await?;
        let line = |stored| line(facts, &around, stored, &about, &attached);
        Ok(Self { lines: items.into_iter().map(line).collect(), attached })
    }

    /// Takes computed pieces in, at their place.
    fn add(&mut self, lines: Vec<EvidenceLine>, attached: Vec<judgement_evidence::Model>) {
        self.attached.extend(attached);
        if !lines.is_empty() {
            self.lines.extend(lines);
            self.lines.sort_by_key(|line| Reverse((line.happened_on, line.id)));
        }
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

/// The pieces that each of these judgements rests on, without what else is known of them; two queries where there are none.
pub(crate) async fn attached_to(
    db: &impl ConnectionTrait,
    facts: &Facts,
    judgements: &[JudgementSequence],
) -> Result<Pieces> {
    let under = judgement_evidence::Column::JudgementSequence.is_in(judgements.iter().copied());
    let attached = judgement_evidence::Entity::find().filter(under).all(db).await?;
    let mut pieces = match attached.is_empty() {
        true => Pieces::default(),
        false => stored(db, facts, attached).await?,
    };
    let (lines, attended) = attendance::under(db, facts, judgements).await?;
    pieces.add(lines, attended);
    Ok(pieces)
}

async fn stored(
    db: &impl ConnectionTrait,
    facts: &Facts,
    attached: Vec<judgement_evidence::Model>,
) -> Result<Pieces> {
    let ids = attached.iter().map(|row| row.item_id);
    let items = items(db, Condition::all().add(evidence_item::Column::Id.is_in(ids))).await?;
    let around = Around::of(db, facts, &items).await?;
    let line = |stored| EvidenceLine { attached: true, ..line(facts, &around, stored, &[], &[]) };
    Ok(Pieces { lines: items.into_iter().map(line).collect(), attached })
}

/// A piece with its file.
type Stored = (evidence_item::Model, Option<evidence_file::Model>);

/// What is told beside pieces: when texts of their owners were blanked, and who brought in what came from files, by account.
struct Around {
    marks: Marks,
    importers: HashMap<AccountId, String>,
}

impl Around {
    /// A query for each of the two, and none where there is nothing of the kind.
    async fn of(db: &impl ConnectionTrait, facts: &Facts, items: &[Stored]) -> Result<Self> {
        let imported = items.iter().filter(|(item, _)| item.source == EvidenceSource::Import);
        let by = imported.filter_map(|(item, _)| item.by_account_id);
        Ok(Self {
            marks: marks(db, items).await?,
            importers: accounts::names(db, facts, by).await?,
        })
    }
}

/// When texts of their owners were blanked.
async fn marks(db: &impl ConnectionTrait, items: &[Stored]) -> Result<Marks> {
    let is_blank = |(item, file): &&Stored| {
        let of_item = item.what.is_empty() || item.link.as_deref() == Some("");
        of_item || file.as_ref().is_some_and(|file| file.name.is_empty())
    };
    let owners: BTreeSet<PersonId> =
        items.iter().filter(is_blank).map(|(item, _)| item.person_id).collect();
    // Hardly anybody has something to be told of here.
    if owners.is_empty() { Ok(Marks::default()) } else { Marks::of(db, owners).await }
}

/// Rows with their files, the latest first.
async fn items(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Stored>> {
    Ok(evidence_item::Entity::find()
        .find_also_related(evidence_file::Entity)
        .filter(which)
        .order_by_desc(evidence_item::Column::HappenedOn)
        .order_by_desc(evidence_item::Column::Id)
        .all(db)
        .await?)
}

fn line(
    facts: &Facts,
    around: &Around,
    (item, file): Stored,
    about: &[evidence_about::Model],
    attached: &[judgement_evidence::Model],
) -> EvidenceLine {
    let named = |about: &evidence_about::Model| {
        let known = facts.competencies.iter().find(|c| c.id == about.competency_id)?;
        Some((known.code.clone(), known.title.clone()))
    };
    let about = about.iter().filter(|about| about.item_id == item.id);
    let mut about: Vec<(String, String)> = about.filter_map(named).collect();
    about.sort();
    let importer = item.by_account_id.and_then(|id| around.importers.get(&id)).cloned();
    let imported = item.source == EvidenceSource::Import;
    let marks = &around.marks;
    let written = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let what = marks.words(TextKind::EvidenceText, item.id, written(&item.what));
    let named = |file: &evidence_file::Model| {
        let name = marks.words(TextKind::EvidenceFile, item.id, written(&file.name));
        name.unwrap_or_else(|| Words::Written(file.name.clone()))
    };
    EvidenceLine {
        id: item.id,
        kind: item.kind,
        what: what.unwrap_or_else(|| Words::Written(item.what.clone())),
        link_redacted_on: marks
            .day(TextKind::EvidenceLink, item.id)
            .filter(|_| item.link.as_deref() == Some("")),
        file: file.map(|file| file_line(&file, named(&file))),
        link: item.link.and_then(|link| Link::parse(&link).ok()),
        happened_on: item.happened_on,
        minutes: item.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        participatory: item.participatory,
        source: item.source,
        about,
        attached: attached.iter().any(|row| row.item_id == item.id),
        imported_by: imported.then(|| importer.unwrap_or_else(|| OPERATOR.to_owned())),
    }
}

fn file_line(file: &evidence_file::Model, name: Words) -> FileLine {
    let bytes = usize::try_from(file.bytes).unwrap_or_default();
    FileLine { name, kind: file.kind, bytes }
}

//! The pieces of a file held against what is on record: which are new, which are corrected, which stay as they are.

use super::PIECES;
use super::entry::Entry;
use crate::error::Result;
use crate::imports::changes::Changes;
use crate::imports::subjects::Subjects;
use domain::ids::{CompetencyId, EvidenceItemId};
use domain::imports::{Report, Sort};
use entities::{evidence_about, evidence_item, imported_evidence, judgement_evidence};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};

/// Keys looked up by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// What becomes of each entry, by its position.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub new: Vec<usize>,
    pub corrected: Vec<Correction>,
    /// Differing, but attached to a request: they stay as they came.
    pub kept: Vec<usize>,
    pub unchanged: u64,
}

/// A piece that the file words anew.
#[derive(Debug)]
pub(super) struct Correction {
    pub at: usize,
    pub before: evidence_item::Model,
    /// What it was not said to be about.
    pub about: Vec<CompetencyId>,
    changes: Changes,
}

impl Settled {
    pub async fn of(db: &impl ConnectionTrait, entries: &[Entry]) -> Result<Self> {
        let mut settled = Self::default();
        for (nth, some) in entries.chunks(AT_ONCE).enumerate() {
            let recorded = Recorded::of(db, some).await?;
            for (at, entry) in some.iter().enumerate() {
                settled.take(nth * AT_ONCE + at, entry, &recorded);
            }
        }
        Ok(settled)
    }

    fn take(&mut self, at: usize, entry: &Entry, recorded: &Recorded) {
        let Some(before) = recorded.items.get(entry.key.as_slice()) else {
            return self.new.push(at);
        };
        let said = recorded.about.get(&before.id);
        let is_said = |id: &CompetencyId| said.is_some_and(|said| said.contains(id));
        let about: Vec<CompetencyId> =
            entry.about.iter().copied().filter(|id| !is_said(id)).collect();
        let changes = differences(before, entry);
        if changes.is_none() && about.is_empty() {
            self.unchanged += 1;
        } else if recorded.attached.contains(&before.id) {
            self.kept.push(at);
        } else {
            self.corrected.push(Correction { at, before: before.clone(), about, changes });
        }
    }

    /// Tells all of it in a report.
    pub fn tell(&self, report: &mut Report, entries: &[Entry], subjects: &Subjects) {
        let sentence = |at: usize| {
            let entry = entries.get(at)?;
            Some(entry.sentence(subjects.number(entry.person).unwrap_or_default()))
        };
        for &at in &self.new {
            report.count(PIECES, Sort::New, || sentence(at).unwrap_or_default());
        }
        for correction in &self.corrected {
            let told = || {
                let words = correction.changes.words();
                format!("{}: {words}", sentence(correction.at).unwrap_or_default())
            };
            report.count(PIECES, Sort::Correction, told);
        }
        let kept = self.kept.iter().filter_map(|&at| sentence(at));
        report.left_out.extend(kept.map(|sentence| {
            format!("{sentence}: it was attached to a request, so it stays as it came")
        }));
        report.count_many(PIECES, Sort::Unchanged, self.unchanged + self.kept.len() as u64);
    }
}

/// What is on record under the keys of some entries.
struct Recorded {
    items: HashMap<Vec<u8>, evidence_item::Model>,
    about: HashMap<EvidenceItemId, Vec<CompetencyId>>,
    attached: HashSet<EvidenceItemId>,
}

impl Recorded {
    async fn of(db: &impl ConnectionTrait, entries: &[Entry]) -> Result<Self> {
        let keys = entries.iter().map(|entry| entry.key.to_vec());
        let rows = imported_evidence::Entity::find()
            .find_also_related(evidence_item::Entity)
            .filter(imported_evidence::Column::Key.is_in(keys))
            .all(db)
            .await?;
        let items: HashMap<Vec<u8>, evidence_item::Model> =
            rows.into_iter().filter_map(|(row, item)| Some((row.key, item?))).collect();
        let ids = || items.values().map(|item| item.id);
        let mut about: HashMap<EvidenceItemId, Vec<CompetencyId>> = HashMap::new();
        let of_them = evidence_about::Column::ItemId.is_in(ids());
        for row in evidence_about::Entity::find().filter(of_them).all(db).await? {
            about.entry(row.item_id).or_default().push(row.competency_id);
        }
        let of_them = judgement_evidence::Column::ItemId.is_in(ids());
        let attached = judgement_evidence::Entity::find().filter(of_them).all(db).await?;
        let attached = attached.into_iter().map(|row| row.item_id).collect();
        Ok(Self { items, about, attached })
    }
}

fn differences(before: &evidence_item::Model, entry: &Entry) -> Changes {
    Changes::default()
        .of("kind", before.kind.label(), entry.kind.label())
        .of("words", &before.what, &entry.what)
        .of_maybe("link", before.link.as_ref(), entry.link.as_ref())
        .of_maybe("minutes", before.minutes, entry.minutes)
}

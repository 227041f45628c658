//! Pieces of evidence into their tables, in the transaction of the import.

use super::courses::Courses;
use super::entry::Entry;
use super::settle::Settled;
use super::{Batch, PIECES};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence::say_about;
use domain::codes::{Evidence, EvidenceSource};
use domain::ids::{CompetencyId, EvidenceItemId, ImportId};
use domain::imports::Tally;
use entities::{evidence_item, imported_evidence};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Pieces added by one statement: 11 columns each, and SQLite takes 32,766 parameters.
const AT_ONCE: usize = 2_000;

impl Batch {
    /// Keeps what is new and what is corrected; says how many were which.
    pub async fn save(
        self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        import: ImportId,
    ) -> Result<Tally> {
        let Self(entries) = self;
        let settled = Settled::of(tx, &entries).await?;
        let courses = Courses::with(tx, &entries).await?;
        for some in settled.new.chunks(AT_ONCE) {
            let new = some.iter().filter_map(|&at| entries.get(at));
            add(ctx, tx, import, &courses, new).await?;
        }
        for correction in &settled.corrected {
            let Some(entry) = entries.get(correction.at) else { continue };
            let id = correction.before.id;
            evidence_item::ActiveModel { id: Unchanged(id), ..worded(entry) }.update(tx).await?;
            say_about(tx, correction.about.iter().map(|about| (id, *about))).await?;
        }
        Ok(Tally {
            of: PIECES.to_owned(),
            new: settled.new.len() as u64,
            corrected: settled.corrected.len() as u64,
            dated: 0,
            unchanged: settled.unchanged + settled.kept.len() as u64,
        })
    }
}

async fn add(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    import: ImportId,
    courses: &Courses,
    entries: impl Iterator<Item = &Entry>,
) -> Result<()> {
    let (mut items, mut keys, mut about) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let Some(course) = courses.id(&entry.course) else { continue };
        let id = EvidenceItemId(Uuid::now_v7());
        items.push(evidence_item::ActiveModel {
            id: Set(id),
            person_id: Set(entry.person),
            happened_on: Set(entry.happened_on),
            source: Set(EvidenceSource::Import),
            recorded_at: Set(ctx.now),
            by_account_id: Set(ctx.actor.account_id()),
            ..worded(entry)
        });
        keys.push(imported_evidence::ActiveModel {
            item_id: Set(id),
            import_id: Set(import),
            course_id: Set(course),
            key: Set(entry.key.to_vec()),
        });
        let said = if entry.about.is_empty() { courses.about(&entry.course) } else { &entry.about };
        let said: BTreeSet<CompetencyId> = said.iter().copied().collect();
        about.extend(said.into_iter().map(|competency| (id, competency)));
    }
    evidence_item::Entity::insert_many(items).exec_without_returning(tx).await?;
    imported_evidence::Entity::insert_many(keys).exec_without_returning(tx).await?;
    say_about(tx, about).await
}

/// What a line says of a piece, whether it is new or not.
fn worded(entry: &Entry) -> evidence_item::ActiveModel {
    // Learnt with others, where it was in a room; without its time nothing counts as participatory.
    let participatory = entry.kind == Evidence::Attendance && entry.minutes.is_some();
    evidence_item::ActiveModel {
        kind: Set(entry.kind),
        what: Set(entry.what.clone()),
        link: Set(entry.link.clone()),
        minutes: Set(entry.minutes),
        participatory: Set(participatory),
        ..Default::default()
    }
}

//! Judgements from a file, as many as there are: read twice, once to check and once to record, and never held.

mod line; // what one line says
mod occurrences; // which repetition of a line this is

use super::check::Check;
use super::columns::{Column, Layout};
use super::progress::Watch;
use super::row::Row;
use super::source::Source;
use super::stream::Stream;
use super::subjects::Subjects;
use super::version;
use super::within::Within;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ImportId;
use domain::imports::{Sort, Tally};
use entities::judgement;
use line::{Entry, Referred};
use occurrences::Occurrences;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QuerySelect,
};
use std::collections::HashSet;
use std::sync::Arc;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

const JUDGEMENTS: &str = "judgements";

/// What is needed to read a checked file a second time.
#[derive(Clone, Debug)]
pub(super) struct Pass {
    source: Source,
    referred: Arc<Referred>,
    digest: String,
}

pub(super) async fn check(check: &mut Check<'_>, within: Within) -> Result<()> {
    let referred = Arc::new(Referred {
        subjects: Subjects::load(check, within).await?,
        competencies: version::Competencies::load(check.db()).await?,
        today: check.ctx.today,
    });
    let mut stream = lines(check.source, &referred, check.watch);
    while let Some(batch) = stream.next().await {
        let there = on_record(check.db(), &batch).await?;
        for entry in &batch {
            let new = !there.contains(entry.key.as_slice());
            let sort = if new { Sort::New } else { Sort::Unchanged };
            check.report.count(JUDGEMENTS, sort, || referred.sentence(entry));
        }
    }
    check.note(stream.end().await?);
    check.plan.judgements =
        Some(Pass { source: check.source.clone(), referred, digest: check.digest.clone() });
    Ok(())
}

impl Pass {
    /// Reads the file again and records it, in the order of the file; says how many were new and how many there.
    ///
    /// # Errors
    /// Refuses a file that is no longer the one that was checked.
    pub async fn save(
        self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        import: ImportId,
        watch: &Watch,
    ) -> Result<Tally> {
        let mut stream = lines(&self.source, &self.referred, watch);
        let mut tally = Tally { of: JUDGEMENTS.to_owned(), ..Tally::default() };
        while let Some(batch) = stream.next().await {
            let met = batch.len() as u64;
            let new = record(ctx, tx, import, batch).await?;
            tally.new += new;
            tally.unchanged += met - new;
        }
        stream.end_as(&self.digest).await?;
        Ok(tally)
    }
}

/// A batch in one statement: 13 columns each, and SQLite takes 32,766 parameters.
async fn record(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    import: ImportId,
    batch: Vec<Entry>,
) -> Result<u64> {
    let rows = batch.into_iter().map(|entry| judgement::ActiveModel {
        person_id: Set(entry.person),
        competency_id: Set(entry.competency),
        kind: Set(entry.kind),
        level: Set(entry.level.map(|level| i32::from(level.number()))),
        made_on: Set(entry.made_on),
        recorded_at: Set(ctx.now),
        by_person_id: Set(entry.by),
        by_account_id: Set(ctx.actor.account_id()),
        evidence: Set(entry.evidence),
        note: Set(entry.note),
        import_id: Set(Some(import)),
        import_key: Set(Some(entry.key.to_vec())),
        ..Default::default()
    });
    let once = OnConflict::column(judgement::Column::ImportKey).do_nothing().to_owned();
    let insert = judgement::Entity::insert_many(rows).on_conflict(once);
    Ok(insert.exec_without_returning(tx).await?)
}

/// The keys of a batch that are on record already.
async fn on_record(db: &DatabaseConnection, batch: &[Entry]) -> Result<HashSet<Vec<u8>>> {
    let keys = batch.iter().map(|entry| entry.key.to_vec());
    let there = judgement::Entity::find()
        .select_only()
        .column(judgement::Column::ImportKey)
        .filter(judgement::Column::ImportKey.is_in(keys));
    Ok(there.into_tuple::<Vec<u8>>().all(db).await?.into_iter().collect())
}

/// Reads the lines of a file, each with its key.
fn lines(source: &Source, referred: &Arc<Referred>, watch: &Watch) -> Stream<Entry> {
    let (referred, mut occurrences) = (Arc::clone(referred), Occurrences::default());
    let read = move |row: &mut Row<'_>| line::read(row, &referred, &mut occurrences);
    Stream::open(source, Layout::Named(COLUMNS), watch, read)
}

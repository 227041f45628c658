//! Judgements from a file, as many as there are: read twice, once to check and once to record, and never held.

mod line; // what one line says
mod occurrences; // which repetition of a line this is

use super::check::Check;
use super::columns::{Column, Layout};
use super::lines::aside;
use super::progress::Watch;
use super::source::Source;
use super::subjects::Subjects;
use super::table::{self, Reading};
use super::version;
use super::within::Within;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::ids::ImportId;
use domain::imports::{Sort, Tally};
use domain::refusal::Refusal;
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
use tokio::sync::mpsc;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

/// Judgements recorded by one statement: 13 columns each, and SQLite takes 32,766 parameters.
const AT_ONCE: usize = 2_000;
/// Batches that are read ahead.
const AHEAD: usize = 4;
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
    let mut stream = Stream::open(check.source, &referred, check.watch);
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
        let mut stream = Stream::open(&self.source, &self.referred, watch);
        let mut tally = Tally { of: JUDGEMENTS.to_owned(), ..Tally::default() };
        while let Some(batch) = stream.next().await {
            let met = batch.len() as u64;
            let new = record(ctx, tx, import, batch).await?;
            tally.new += new;
            tally.unchanged += met - new;
        }
        let reading = stream.end().await?;
        if reading.digest != self.digest {
            return Err(Refusal::rule(
                "file-changed",
                "The file changed after it was checked. Check it again.",
            )
            .into());
        }
        Ok(tally)
    }
}

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

/// A file being read in batches, while what was read is being looked up or recorded.
struct Stream {
    batches: mpsc::Receiver<Vec<Entry>>,
    reader: tokio::task::JoinHandle<Result<Reading>>,
}

impl Stream {
    fn open(source: &Source, referred: &Arc<Referred>, watch: &Watch) -> Self {
        let (source, referred, watch) = (source.clone(), Arc::clone(referred), watch.clone());
        let (sender, batches) = mpsc::channel(AHEAD);
        let reader = tokio::spawn(aside(move || read(&source, &referred, &watch, &sender)));
        Self { batches, reader }
    }

    async fn next(&mut self) -> Option<Vec<Entry>> {
        self.batches.recv().await
    }

    async fn end(self) -> Result<Reading> {
        self.reader.await.map_err(|e| Error::fault("reading a file", e))?
    }
}

fn read(
    source: &Source,
    referred: &Referred,
    watch: &Watch,
    sender: &mpsc::Sender<Vec<Entry>>,
) -> Result<Reading> {
    let mut occurrences = Occurrences::default();
    let mut batch = Vec::with_capacity(AT_ONCE);
    // Nobody listens any more only when the other side has failed, and then nothing matters.
    let send = |batch: Vec<Entry>| sender.blocking_send(batch).is_ok();
    let reading = table::read(source, Layout::Named(COLUMNS), watch, |row| {
        batch.extend(line::read(row, referred, &mut occurrences));
        if batch.len() == AT_ONCE {
            send(std::mem::replace(&mut batch, Vec::with_capacity(AT_ONCE)));
        }
    })?;
    if !batch.is_empty() {
        send(batch);
    }
    Ok(reading)
}

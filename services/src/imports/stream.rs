//! A file being read in batches, while what was read is being looked up or recorded: as many lines as there are, and never held.

use super::columns::Layout;
use super::lines::aside;
use super::progress::Watch;
use super::row::Row;
use super::source::Source;
use super::table::{self, Reading};
use crate::error::{Error, Result};
use domain::refusal::Refusal;
use tokio::sync::mpsc;

/// How many lines a batch has.
const AT_ONCE: usize = 2_000;
/// Batches that are read ahead.
const AHEAD: usize = 4;

/// The lines of a file, batch after batch.
pub(super) struct Stream<T> {
    batches: mpsc::Receiver<Vec<T>>,
    reader: tokio::task::JoinHandle<Result<Reading>>,
}

impl<T: Send + 'static> Stream<T> {
    /// Begins to read. A row that cannot be read is left out: its faults are in the reading at the end.
    pub fn open(
        source: &Source,
        layout: Layout,
        watch: &Watch,
        read: impl FnMut(&mut Row<'_>) -> Option<T> + Send + 'static,
    ) -> Self {
        let (source, watch) = (source.clone(), watch.clone());
        let (sender, batches) = mpsc::channel(AHEAD);
        let work = aside(move || batched(&source, layout, &watch, (&sender, read)));
        Self { batches, reader: tokio::spawn(work) }
    }

    pub async fn next(&mut self) -> Option<Vec<T>> {
        self.batches.recv().await
    }

    /// What is known of the file once all of it was read.
    pub async fn end(self) -> Result<Reading> {
        self.reader.await.map_err(|e| Error::fault("reading a file", e))?
    }

    /// Ends a second reading.
    ///
    /// # Errors
    /// Refuses a file that is no longer the one with this digest.
    pub async fn end_as(self, digest: &str) -> Result<()> {
        if self.end().await?.digest == digest {
            return Ok(());
        }
        let sentence = "The file changed after it was checked. Check it again.";
        Err(Refusal::rule("file-changed", sentence).into())
    }
}

fn batched<T>(
    source: &Source,
    layout: Layout,
    watch: &Watch,
    (sender, mut read): (&mpsc::Sender<Vec<T>>, impl FnMut(&mut Row<'_>) -> Option<T>),
) -> Result<Reading> {
    let mut batch = Vec::with_capacity(AT_ONCE);
    // Nobody listens any more only when the other side has failed, and then nothing matters.
    let send = |batch: Vec<T>| sender.blocking_send(batch).is_ok();
    let reading = table::read(source, layout, watch, |row| {
        batch.extend(read(row));
        if batch.len() == AT_ONCE {
            send(std::mem::replace(&mut batch, Vec::with_capacity(AT_ONCE)));
        }
    })?;
    if !batch.is_empty() {
        send(batch);
    }
    Ok(reading)
}

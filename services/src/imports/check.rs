//! One check in the making: what is read, what it is compared with, and what has been found so far.

use super::changes::Changes;
use super::columns::Layout;
use super::lines::{self, Line};
use super::progress::Watch;
use super::row::Row;
use super::source::Source;
use super::table::Reading;
use super::writes::Plan;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::imports::{Options, Report, Sort};
use sea_orm::DatabaseConnection;

/// What every kind of file is checked with.
pub(super) struct Check<'a> {
    pub ctx: &'a Ctx,
    pub source: &'a Source,
    pub options: &'a Options,
    pub watch: &'a Watch,
    pub report: Report,
    pub plan: Box<Plan>,
    pub digest: String,
}

impl<'a> Check<'a> {
    pub fn new(ctx: &'a Ctx, source: &'a Source, options: &'a Options, watch: &'a Watch) -> Self {
        let (report, plan, digest) = (Report::default(), Box::default(), String::new());
        Self { ctx, source, options, watch, report, plan, digest }
    }

    /// The facts on record are read without the write lock.
    pub const fn db(&self) -> &DatabaseConnection {
        self.ctx.db().read()
    }

    /// Reads the whole file into lines.
    pub async fn lines<T: Send + 'static>(
        &mut self,
        layout: Layout,
        read: impl Fn(&mut Row<'_>) -> Option<T> + Send + 'static,
    ) -> Result<Vec<Line<T>>> {
        let (lines, reading) = lines::all(self.source, layout, self.watch, read).await?;
        self.note(reading);
        Ok(lines)
    }

    pub fn note(&mut self, reading: Reading) {
        self.report.faults = reading.faults;
        self.report.doubts = reading.doubts;
        self.report.unknown_columns = reading.unknown_columns;
        self.digest = reading.digest;
    }

    /// Takes over what was found by holding the lines against what is on record.
    pub fn found(&mut self, found: Report) {
        self.report.faults.append(found.faults);
        self.report.tallies = found.tallies;
        self.report.examples = found.examples;
    }

    /// Counts a correction, or something that stays as it is; whether it is a correction.
    pub fn corrects(&mut self, of: &str, name: &str, changes: &Changes) -> bool {
        let sort = if changes.is_none() { Sort::Unchanged } else { Sort::Correction };
        self.report.count(of, sort, || format!("{name}: {}", changes.words()));
        !changes.is_none()
    }
}

//! Every line held against what is on record of its session, and against the lines before it: each session that the file names is
//! loaded once.

use super::line::{Entry, Referred};
use super::named::{Fault, Named};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::many::{Diaries, attended};
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{ImportId, PersonId, SessionId};
use domain::imports::{Report, Sort};
use domain::sessions::importing::Said;
use entities::{attendance_event, booking_event};
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

const BOOKINGS: &str = "bookings";
const ATTENDANCE: &str = "attendance";

/// The sessions that a file names, as the lines leave them.
pub(super) struct Roll<'a> {
    pub(super) ctx: &'a Ctx,
    pub(super) facts: Arc<Facts>,
    referred: &'a Referred,
    pub(super) import: Option<ImportId>,
    pub(super) now: NaiveDateTime,
    sessions: HashMap<SessionId, Named>,
    pub(super) diaries: Diaries,
    report: Report,
    /// Whose time is taken.
    pub(super) people: BTreeSet<PersonId>,
    /// What is to be written of the lines taken since the last time.
    pub(super) bookings: Vec<booking_event::ActiveModel>,
    pub(super) attendance: Vec<attendance_event::ActiveModel>,
    /// The sessions of which bookings were written.
    pub(super) counted: BTreeSet<SessionId>,
}

impl<'a> Roll<'a> {
    /// Three queries.
    pub async fn open(
        ctx: &'a Ctx,
        db: &impl ConnectionTrait,
        (referred, import): (&'a Referred, Option<ImportId>),
    ) -> Result<Self> {
        let facts = ctx.facts().await?;
        // Whoever keeps it has waited for locks: a deadline may have passed since.
        let now = if import.is_some() { ctx.moment() } else { ctx.rule_now() };
        let diaries = Diaries::load(ctx, db).await?;
        Ok(Self {
            ctx,
            facts,
            referred,
            import,
            now,
            sessions: HashMap::new(),
            diaries,
            report: Report::default(),
            people: BTreeSet::new(),
            bookings: Vec::new(),
            attendance: Vec::new(),
            counted: BTreeSet::new(),
        })
    }

    /// Loads the sessions of these lines that are not there yet.
    pub async fn fetch(&mut self, db: &impl ConnectionTrait, batch: &[Entry]) -> Result<()> {
        let named: BTreeSet<SessionId> = batch.iter().map(|entry| entry.session).collect();
        let missing: Vec<SessionId> =
            named.into_iter().filter(|id| !self.sessions.contains_key(id)).collect();
        for of in attended(&self.facts, db, &missing, self.now).await? {
            self.sessions.insert(of.stored.row.id, Named::new(of, self.now));
        }
        Ok(())
    }

    /// Takes a line: what it changes is noted, and so is what stands against it.
    pub fn take(&mut self, entry: &Entry) {
        let of = if matches!(entry.said, Said::Booking(_)) { BOOKINGS } else { ATTENDANCE };
        match self.taken(entry) {
            Ok(sort) => {
                let referred = self.referred;
                self.report.count(of, sort, || referred.sentence(entry));
            }
            Err((column, message)) => {
                self.report.faults.add(entry.number, column, "", message);
            }
        }
    }

    fn taken(&mut self, entry: &Entry) -> std::result::Result<Sort, Fault> {
        let Some(mut named) = self.sessions.remove(&entry.session) else {
            return Err(("session_code", "is not on record any more".to_owned()));
        };
        let sort = self.said(&mut named, entry);
        self.sessions.insert(entry.session, named);
        sort
    }

    /// Forgets what was to be written.
    pub fn forget(&mut self) {
        self.bookings.clear();
        self.attendance.clear();
    }

    /// What was found, whose time it takes, and which sessions the file names.
    pub fn close(self) -> (Report, BTreeSet<PersonId>, BTreeSet<SessionId>) {
        (self.report, self.people, self.sessions.into_keys().collect())
    }
}

//! Sessions that protected time does not cover: they go ahead with a reason, which stands in the ledger and in the audit log.

use super::of_leads::TimeOfLeads;
use super::rows::{allocations_of, minutes};
use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId, TimeEntryId};
use domain::protected_time::allocation::Allocation;
use domain::protected_time::shortfall::{Lack, NOT_ASKED, reason, reasoned};
use domain::protected_time::since::Stood;
use domain::protected_time::taking::Taking;
use domain::protected_time::{EntryKind, TimeUse};
use domain::sessions::times::{Slot, Whose};
use domain::sessions::views::OutsideLine;
use domain::years::Year;
use entities::protected_time_entry as table;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use std::collections::HashSet;
use uuid::Uuid;

/// What the protected time of those of whom a session comes to take it lacks, with the reason why it goes ahead.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outside {
    lacking: Vec<(PersonId, Lack)>,
    reason: Option<String>,
}

impl Outside {
    /// What these people's protected time lacks for what a session takes of it; five queries. Whose ledger holds a reason for it
    /// already is not asked again. They are held by the caller, so that of two sessions of one person the second sees what the
    /// first takes. The reason is looked through by the caller too.
    ///
    /// # Errors
    /// Refuses, beside `reason`, when something is lacking and no reason was typed, and a reason that is too long.
    pub async fn of(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (session, people, taking): (SessionId, &[PersonId], Taking),
        typed: &str,
    ) -> Result<Self> {
        let reason = reason(typed)?;
        let (year, itself) = (Year::of(taking.slot.starts.date()), HashSet::from([session]));
        let time = TimeOfLeads::load(ctx, db, (people, (year, year)), &itself).await?;
        let lacks = |person: &PersonId| Some((*person, time.lack(session, (*person, taking))?));
        let outside = Self::known(people.iter().filter_map(lacks).collect(), reason);
        outside.may_go_ahead(ctx, facts)?;
        Ok(outside)
    }

    /// The same, where what is lacking is known already; nobody has asked for the reason yet.
    pub fn known(lacking: Vec<(PersonId, Lack)>, reason: Option<String>) -> Self {
        Self { lacking, reason }
    }

    /// # Errors
    /// Refuses, beside `reason`, when something is lacking and there is no reason.
    pub fn may_go_ahead(&self, ctx: &Ctx, facts: &Facts) -> std::result::Result<(), FieldErrors> {
        let told = self.lacking.iter().map(|(person, lack)| lack_words(ctx, facts, *person, *lack));
        reasoned(self.reason.as_deref(), &told.collect::<Vec<_>>())
    }

    /// Writes the reason into the ledger of each whose protected time lacks something.
    pub async fn save(
        &self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        about: (SessionId, NaiveDate),
    ) -> Result<()> {
        if self.lacking.is_empty() {
            return Ok(());
        }
        let rows = self.rows(ctx, about).into_iter();
        let rows: Vec<_> = rows.map(IntoActiveModel::into_active_model).collect();
        table::Entity::insert_many(rows).exec_without_returning(tx).await?;
        Ok(())
    }

    /// What stands in the ledger of each whose protected time lacks something.
    pub fn rows(&self, ctx: &Ctx, (session, on): (SessionId, NaiveDate)) -> Vec<table::Model> {
        let row = |(person, lack): &(PersonId, Lack)| table::Model {
            id: TimeEntryId(Uuid::now_v7()),
            person_id: *person,
            kind: EntryKind::Outside,
            time_use: TimeUse::Delivery,
            spent_on: on,
            minutes: i32::try_from(lack.minutes).unwrap_or(i32::MAX),
            why_lost: None,
            shortfall: Some(lack.why),
            session_id: Some(session),
            note: self.reason.clone(),
            takes_back_id: None,
            recorded_at: ctx.now,
            recorded_by_id: ctx.actor.account_id(),
        };
        self.lacking.iter().map(row).collect()
    }

    /// The reason, where there was need of one.
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref().filter(|_| !self.lacking.is_empty())
    }

    /// The entry of the act, with the reason where there was need of one.
    pub fn noted(&self, entry: Entry) -> Entry {
        match self.reason() {
            Some(reason) => entry.note(reason),
            None => entry,
        }
    }
}

/// What somebody's protected time lacks, in a sentence to the reader.
pub(crate) fn lack_words(ctx: &Ctx, facts: &Facts, person: PersonId, lack: Lack) -> String {
    if ctx.actor.person() == Some(person) {
        return lack.words(Whose::Own);
    }
    lack.words(Whose::Of(&facts.name_of(person)))
}

/// For which sessions a reason stands in the ledgers of these people already; one query.
pub(super) async fn reasoned_sessions(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<HashSet<(SessionId, PersonId)>> {
    let rows = table::Entity::find()
        .filter(table::Column::PersonId.is_in(people.iter().copied()))
        .filter(table::Column::Kind.eq(EntryKind::Outside))
        .filter(table::Column::Note.is_not_null())
        .all(db)
        .await?;
    Ok(rows.iter().filter_map(|row| Some((row.session_id?, row.person_id))).collect())
}

/// Why a session goes ahead that protected time did not cover, for each who still leads it. `now` is when it is, and none where
/// it was cancelled; two queries.
pub(crate) async fn reasons_of(
    facts: &Facts,
    db: &impl ConnectionTrait,
    (session, now): (SessionId, Option<Slot>),
    leads: impl Fn(PersonId) -> bool,
) -> Result<Vec<OutsideLine>> {
    let mut rows = table::Entity::find()
        .filter(table::Column::SessionId.eq(session))
        .filter(table::Column::Kind.eq(EntryKind::Outside))
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    rows.retain(|row| leads(row.person_id));
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let allocations = allocations_of(db, &people).await?;
    let line = |row: table::Model| {
        Some(OutsideLine {
            name: facts.name_of(row.person_id),
            shortfall: row.shortfall?,
            minutes: minutes(row.minutes),
            since: since(&row, now, &allocations),
            reason: row.note.unwrap_or_else(|| NOT_ASKED.to_owned()),
        })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}

/// What has become of the session of a reason since; none for what is no reason. `now` is when it is, and none where it was
/// cancelled. Of the allocations those count that are of whom the entry is about.
pub(super) fn since(
    row: &table::Model,
    now: Option<Slot>,
    allocations: &[Allocation],
) -> Option<String> {
    let why = row.shortfall?;
    let own = allocations.iter().filter(|one| one.person == row.person_id);
    let own: Vec<Allocation> = own.cloned().collect();
    Stood { why, on: row.spent_on, minutes: minutes(row.minutes) }.since(now, &own)
}

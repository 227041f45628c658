//! What stands of some people's protected time in a year, or in several: what they were promised, what they entered, and the
//! sessions they lead.

use super::rows::{allocations_of, minutes};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::{of_years, slot_of};
use domain::ids::{PersonId, SessionId, TimeEntryId};
use domain::protected_time::EntryKind;
use domain::protected_time::allocation::Allocation;
use domain::protected_time::ledger::Spent;
use domain::sessions::times::Slot;
use domain::years::Year;
use entities::{protected_time_entry, session, session_lead};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Some people's protected time.
#[derive(Clone, Debug, Default)]
pub(super) struct Books(BTreeMap<PersonId, Book>);

/// One person's.
#[derive(Clone, Debug, Default)]
pub(super) struct Book {
    /// All there ever were.
    pub allocations: Vec<Allocation>,
    /// In the order of their days; none that was taken back.
    pub entries: Vec<protected_time_entry::Model>,
    /// The scheduled sessions that they lead.
    led: Vec<(SessionId, Slot)>,
}

impl Books {
    /// Four queries, however many people they are.
    pub async fn of(db: &impl ConnectionTrait, people: &[PersonId], year: Year) -> Result<Self> {
        Self::of_years(db, people, (year, year)).await
    }

    /// The same of all years from one to another.
    pub async fn of_years(
        db: &impl ConnectionTrait,
        people: &[PersonId],
        years: (Year, Year),
    ) -> Result<Self> {
        let mut books: BTreeMap<PersonId, Book> = BTreeMap::new();
        if people.is_empty() {
            return Ok(Self(books));
        }
        for allocation in allocations_of(db, people).await? {
            books.entry(allocation.person).or_default().allocations.push(allocation);
        }
        for entry in entries(db, people, years).await? {
            books.entry(entry.person_id).or_default().entries.push(entry);
        }
        for (person, session) in led(db, people, years).await? {
            books.entry(person).or_default().led.push(session);
        }
        Ok(Self(books))
    }

    /// That of somebody; empty where nothing stands of theirs.
    pub fn take(&mut self, person: PersonId) -> Book {
        self.0.remove(&person).unwrap_or_default()
    }
}

impl Book {
    /// The same, as if these sessions were not on record.
    #[must_use]
    pub fn without(mut self, sessions: &HashSet<SessionId>) -> Self {
        self.led.retain(|(id, _)| !sessions.contains(id));
        self
    }

    /// What they are taken up with, at the moment of the rules.
    pub fn spent(&self, ctx: &Ctx) -> Vec<Spent> {
        let now = ctx.rule_now();
        let led = self.led.iter().map(|(_, slot)| Spent::by_session(*slot, now));
        let entered = self.entries.iter().filter_map(|row| spent(ctx, row));
        led.chain(entered).collect()
    }
}

/// What each of these people was promised, and what they are taken up with in all years from one to another, as if those sessions were
/// not on record; four queries.
pub(crate) async fn promised(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    (people, years): (&[PersonId], (Year, Year)),
    those: &HashSet<SessionId>,
) -> Result<Vec<(Vec<Allocation>, Vec<Spent>)>> {
    let mut books = Books::of_years(db, people, years).await?;
    let of = |person: &PersonId| {
        let book = books.take(*person).without(those);
        let spent = book.spent(ctx);
        (book.allocations, spent)
    };
    Ok(people.iter().map(of).collect())
}

/// What an entry takes, if anything.
pub(super) fn spent(ctx: &Ctx, row: &protected_time_entry::Model) -> Option<Spent> {
    Spent::by_entry(row.kind, row.spent_on, minutes(row.minutes), ctx.today)
}

/// What these people entered about days of these years, but for what was taken back: who takes an entry back writes its day again.
async fn entries(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    (first, last): (Year, Year),
) -> Result<Vec<protected_time_entry::Model>> {
    let rows = protected_time_entry::Entity::find()
        .filter(protected_time_entry::Column::PersonId.is_in(people.iter().copied()))
        .filter(protected_time_entry::Column::SpentOn.gte(first.first_day()))
        .filter(protected_time_entry::Column::SpentOn.lte(last.last_day()))
        .order_by_asc(protected_time_entry::Column::SpentOn)
        .order_by_asc(protected_time_entry::Column::Id)
        .all(db)
        .await?;
    Ok(standing(rows))
}

/// Entries of whole days, but for what was taken back.
pub(super) fn standing(
    mut rows: Vec<protected_time_entry::Model>,
) -> Vec<protected_time_entry::Model> {
    let back: BTreeSet<TimeEntryId> = rows.iter().filter_map(|row| row.takes_back_id).collect();
    rows.retain(|row| row.kind != EntryKind::TakenBack && !back.contains(&row.id));
    rows
}

/// Which sessions of these years that were scheduled, and not cancelled, each of these people leads.
async fn led(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    years: (Year, Year),
) -> Result<Vec<(PersonId, (SessionId, Slot))>> {
    let theirs = session_lead::Entity::find()
        .select_only()
        .column(session_lead::Column::SessionId)
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .into_query();
    let sessions = session::Entity::find()
        .filter(of_years(years))
        .filter(session::Column::Id.in_subquery(theirs))
        .all(db)
        .await?;
    let slots: HashMap<SessionId, Slot> =
        sessions.iter().map(|row| (row.id, slot_of(row))).collect();
    let those = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(of_years(years))
        .into_query();
    let leads = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.in_subquery(those))
        .filter(session_lead::Column::PersonId.is_in(people.iter().copied()))
        .all(db)
        .await?;
    let led = |lead: &session_lead::Model| {
        let slot = slots.get(&lead.session_id).copied()?;
        Some((lead.person_id?, (lead.session_id, slot)))
    };
    Ok(leads.iter().filter_map(led).collect())
}

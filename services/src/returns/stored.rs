//! Revisions of returns as they are stored, each with what was done with it.

use super::not_found;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::AreaKind;
use domain::ids::ReturnRevisionId;
use domain::organisations::Area;
use domain::returns::checks::Note;
use domain::returns::state::is_locked;
use domain::returns::{Event, ReturnId, Step};
use entities::{area, return_event, return_note, return_revision};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::BTreeMap;

/// One revision.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub row: return_revision::Model,
    pub id: ReturnId,
    /// In the order in which they were taken.
    pub taken: Vec<return_event::Model>,
}

impl Stored {
    /// A revision of a place's return; two queries.
    ///
    /// # Errors
    /// Refuses what is not there as not found.
    pub async fn read(db: &impl ConnectionTrait, place: &Area, id: &ReturnId) -> Result<Self> {
        let number = i32::try_from(id.revision).map_err(|_| not_found())?;
        let mut found = Self::of_return(db, place, id.date).await?;
        found.retain(|one| one.row.number == number);
        found.pop().ok_or_else(not_found)
    }

    /// Every revision of the return of a place and a day, by number; two queries.
    pub async fn of_return(
        db: &impl ConnectionTrait,
        place: &Area,
        day: NaiveDate,
    ) -> Result<Vec<Self>> {
        let rows = return_revision::Entity::find()
            .filter(return_revision::Column::PlaceId.eq(place.id))
            .filter(return_revision::Column::ReferenceDate.eq(day))
            .order_by_asc(return_revision::Column::Number)
            .all(db)
            .await?;
        let events = return_event::Entity::find()
            .filter(return_event::Column::RevisionId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(return_event::Column::RevisionId)
            .order_by_asc(return_event::Column::Sequence)
            .all(db)
            .await?;
        let mut of_each: BTreeMap<ReturnRevisionId, Vec<return_event::Model>> = BTreeMap::new();
        for event in events {
            of_each.entry(event.revision_id).or_default().push(event);
        }
        let whole = |row: return_revision::Model| {
            let taken = of_each.remove(&row.id).unwrap_or_default();
            Self { id: id_of(place, &row), row, taken }
        };
        Ok(rows.into_iter().map(whole).collect())
    }

    /// What was done with it, as the rules look at it.
    pub fn events(&self) -> Vec<Event> {
        self.taken.iter().map(event).collect()
    }

    /// The steps that were taken, in their order.
    pub fn steps(&self) -> Vec<Step> {
        self.taken.iter().map(|taken| taken.step).collect()
    }

    pub fn is_locked(&self) -> bool {
        is_locked(&self.events())
    }
}

/// What a stored revision is called.
pub(super) fn id_of(place: &Area, row: &return_revision::Model) -> ReturnId {
    id_in(&place.code, row)
}

/// The same, of the place with this code.
pub(super) fn id_in(code: &str, row: &return_revision::Model) -> ReturnId {
    let revision = u32::try_from(row.number).unwrap_or_default();
    ReturnId { place: code.to_owned(), date: row.reference_date, revision }
}

/// What was done, as the rules look at it.
pub(crate) fn event(row: &return_event::Model) -> Event {
    let digest = row.digest.clone();
    Event { step: row.step, by: row.by_account_id, at: row.at, digest }
}

/// Why what checks came upon may stand, in the order in which it was said; one query.
pub(super) async fn notes(
    db: &impl ConnectionTrait,
    revision: ReturnRevisionId,
) -> Result<Vec<Note>> {
    let rows = return_note::Entity::find()
        .filter(return_note::Column::RevisionId.eq(revision))
        .order_by_asc(return_note::Column::Id)
        .all(db)
        .await?;
    let note =
        |row: return_note::Model| Note { check: row.about, subject: row.subject, words: row.words };
    Ok(rows.into_iter().map(note).collect())
}

/// Holds the returns of all places, by the one that was entered first: of two steps at once, the second waits and sees the first. A
/// return is held against those of other places too, so that it is not enough to hold its own.
pub(super) async fn hold(tx: &DatabaseTransaction) -> Result<()> {
    let first = area::Entity::find()
        .filter(area::Column::Kind.eq(AreaKind::Place))
        .order_by_asc(area::Column::Id)
        .lock(LockType::NoKeyUpdate);
    first.one(tx).await?.map(drop).ok_or_else(not_found)
}

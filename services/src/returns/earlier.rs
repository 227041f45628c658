//! The submitted returns that another one is held against, and what of them it is compared with.

use super::beside::beside;
use super::kept;
use super::stored::Stored;
use crate::error::Result;
use domain::ids::ReturnRevisionId;
use domain::organisations::Area;
use domain::returns::{Contents, Frozen, ReturnId};
use entities::return_kept;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};

/// As they are stored: it takes a while to read them.
#[derive(Clone, Debug, Default)]
pub(super) struct Earlier {
    /// In the order of their names.
    pub beside: Vec<ReturnId>,
    frozen: Vec<String>,
    /// What the latest return of an earlier day says.
    before: Option<String>,
    /// What the revision says that is corrected.
    corrected: Option<String>,
}

impl Earlier {
    /// For a revision of a place with these teams: the submitted returns that are named, or all but itself where none are; eight
    /// queries at most.
    pub async fn load(
        db: &impl ConnectionTrait,
        (place, teams): (&Area, &BTreeSet<String>),
        (id, named): (&ReturnId, Option<&[ReturnId]>),
    ) -> Result<Self> {
        let mut known = beside(db, place, teams).await?;
        known.retain(|(other, _)| other != id && named.is_none_or(|named| named.contains(other)));
        let is_before = |other: &ReturnId| other.place == id.place && other.date < id.date;
        let before = known.iter().rev().find(|(other, _)| is_before(other));
        let before = match before {
            Some((_, row)) => Some(kept::contents_written(db, *row).await?),
            None => None,
        };
        Ok(Self {
            frozen: frozen(db, known.iter().map(|(_, row)| *row).collect()).await?,
            before,
            corrected: corrected(db, place, id).await?,
            beside: known.into_iter().map(|(other, _)| other).collect(),
        })
    }

    /// The exact counts of all of them, in the order of their names.
    ///
    /// # Errors
    /// Fails where what is stored cannot be read.
    pub fn frozen(&self) -> Result<Vec<Frozen>> {
        self.frozen.iter().map(|written| kept::read(written)).collect()
    }

    /// What the return before says: that of the latest earlier day.
    ///
    /// # Errors
    /// As [`Earlier::frozen`].
    pub fn before(&self) -> Result<Option<Contents>> {
        self.before.as_deref().map(kept::read).transpose()
    }

    /// # Errors
    /// As [`Earlier::frozen`].
    pub fn corrected(&self) -> Result<Option<Contents>> {
        self.corrected.as_deref().map(kept::read).transpose()
    }
}

async fn frozen(db: &impl ConnectionTrait, rows: Vec<ReturnRevisionId>) -> Result<Vec<String>> {
    let written: Vec<(ReturnRevisionId, String)> = return_kept::Entity::find()
        .select_only()
        .columns([return_kept::Column::RevisionId, return_kept::Column::Frozen])
        .filter(return_kept::Column::RevisionId.is_in(rows.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut written: HashMap<ReturnRevisionId, String> = written.into_iter().collect();
    Ok(rows.iter().filter_map(|row| written.remove(row)).collect())
}

async fn corrected(
    db: &impl ConnectionTrait,
    place: &Area,
    id: &ReturnId,
) -> Result<Option<String>> {
    if id.revision < 2 {
        return Ok(None);
    }
    let before = ReturnId { revision: id.revision - 1, ..id.clone() };
    let before = Stored::read(db, place, &before).await?;
    Ok(Some(kept::contents_written(db, before.row.id).await?))
}

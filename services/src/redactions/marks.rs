//! When texts in somebody's record were blanked: for the pages on which their words used to stand.

use crate::clock::in_london;
use crate::error::Result;
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::redactions::{TextKind, Words};
use entities::redaction;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The days on which texts of some people were blanked.
#[derive(Debug, Default)]
pub(crate) struct Marks(HashMap<(TextKind, String), NaiveDate>);

impl Marks {
    /// One query, for however many people.
    pub async fn of(
        db: &impl ConnectionTrait,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self> {
        let rows = redaction::Entity::find()
            .filter(redaction::Column::PersonId.is_in(people))
            .filter(redaction::Column::Agreed.eq(true))
            .all(db)
            .await?;
        let mark = |row: redaction::Model| {
            Some(((row.text, row.row_id), in_london(row.decided_at?).date()))
        };
        Ok(Self(rows.into_iter().filter_map(mark).collect()))
    }

    /// What a page shows for a text that stands, stood or never was in this row.
    pub fn words(
        &self,
        kind: TextKind,
        row: impl ToString,
        written: Option<String>,
    ) -> Option<Words> {
        Words::of(written, self.0.get(&(kind, row.to_string())).copied())
    }
}

//! When texts in somebody's record were blanked: for the pages on which their words used to stand.

use crate::clock::in_london;
use crate::error::Result;
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::redactions::{TextKind, Words};
use entities::redaction;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
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
        Self::meant(db, redaction::Column::PersonId.is_in(people)).await
    }

    /// Of some texts, whoever wrote them; one query.
    pub async fn of_rows(
        db: &impl ConnectionTrait,
        kind: TextKind,
        rows: impl IntoIterator<Item = String>,
    ) -> Result<Self> {
        use redaction::Column::{RowId, Text};
        Self::meant(db, Text.eq(kind).and(RowId.is_in(rows))).await
    }

    async fn meant(db: &impl ConnectionTrait, meant: Expr) -> Result<Self> {
        let rows = redaction::Entity::find()
            .filter(meant)
            .filter(redaction::Column::Agreed.eq(true))
            .all(db)
            .await?;
        let mark = |row: redaction::Model| {
            Some(((row.text, row.row_id), in_london(row.decided_at?).date()))
        };
        Ok(Self(rows.into_iter().filter_map(mark).collect()))
    }

    /// The day on which the text in this row was blanked, where it was.
    pub fn day(&self, kind: TextKind, row: impl ToString) -> Option<NaiveDate> {
        self.0.get(&(kind, row.to_string())).copied()
    }

    /// What a page shows for a text that stands, stood or never was in this row.
    pub fn words(
        &self,
        kind: TextKind,
        row: impl ToString,
        written: Option<String>,
    ) -> Option<Words> {
        Words::of(written, self.day(kind, row))
    }
}

//! What people said about being asked, from rows to words, in the order in which it was recorded.

use crate::error::Result;
use domain::help::Agreement;
use domain::ids::PersonId;
use entities::help_agreement as table;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Everything that everybody said: a few rows for each person who ever agreed.
pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<Agreement>> {
    let rows = table::Entity::find().order_by_asc(table::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(agreement).collect())
}

/// The rows of one person.
pub(super) async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<table::Model>> {
    let rows = table::Entity::find()
        .filter(table::Column::PersonId.eq(person))
        .order_by_asc(table::Column::Id);
    Ok(rows.all(db).await?)
}

pub(super) fn agreement(row: table::Model) -> Agreement {
    Agreement {
        person: row.person_id,
        word: row.word,
        made_on: row.made_on,
        domains: codes(row.domains.as_deref()),
        reach: row.reach,
    }
}

/// Codes of domains as a column keeps them.
fn codes(text: Option<&str>) -> Vec<String> {
    let codes = text.unwrap_or_default().split(';').filter(|code| !code.is_empty());
    codes.map(str::to_owned).collect()
}

//! The rule by which a session recurs.

use domain::ids::{AccountId, SessionSeriesId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionSeriesId,
    /// As RFC 5545 writes it; it says nothing of a time of day.
    pub rule: String,
    /// When the first session was to begin, civil time in London: the others are counted from it.
    pub starts: DateTime,
    pub made_at: DateTimeUtc,
    pub made_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

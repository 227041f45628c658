//! What was agreed in the sessions of a series.

use domain::ids::{AccountId, SeriesActionId, SessionSeriesId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "series_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SeriesActionId,
    pub series_id: SessionSeriesId,
    pub what: String,
    pub by_whom: String,
    pub due_on: Option<Date>,
    pub agreed_on: Date,
    pub done_on: Option<Date>,
    pub recorded_at: DateTimeUtc,
    pub recorded_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

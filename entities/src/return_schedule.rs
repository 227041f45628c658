//! That the returns of a place are, or are not, prepared by themselves, from a day on.

use domain::ids::{AreaId, ReturnScheduleId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_schedule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReturnScheduleId,
    pub area_id: AreaId,
    pub is_on: bool,
    pub starts_on: Date,
    pub set_by: String,
    pub recorded_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

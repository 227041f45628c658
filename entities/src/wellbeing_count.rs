//! How many people gave one answer about their wellbeing, in a place and a quarter. Nobody is in it: no person, no session, no day.

use domain::ids::AreaId;
use domain::sessions::wellbeing::Wellbeing;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wellbeing_count")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub area_id: AreaId,
    /// Its first day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub quarter: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub answer: Wellbeing,
    pub people: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

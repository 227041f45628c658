//! A training package.

use domain::codes::Origin;
use domain::ids::{AreaId, ProgrammeId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProgrammeId,
    pub code: String,
    pub title: String,
    pub purpose: String,
    pub origin: Origin,
    /// Where it runs; everywhere where there is none.
    pub area_id: Option<AreaId>,
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

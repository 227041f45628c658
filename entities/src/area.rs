//! A node of the tree of system, place, locality and network.

use domain::codes::AreaKind;
use domain::ids::AreaId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "area")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AreaId,
    pub code: String,
    pub name: String,
    pub kind: AreaKind,
    pub parent_id: Option<AreaId>,
    pub opened_on: Option<Date>,
    pub closed_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

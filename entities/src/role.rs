//! A job that people hold posts in.

use domain::codes::CareSetting;
use domain::ids::RoleId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleId,
    pub code: String,
    pub title: String,
    pub setting: CareSetting,
    pub profession: Option<String>,
    pub gpw_staff_group: Option<String>,
    pub esr_staff_group: Option<String>,
    pub mental_health_professional: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

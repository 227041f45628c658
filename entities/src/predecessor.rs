//! What a competency that came from elsewhere has replaced there.

use domain::ids::CompetencyId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "predecessor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub competency_id: CompetencyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub identifier: Uuid,
    pub title: String,
    pub uri: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

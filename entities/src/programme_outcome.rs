//! What a step is meant to lead to in one competency.

use domain::ids::{CompetencyId, ProgrammeStepId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_outcome")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub step_id: ProgrammeStepId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub competency_id: CompetencyId,
    pub level: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What a role asks in a competency, from a day to a day.

use domain::codes::Necessity;
use domain::ids::{CompetencyId, RequirementId, RoleId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequirementId,
    pub role_id: RoleId,
    pub competency_id: CompetencyId,
    /// 1 to 5, or 0: decided that nothing is required.
    pub required_level: i32,
    pub necessity: Necessity,
    pub critical: bool,
    pub effective_from: Option<Date>,
    pub effective_to: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What becomes of a competency in the next framework version.

use domain::codes::CrosswalkRelation;
use domain::ids::{CompetencyId, CrosswalkId, FrameworkVersionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "crosswalk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CrosswalkId,
    /// The new version.
    pub version_id: FrameworkVersionId,
    pub old_competency_id: CompetencyId,
    /// None where it is retired.
    pub new_competency_id: Option<CompetencyId>,
    pub relation: CrosswalkRelation,
    pub asked_again: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A step of a training package.

use domain::ids::{ProgrammeId, ProgrammeStepId};
use domain::programmes::StepFormat;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProgrammeStepId,
    pub programme_id: ProgrammeId,
    /// Steps stand in its order; it need not be without gaps.
    pub position: i32,
    pub title: String,
    pub what_happens: String,
    pub format: StepFormat,
    /// How long it is expected to take.
    pub minutes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

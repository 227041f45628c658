//! A competency that a team asks to be taught.

use domain::ids::{CompetencyId, SessionRequestId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_request_competency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: SessionRequestId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub competency_id: CompetencyId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

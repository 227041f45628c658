//! How confident somebody who gave feedback was in one outcome. Append-only.

use domain::ids::{CompetencyId, PersonId, SessionId};
use domain::sessions::feedback::Phase;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "feedback_confidence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub phase: Phase,
    #[sea_orm(primary_key, auto_increment = false)]
    pub competency_id: CompetencyId,
    /// Before the session; asked after it, and not in the follow-up.
    pub before: Option<i32>,
    pub now: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

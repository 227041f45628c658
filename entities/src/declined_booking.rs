//! Why a team manager declined a booking. Append-only.

use domain::ids::{PersonId, SessionId};
use domain::release::DeclineReason;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "declined_booking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    /// That of the event which says so.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub person_id: PersonId,
    pub reason: DeclineReason,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

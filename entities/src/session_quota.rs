//! Seats kept for a profession or a team, or the most that it may take, until a day.

use domain::ids::{SessionId, SessionQuotaId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_quota")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionQuotaId,
    pub session_id: SessionId,
    pub profession: Option<String>,
    pub team_id: Option<TeamId>,
    pub least: i32,
    pub most: Option<i32>,
    /// The first day on which it binds nobody any more.
    pub released_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What a team asks to be taught.

use domain::ids::{AccountId, SessionRequestId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionRequestId,
    pub team_id: TeamId,
    pub need: String,
    pub needed_by: Date,
    /// Roughly how many would come.
    pub people: i32,
    pub asked_by_id: AccountId,
    pub asked_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

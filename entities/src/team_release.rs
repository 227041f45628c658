//! What a team asks before it lets its people go to sessions.

use domain::ids::{PersonId, TeamId};
use domain::release::Cover;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team_release")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub team_id: TeamId,
    pub cover: Option<Cover>,
    pub notice_weeks: i32,
    pub asks_approval: bool,
    pub deputy_id: Option<PersonId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

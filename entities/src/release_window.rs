//! A time of the week at which a team lets its people go.

use domain::ids::{ReleaseWindowId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "release_window")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReleaseWindowId,
    pub team_id: TeamId,
    /// The first day; it comes back on the same day of the week.
    pub first_on: Date,
    pub every_weeks: i32,
    pub last_on: Option<Date>,
    /// Minutes after midnight by clocks in London, with the one that follows.
    pub from_minute: i32,
    pub to_minute: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

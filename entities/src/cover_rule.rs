//! How many people of a team, or of each team of a care setting, must hold what, as it is asked from a day to a day.

use domain::codes::CareSetting;
use domain::ids::{AccountId, AreaId, CoverRuleId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cover_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CoverRuleId,
    /// A team, or else a care setting.
    pub team_id: Option<TeamId>,
    pub setting: Option<CareSetting>,
    /// Whose teams of the care setting; those of every area where there is none.
    pub area_id: Option<AreaId>,
    /// A domain, or else a competency.
    pub domain_code: Option<String>,
    pub competency_code: Option<String>,
    pub people: i32,
    /// What the team requires decides where there is none.
    pub level: Option<i32>,
    pub professions: i32,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub kept_at: DateTimeUtc,
    pub kept_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

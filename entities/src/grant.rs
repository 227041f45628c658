//! What an account may do in one area, organisation or team, or everywhere where all three are missing.

use domain::codes::GrantKind;
use domain::ids::{AccountId, AreaId, GrantId, OrganisationId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GrantId,
    pub account_id: AccountId,
    pub kind: GrantKind,
    pub area_id: Option<AreaId>,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    /// The highest level a founding assessor may confirm without holding it.
    pub founding_level: Option<i32>,
    pub founding_competencies: Option<String>,
    pub given_by: String,
    pub given_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! An area, organisation or team, as it is a member of a named group from a day to a day.

use domain::ids::{AccountId, AreaId, GroupMemberId, NamedGroupId, OrganisationId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "named_group_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GroupMemberId,
    pub group_id: NamedGroupId,
    /// One of the three.
    pub area_id: Option<AreaId>,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub starts_on: Date,
    /// Before the first day where it was added by mistake.
    pub ends_on: Option<Date>,
    pub kept_at: DateTimeUtc,
    pub kept_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

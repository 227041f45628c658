//! What an organisation lets grants from outside see, from a day on.

use domain::codes::Sharing;
use domain::ids::{OrganisationId, SharingLevelId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sharing_level")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SharingLevelId,
    pub organisation_id: OrganisationId,
    pub level: Sharing,
    pub starts_on: Date,
    pub set_by: String,
    pub recorded_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

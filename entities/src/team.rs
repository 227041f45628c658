//! A team of an organisation.

use domain::codes::{CareLevel, CareSetting};
use domain::ids::{AreaId, OrganisationId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TeamId,
    pub code: String,
    pub name: String,
    pub setting: CareSetting,
    pub organisation_id: OrganisationId,
    /// The home area; without one, the network of the organisation counts.
    pub area_id: Option<AreaId>,
    pub care_level: Option<CareLevel>,
    pub sessions_due_per_year: Option<i32>,
    pub opened_on: Option<Date>,
    pub closed_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

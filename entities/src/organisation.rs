//! A practice, trust, council or charity.

use domain::codes::Sector;
use domain::ids::OrganisationId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    pub code: String,
    pub name: String,
    pub sector: Sector,
    pub postcode: Option<String>,
    pub opened_on: Option<Date>,
    pub closed_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
